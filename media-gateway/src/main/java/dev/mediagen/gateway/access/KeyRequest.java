package dev.mediagen.gateway.access;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.mediagen.gateway.api.CodePoints;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Set;

/// Body of `POST /api/keys`.
record KeyRequest(
        @NotBlank @CodePoints(max = 100) String name,
        @NotEmpty Set<@NotNull Scope> scopes,

        @JsonAlias("expires_at") @Future Instant expiresAt) {}
