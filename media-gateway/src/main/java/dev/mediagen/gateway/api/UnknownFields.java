package dev.mediagen.gateway.api;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/// Fields of this request's body that nobody reads; callers are told about them.
@RequestScoped
@io.quarkus.arc.Unremovable
public class UnknownFields {
    private static final int MOST = 20;
    private static final int LONGEST = 60;
    private final List<String> names = new ArrayList<>();

    void add(String name) {
        if (names.size() < MOST) names.add(name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name);
    }

    /// One sentence a field.
    public List<String> warnings() {
        return names.stream().map(name -> "unknown field ignored: " + name).toList();
    }
}
