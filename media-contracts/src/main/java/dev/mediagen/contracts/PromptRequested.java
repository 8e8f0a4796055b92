package dev.mediagen.contracts;

import java.time.Instant;
import java.util.List;

/// Turn a headline into an image prompt.
///
/// @param styles one style, or a mix
/// @param maxLength code points the prompt may have
/// @param styleGuidelines further wishes, each of which the prompt reflects
public record PromptRequested(
        String generationId,
        String tenant,
        String user,
        Instant expiresAt,
        String headline,
        List<WeightedStyle> styles,
        int maxLength,
        List<String> styleGuidelines)
        implements PartRequest {
    public static final String TOPIC = "prompt-requested";

    public PromptRequested {
        PartRequest.require(generationId, tenant, expiresAt);
    }

    @Override
    public Part part() {
        return Part.PROMPT;
    }
}
