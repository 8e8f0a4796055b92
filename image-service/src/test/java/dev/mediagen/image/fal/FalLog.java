package dev.mediagen.image.fal;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Hears what the adapter logs.
final class FalLog extends Handler {
    private static final Logger ADAPTER = Logger.getLogger(FalLog.class.getPackageName());
    private final List<String> lines;

    private FalLog(List<String> lines) {
        this.lines = lines;
    }

    static FalLog listen(List<String> lines) {
        var log = new FalLog(lines);
        ADAPTER.setLevel(Level.ALL);
        ADAPTER.addHandler(log);
        return log;
    }

    @Override
    public void publish(LogRecord line) {
        var parameters = line.getParameters() == null ? List.of() : List.of(line.getParameters());
        lines.add(line.getMessage() + " " + parameters + " " + line.getThrown());
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        ADAPTER.removeHandler(this);
        ADAPTER.setLevel(null);
    }
}
