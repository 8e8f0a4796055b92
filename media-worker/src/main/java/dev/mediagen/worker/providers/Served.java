package dev.mediagen.worker.providers;

import java.util.List;

/// Something a provider made.
///
/// @param provider who made it
/// @param fallback whether somebody before it in the order failed
/// @param warnings who failed and why, for people
public record Served<T>(T made, String provider, boolean fallback, List<String> warnings) {}
