package dev.mediagen.local;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// What the person who starts the stack has set for the services.
record Environment(Map<String, String> variables) {
    private static final List<String> OURS = List.of(
            "ELEVENLABS_",
            "FAL_",
            "OPENAI_",
            "STYLETTS2_",
            "SEED_VC_",
            "MAKE_AN_AUDIO_",
            "BACKEND_",
            "OIDC_",
            "MEDIA_",
            "QUARKUS_",
            "FAILPOINT");

    static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /// The same, with a value for a variable that is not set.
    Environment withDefault(String name, String value) {
        var more = new TreeMap<>(variables);
        more.merge(name, value, (set, other) -> set.isBlank() ? other : set);
        return new Environment(more);
    }

    /// Variables to repeat in a command that starts a service by hand. Provider keys are none of them: commands are
    /// printed and logged.
    Map<String, String> printable() {
        return chosen(false);
    }

    /// Writes provider keys where a service that is started by hand finds them again.
    ///
    /// @return the variable that tells it where; none when there are no keys
    Map<String, String> keepSecrets(DataDirectory data) throws IOException {
        Map<String, String> secrets = chosen(true);
        if (secrets.isEmpty()) {
            return Map.of();
        }
        var properties = new Properties();
        properties.putAll(secrets);
        Path file = data.secretFile("provider-keys.properties");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, "provider keys of the last start");
        }
        return Map.of("SMALLRYE_CONFIG_LOCATIONS", file.toString());
    }

    private Map<String, String> chosen(boolean secret) {
        var chosen = new TreeMap<String, String>();
        variables.forEach((name, value) -> {
            if (OURS.stream().anyMatch(name::startsWith) && isSecret(name) == secret) {
                chosen.put(name, value);
            }
        });
        return chosen;
    }

    private static boolean isSecret(String name) {
        return name.endsWith("_KEY")
                || name.endsWith("_SECRET")
                || name.endsWith("_TOKEN")
                || name.endsWith("_PASSWORD");
    }
}
