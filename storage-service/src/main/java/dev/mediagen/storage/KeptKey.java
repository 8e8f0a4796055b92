package dev.mediagen.storage;

import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.StagedAsset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// Where kept objects lie: `t/{tenant}/{part}/{uuid}.{ext}`, or `{prefix}{uuid}.{ext}` where the documents fix one.
///
/// The same staged object of the same generation always gets the same key, so that a repeat after a crash leaves no
/// orphan. Two generations never share one, even when both come from one cached object.
final class KeptKey {
    /// The documents' prefixes. The model servers write below them, too.
    static final List<String> FIXED = List.of("styletts2-output/", "seedvc-outputs/", "make-an-audio-outputs/");

    private KeptKey() {}

    /// @throws NotKeptException when a worker wants its result kept below a prefix that nobody knows
    static void check(GenerationCompleted completion) throws NotKeptException {
        String prefix = completion.keepUnder();
        if (prefix != null && !FIXED.contains(prefix)) throw new NotKeptException("nothing is kept below " + prefix);
    }

    static String of(GenerationCompleted completion) {
        String name = name(completion, completion.staged());
        return completion.keepUnder() == null ? inTenant(completion, name) : completion.keepUnder() + name;
    }

    static String ofRendition(GenerationCompleted completion, StagedAsset rendition) {
        return inTenant(completion, name(completion, rendition));
    }

    private static String inTenant(GenerationCompleted completion, String name) {
        return "t/%s/%s/%s".formatted(completion.tenant(), completion.part().json(), name);
    }

    private static String name(GenerationCompleted completion, StagedAsset staged) {
        String extension = staged.key().substring(staged.key().lastIndexOf('.'));
        var source = completion.generationId() + " " + staged.key();
        return UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)) + extension;
    }
}
