package dev.mediagen.gateway.generations.view;

import java.net.URI;

/// A story. A part that is not there (yet) is absent.
public record MediaResult(PromptResult prompt, ImageResult image, SpeechResult audio, URI storyUrl)
        implements GenerationView.Result {}
