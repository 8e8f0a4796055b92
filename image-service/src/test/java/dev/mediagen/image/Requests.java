package dev.mediagen.image;

import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.StagedAsset;
import java.time.Instant;

/// Image requests with the defaults of the documents, and what a test says otherwise.
public record Requests(
        ImageMode mode,
        String prompt,
        String negativePrompt,
        int width,
        int height,
        String seed,
        double guidanceScale,
        boolean safety,
        Double strength,
        String style,
        ImageFormat format,
        String provider) {
    public static Requests image(String prompt) {
        return new Requests(
                ImageMode.STANDARD, prompt, "", 160, 120, "7", 3.5, true, null, null, ImageFormat.PNG, null);
    }

    public Requests seed(String other) {
        return new Requests(
                mode,
                prompt,
                negativePrompt,
                width,
                height,
                other,
                guidanceScale,
                safety,
                strength,
                style,
                format,
                provider);
    }

    public Requests style(String other) {
        return new Requests(
                mode,
                prompt,
                negativePrompt,
                width,
                height,
                seed,
                guidanceScale,
                safety,
                strength,
                other,
                format,
                provider);
    }

    public Requests size(int wide, int tall) {
        return new Requests(
                mode,
                prompt,
                negativePrompt,
                wide,
                tall,
                seed,
                guidanceScale,
                safety,
                strength,
                style,
                format,
                provider);
    }

    public Requests format(ImageFormat other) {
        return new Requests(
                mode,
                prompt,
                negativePrompt,
                width,
                height,
                seed,
                guidanceScale,
                safety,
                strength,
                style,
                other,
                provider);
    }

    public Requests provider(String other) {
        return new Requests(
                mode,
                prompt,
                negativePrompt,
                width,
                height,
                seed,
                guidanceScale,
                safety,
                strength,
                style,
                format,
                other);
    }

    public Requests transform(double other) {
        return new Requests(
                ImageMode.TRANSFORM,
                prompt,
                negativePrompt,
                width,
                height,
                seed,
                guidanceScale,
                safety,
                other,
                style,
                format,
                provider);
    }

    public Requests unusual(String negative, double guidance, boolean checked) {
        return new Requests(
                mode, prompt, negative, width, height, seed, guidance, checked, strength, style, format, provider);
    }

    public ImageRequested build() {
        return build(
                mode == ImageMode.TRANSFORM ? new StagedAsset("staging/source.png", "image/png", 1, "00") : null, null);
    }

    /// With a source that is anywhere on the web.
    public ImageRequested sourceUrl(String url) {
        return build(null, url);
    }

    private ImageRequested build(StagedAsset source, String sourceUrl) {
        return new ImageRequested(
                "g1",
                "default",
                "u1",
                Instant.MAX,
                mode,
                prompt,
                negativePrompt,
                width,
                height,
                mode == ImageMode.FAST ? 4 : 28,
                seed,
                guidanceScale,
                safety,
                strength,
                source,
                style,
                format,
                true,
                provider,
                sourceUrl);
    }
}
