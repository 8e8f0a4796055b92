package dev.mediagen.gateway.generations.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.gateway.api.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The three JSON forms of timings.
enum AlignmentForm {
    /// Three lists of one length.
    ARRAYS {
        @Override
        Object of(Alignment alignment) {
            return alignment.timings();
        }
    },
    /// One object a character, the documents' raw form.
    RAW {
        @Override
        Object of(Alignment alignment) {
            var t = alignment.timings();
            return new Raw(IntStream.range(0, t.characters().size())
                    .mapToObj(i -> new TimedCharacter(
                            t.characters().get(i), t.starts().get(i), t.ends().get(i)))
                    .toList());
        }
    },
    WORDS {
        @Override
        Object of(Alignment alignment) {
            return alignment.words();
        }
    };

    record Raw(List<TimedCharacter> characters) {}

    /// @param start seconds
    /// @param end seconds
    record TimedCharacter(@JsonProperty("char") String character, double start, double end) {}

    abstract Object of(Alignment alignment);

    static AlignmentForm named(String name) {
        return Arrays.stream(values())
                .filter(form -> form.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "form",
                        "must be one of "
                                + Arrays.stream(values())
                                        .map(f -> f.name().toLowerCase())
                                        .collect(Collectors.joining(", "))));
    }
}
