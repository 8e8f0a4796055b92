package dev.mediagen.worker.english;

import java.util.List;
import java.util.Set;

/// How a text is read out.
///
/// @param skipped characters that cannot be said in English (emoji, other scripts), each once
public record Reading(List<Sentence> sentences, Set<String> skipped) {}
