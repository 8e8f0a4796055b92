package dev.mediagen.storage;

import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.worker.staging.StagingArea;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where kept objects lie: `t/{tenant}/{part}/{uuid}.{ext}`, or `{prefix}{uuid}.{ext}` where the documents fix one.
///
/// The same staged object of the same generation always gets the same key, so that a repeat after a crash leaves no
/// orphan. Two generations never share one, even when both come from one cached object.
final class KeptKey {
    /// The documents' prefixes. The model servers write below them, too.
    static final List<String> FIXED = List.of("styletts2-output/", "seedvc-outputs/", "make-an-audio-outputs/");

    private static final List<String> AREAS = List.of(StagingArea.PREFIX, "cache/");
    /// A tenant, or another part of a key.
    private static final Pattern NAME = Pattern.compile("(?!.*\\.\\.)(?!\\.$)[^/\\\\%\\p{Cntrl}]{1,200}");
    private static final Pattern EXTENSION = Pattern.compile("\\.[a-z0-9]{1,8}$");

    private KeptKey() {}

    /// @throws NotKeptException when a worker wants its result kept below a prefix that nobody knows, or names an
    /// object outside what its tenant has in work
    static void check(GenerationCompleted completion) throws NotKeptException {
        String prefix = completion.keepUnder();
        if (prefix != null && !FIXED.contains(prefix)) throw new NotKeptException("nothing is kept below " + prefix);
        if (!NAME.matcher(completion.tenant()).matches()) throw new NotKeptException("no proper tenant");
        for (StagedAsset staged : objects(completion))
            if (!inWork(staged.key(), completion.tenant())) throw new NotKeptException("not in work: " + staged.key());
    }

    /// No folder of somebody else, and nothing that a store or a parser could read differently.
    private static boolean inWork(String key, String tenant) {
        var area = AREAS.stream().filter(key::startsWith).findFirst();
        return area.isPresent()
                && key.startsWith(tenant + "/", area.get().length())
                && Arrays.stream(key.split("/", -1)).allMatch(NAME.asMatchPredicate())
                && EXTENSION.matcher(key).find();
    }

    private static List<StagedAsset> objects(GenerationCompleted completion) {
        return Stream.concat(Stream.of(completion.staged()), completion.renditions().values().stream())
                .toList();
    }

    /// Where each object of a completion is kept.
    static Map<StagedAsset, String> all(GenerationCompleted completion) {
        var keys = new LinkedHashMap<StagedAsset, String>();
        for (StagedAsset rendition : completion.renditions().values())
            keys.put(rendition, ofRendition(completion, rendition));
        keys.put(completion.staged(), of(completion));
        return keys;
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
