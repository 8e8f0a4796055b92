package dev.mediagen.gateway.uploads;

import dev.mediagen.gateway.api.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How much one user may have in `uploads/`. Two requests at once may go a little beyond.
@ApplicationScoped
class UploadQuota {
    private static final Duration RETRY_AFTER = Duration.ofHours(1);
    private final int most;
    private final long mostBytes;

    UploadQuota(
            @ConfigProperty(name = "media.uploads.most", defaultValue = "500") int most,
            @ConfigProperty(name = "media.uploads.most-bytes", defaultValue = "5G") MemorySize mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes.asLongValue();
    }

    /// @param sizes of what the user has
    /// @param size of one more
    /// @throws ProblemException 429
    void check(List<Long> sizes, long size) {
        if (sizes.size() >= most) throw exceeded("%d uploads".formatted(most));
        long bytes = sizes.stream().mapToLong(Long::longValue).sum();
        if (bytes + size > mostBytes) throw exceeded("%d bytes of uploads".formatted(mostBytes));
    }

    private static ProblemException exceeded(String what) {
        return ProblemException.quota("one user may have %s in 24 hours".formatted(what), RETRY_AFTER);
    }
}
