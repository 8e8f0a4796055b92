package dev.mediagen.alignment.elevenlabs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/// Reads along what is logged, stack traces included.
final class LogRecorder extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");
    private final PatternFormatter format = new PatternFormatter("%s%e");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    LogRecorder() {
        ROOT.addHandler(this);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(format.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
