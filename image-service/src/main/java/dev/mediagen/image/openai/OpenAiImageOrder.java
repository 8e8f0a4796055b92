package dev.mediagen.image.openai;

import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.image.ArtStyle;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// A request in the server's words, and what has no words there.
///
/// @param seed the seed that is sent, null where the server takes none
record OpenAiImageOrder(OpenAiImagePayload.Generate body, String seed, List<String> warnings) {
    private static final String OPENAI_MODEL = "gpt-image-1.5";
    private static final BigInteger LARGEST_SEED = BigInteger.valueOf(Integer.MAX_VALUE);

    static OpenAiImageOrder of(ImageRequested request, Flavor flavor, OpenAiImageConfig config) {
        return flavor == Flavor.LOCALAI ? local(request, config) : official(request, config);
    }

    private static OpenAiImageOrder official(ImageRequested request, OpenAiImageConfig config) {
        var warnings = new ArrayList<String>();
        var prompt = styled(request);
        if (!blank(request.negativePrompt())) {
            prompt += "\n\nAvoid: " + request.negativePrompt().strip();
            warnings.add("openai: has no negativePrompt; the prompt says what to avoid");
        }
        warn(warnings, unusedByOpenAi(request));
        var body = new OpenAiImagePayload.Generate(
                config.imageModel().orElse(OPENAI_MODEL),
                prompt,
                1,
                nearest(request.width(), request.height(), config.imageSizes()),
                fast(request) ? "low" : "auto",
                moderation(request),
                null,
                null,
                null);
        return new OpenAiImageOrder(body, null, List.copyOf(warnings));
    }

    private static OpenAiImageOrder local(ImageRequested request, OpenAiImageConfig config) {
        var warnings = new ArrayList<String>();
        var prompt = noBar(styled(request));
        if (!blank(request.negativePrompt()))
            prompt += "|" + noBar(request.negativePrompt().strip());
        var seed = edit(request) ? null : seed(request.seed());
        var unused = unused(request);
        if (seed == null && request.seed() != null) unused.add(edit(request) ? "seed" : "seed of more than 31 bits");
        if (edit(request) && request.numInferenceSteps() != 28) unused.add("numInferenceSteps");
        if (request.enableSafetyChecker()) unused.add("safety checker");
        warn(warnings, unused);
        var body = new OpenAiImagePayload.Generate(
                config.imageModel().orElse(null),
                prompt,
                1,
                request.width() + "x" + request.height(),
                null,
                null,
                "b64_json",
                request.numInferenceSteps(),
                seed);
        return new OpenAiImageOrder(body, seed == null ? null : seed.toString(), List.copyOf(warnings));
    }

    /// Edits are always moderated in full.
    private static String moderation(ImageRequested request) {
        if (edit(request)) return null;
        return request.enableSafetyChecker() ? "auto" : "low";
    }

    private static List<String> unusedByOpenAi(ImageRequested request) {
        var unused = unused(request);
        if (request.seed() != null) unused.add("seed");
        if (request.numInferenceSteps() != (fast(request) ? 4 : 28)) unused.add("numInferenceSteps");
        if (edit(request) && !request.enableSafetyChecker()) unused.add("enableSafetyChecker: false");
        return unused;
    }

    /// Settings that none of these servers has, where they differ from the defaults.
    private static List<String> unused(ImageRequested request) {
        var unused = new ArrayList<String>();
        if (request.guidanceScale() != 3.5) unused.add("guidanceScale");
        if (request.strength() != null && request.strength() != 0.75) unused.add("strength");
        return unused;
    }

    private static void warn(List<String> warnings, List<String> unused) {
        if (!unused.isEmpty()) warnings.add("openai: has no " + String.join(", ", unused));
    }

    /// The prompt, in the manner that was asked for besides.
    private static String styled(ImageRequested request) {
        var style =
                request.style() == null ? null : ArtStyle.named(request.style()).orElse(null);
        if (style == null || ArtStyle.mentionedIn(request.prompt()).isPresent()) return request.prompt();
        return request.prompt() + ", in the style of " + style.artist();
    }

    /// A seed of ours where the caller has none, so that it can be asked for again.
    private static Integer seed(String wanted) {
        if (wanted == null) return ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
        var seed = new BigInteger(wanted);
        return seed.signum() >= 0 && seed.compareTo(LARGEST_SEED) <= 0 ? seed.intValue() : null;
    }

    /// Nearest in shape, then in area.
    static String nearest(int width, int height, List<String> sizes) {
        return sizes.stream()
                .min(Comparator.<String>comparingDouble(
                                size -> apart(side(size, 0) / side(size, 1), 1.0 * width / height))
                        .thenComparingDouble(size -> apart(side(size, 0) * side(size, 1), 1.0 * width * height)))
                .orElse("auto");
    }

    private static double side(String size, int which) {
        return Double.parseDouble(size.strip().split("x")[which]);
    }

    private static double apart(double a, double b) {
        return Math.abs(Math.log(a / b));
    }

    private static String noBar(String text) {
        return text.replace('|', '/');
    }

    private static boolean edit(ImageRequested request) {
        return request.mode() == ImageMode.TRANSFORM;
    }

    private static boolean fast(ImageRequested request) {
        return request.mode() == ImageMode.FAST;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
