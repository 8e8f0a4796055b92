package dev.mediagen.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What processes of this machine have in memory, from `/proc`; 0 where there is none.
final class Memory {
    private static final Pattern KILOBYTES = Pattern.compile("^(VmRSS|Pss):\\s+(\\d+) kB", Pattern.MULTILINE);

    private Memory() {}

    static long rssKilobytes(long pid) throws IOException {
        return kilobytes(pid, "status");
    }

    /// What is shared counted in parts.
    static long pssKilobytes(long pid) throws IOException {
        return kilobytes(pid, "smaps_rollup");
    }

    private static long kilobytes(long pid, String name) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), name);
        var line = KILOBYTES.matcher(Files.exists(file) ? Files.readString(file) : "");
        return line.find() ? Long.parseLong(line.group(2)) : 0;
    }
}
