package dev.mediagen.worker.english;

import java.util.List;

/// What is spoken in one breath: at least one token, in source order.
public record Sentence(List<Token> tokens) {}
