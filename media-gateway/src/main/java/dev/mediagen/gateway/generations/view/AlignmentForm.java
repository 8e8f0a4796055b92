package dev.mediagen.gateway.generations.view;

import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.RawTimings;
import dev.mediagen.gateway.api.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The JSON forms of timings.
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
            return RawTimings.of(alignment.timings());
        }
    },
    WORDS {
        @Override
        Object of(Alignment alignment) {
            return alignment.words();
        }
    },
    SENTENCES {
        @Override
        Object of(Alignment alignment) {
            return told(alignment.sentences(), "sentences");
        }
    },
    /// Over the text as the voice read it, and what of it stands for what of the text as it was sent.
    SPOKEN {
        @Override
        Object of(Alignment alignment) {
            return told(alignment.spoken(), "spoken text");
        }
    };

    /// @throws ProblemException 404 when there is none
    abstract Object of(Alignment alignment);

    private static Object told(Object form, String name) {
        if (form == null) throw ProblemException.notFound(name);
        return form;
    }

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
