package dev.mediagen.alignment.timings;

import dev.mediagen.contracts.CharacterTimings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A provider's answer to be broken: every code unit takes 0.07 s.
final class GivenTimings {
    static final double UNIT = 0.07;

    final List<String> characters = new ArrayList<>();
    final List<Double> starts = new ArrayList<>();
    final List<Double> ends = new ArrayList<>();

    static GivenTimings of(List<String> parts) {
        GivenTimings given = new GivenTimings();
        double at = 0;
        for (String part : parts) {
            given.characters.add(part);
            given.starts.add(at);
            at += part.length() * UNIT;
            given.ends.add(at);
        }
        return given;
    }

    static GivenTimings of(String text) {
        return of(text.chars().mapToObj(c -> Character.toString((char) c)).toList());
    }

    GivenTimings broken(Consumer<GivenTimings> breakage) {
        breakage.accept(this);
        return this;
    }

    CharacterTimings timings() {
        return new CharacterTimings(characters, starts, ends);
    }
}
