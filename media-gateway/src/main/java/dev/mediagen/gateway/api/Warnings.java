package dev.mediagen.gateway.api;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/// What the caller of this request should know although it is accepted, one sentence each.
@RequestScoped
@Unremovable
public class Warnings {
    private static final int MOST_UNKNOWN = 20;
    private static final int LONGEST = 60;
    private final List<String> unknown = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /// A field of the body that nobody reads.
    void unknownField(String name) {
        String shown = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
        if (unknown.size() < MOST_UNKNOWN) unknown.add("unknown field ignored: " + shown);
    }

    public void add(String sentence) {
        others.add(sentence);
    }

    public List<String> all() {
        var all = new ArrayList<>(unknown);
        all.addAll(others);
        return List.copyOf(all);
    }
}
