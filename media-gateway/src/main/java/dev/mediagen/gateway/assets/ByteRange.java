package dev.mediagen.gateway.assets;

import dev.mediagen.gateway.api.ProblemException;
import java.util.regex.Pattern;

/// One satisfiable range of bytes, both ends included (RFC 9110, 14.1.2).
record ByteRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /// Null when there is none, or several, or one that is no byte range: then all is answered.
    ///
    /// @throws ProblemException 416 when the range lies outside
    static ByteRange of(String header, long size) {
        var form = header == null ? null : FORM.matcher(header.strip());
        if (form == null
                || !form.matches()
                || form.group(1).isEmpty() && form.group(2).isEmpty()) return null;
        var range = form.group(1).isEmpty()
                ? new ByteRange(Math.max(0, size - Long.parseLong(form.group(2))), size - 1)
                : new ByteRange(
                        Long.parseLong(form.group(1)),
                        form.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(form.group(2))));
        boolean backwards = !form.group(1).isEmpty()
                && !form.group(2).isEmpty()
                && Long.parseLong(form.group(1)) > Long.parseLong(form.group(2));
        if (backwards) return null;
        if (range.first > range.last || range.first >= size) throw ProblemException.unsatisfiableRange(size);
        return range;
    }

    long length() {
        return last - first + 1;
    }

    String header() {
        return "bytes=%d-%d".formatted(first, last);
    }
}
