package dev.mediagen.contracts;

/// Facts of an image, read from the file and not from the request.
///
/// @param width pixels
/// @param height pixels
/// @param seed the seed that was used, a decimal integer as text
/// @param model `flux-dev`, `flux-schnell` or `flux-dev-i2i`
/// @param requestId the provider's own id of the call
public record ImageProduced(
        int width, int height, String seed, String model, String prompt, String requestId, ImageFormat format)
        implements Produced {}
