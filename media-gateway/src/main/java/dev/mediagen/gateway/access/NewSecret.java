package dev.mediagen.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/// Makes keys nobody can guess.
final class NewSecret {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID = 12;
    private static final int SECRET = 43;
    private static final int CHECKSUM = 6;

    private NewSecret() {}

    /// A secret of 256 bits, and the checksum of all that is before it: scanners for leaked keys tell a key from
    /// a word of its form by that.
    static ApiKey.Presented key() {
        String id = random(ID);
        String secret = random(SECRET);
        return new ApiKey.Presented(id, secret + checksum(ApiKey.PREFIX + id + "_" + secret));
    }

    /// CRC-32 to the base 62, most significant digit first.
    static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        var digits = new StringBuilder();
        for (long rest = crc.getValue(); digits.length() < CHECKSUM; rest /= DIGITS.length())
            digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
        return digits.reverse().toString();
    }

    private static String random(int length) {
        return RANDOM.ints(length, 0, DIGITS.length())
                .mapToObj(DIGITS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
