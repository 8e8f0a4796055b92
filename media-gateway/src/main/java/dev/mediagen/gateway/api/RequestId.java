package dev.mediagen.gateway.api;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/// The id under which one HTTP request is found in answers and logs.
@RequestScoped
public class RequestId {
    private final String value = UUID.randomUUID().toString();

    public String value() {
        return value;
    }
}
