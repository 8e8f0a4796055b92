package dev.mediagen.tts.modelserver;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

record TestConfig(Optional<URI> apiRoute, Optional<String> apiKey, Duration limit) implements ModelServerConfig {}
