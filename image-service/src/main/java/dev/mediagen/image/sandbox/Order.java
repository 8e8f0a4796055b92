package dev.mediagen.image.sandbox;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.image.ArtStyle;
import dev.mediagen.worker.parts.ProviderException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// A request as the sandbox understands it.
///
/// @param style null for the abstract
/// @param seed as reported to the caller
/// @param fingerprint of all that decides the picture, its size apart
/// @param strength 0 keeps the source, 1 without one
record Order(ImageRequested request, ArtStyle style, BigInteger seed, byte[] fingerprint, double strength) {
    static final int MIN_SIDE = 64;
    static final int MAX_SIDE = 2048;
    private static final double DEFAULT_GUIDANCE = 3.5;
    private static final double DEFAULT_STRENGTH = 0.75;

    static Order of(ImageRequested request) throws ProviderException {
        require(side(request.width()) && side(request.height()), "width and height: " + MIN_SIDE + ".." + MAX_SIDE);
        ArtStyle style = style(request);
        BigInteger seed = seed(request.seed());
        boolean transform = request.mode() == ImageMode.TRANSFORM;
        double strength = !transform ? 1 : request.strength() == null ? DEFAULT_STRENGTH : request.strength();
        require(strength >= 0 && strength <= 1, "strength: 0..1");
        byte[] fingerprint = digest(request.prompt(), style == null ? "" : style.label(), seed.toString());
        return new Order(request, style, seed, fingerprint, strength);
    }

    long chance() {
        return ByteBuffer.wrap(fingerprint).getLong();
    }

    String requestId() {
        return "sandbox-" + HexFormat.of().formatHex(fingerprint, 0, 12);
    }

    /// How finely to paint: 1 at the usual 28 steps.
    double detail() {
        return Math.clamp(0.5 + request.numInferenceSteps() / 56.0, 0.5, 1.4);
    }

    List<String> warnings() {
        var warnings = new ArrayList<String>();
        warnings.add("sandbox: generative art, not a diffusion model");
        boolean negative =
                request.negativePrompt() != null && !request.negativePrompt().isBlank();
        if (negative) warnings.add("sandbox: negativePrompt has no effect");
        if (request.guidanceScale() != DEFAULT_GUIDANCE) warnings.add("sandbox: guidanceScale has no effect");
        if (!request.enableSafetyChecker()) warnings.add("sandbox: enableSafetyChecker has no effect");
        return List.copyOf(warnings);
    }

    /// The style asked for, else the one whose artist the prompt speaks of. A mix is painted in its first style.
    private static ArtStyle style(ImageRequested request) throws ProviderException {
        if (request.style() == null || request.style().isBlank())
            return ArtStyle.mentionedIn(request.prompt()).orElse(null);
        return ArtStyle.named(request.style())
                .or(() -> ArtStyle.mentionedIn(request.style()))
                .orElseThrow(() -> new ProviderException(FailureCode.INVALID_REQUEST, "unknown style"));
    }

    private static BigInteger seed(String text) throws ProviderException {
        if (text == null)
            return new BigInteger(
                    Long.toUnsignedString(ThreadLocalRandom.current().nextLong()));
        require(text.matches("[+-]?[0-9]{1,1000}"), "seed: a decimal integer");
        return new BigInteger(text);
    }

    private static boolean side(int pixels) {
        return pixels >= MIN_SIDE && pixels <= MAX_SIDE;
    }

    private static void require(boolean condition, String rule) throws ProviderException {
        if (!condition) throw new ProviderException(FailureCode.INVALID_REQUEST, rule);
    }

    private static byte[] digest(String... fields) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (String field : fields) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
                sha256.update(bytes);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
