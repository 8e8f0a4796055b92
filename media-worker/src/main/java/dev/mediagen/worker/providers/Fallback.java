package dev.mediagen.worker.providers;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/// Lets the first provider that can make something make it, and says who did.
@ApplicationScoped
public class Fallback {
    private static final Logger LOG = Logger.getLogger(Fallback.class);

    /// One provider's whole work on a part, its quality check included.
    public interface Work<P extends MediaProvider, T> {
        T by(P provider) throws ProviderException, InterruptedException;
    }

    /// @param candidates at least one, first choice first
    /// @throws ProviderException of the last one tried, naming it
    public <P extends MediaProvider, T> Served<T> serve(List<P> candidates, Work<P, T> work)
            throws ProviderException, InterruptedException {
        var warnings = new ArrayList<String>();
        boolean costly = false;
        boolean fallback = false;
        for (int place = 0; ; place++) {
            var provider = candidates.get(place);
            try {
                return new Served<>(attempt(provider, work), provider.name(), fallback, List.copyOf(warnings));
            } catch (ProviderException e) {
                costly |= e.isCostly();
                // who was never asked did not fail
                fallback |= e.code() != FailureCode.API_KEY_MISSING;
                if (place == candidates.size() - 1 || !othersMaySucceed(e))
                    throw costly ? e.by(provider.name()).costly() : e.by(provider.name());
                LOG.infof("%s: %s %s, next provider", provider.name(), e.code(), e.getMessage());
                warnings.add("%s did not serve (%s)".formatted(provider.name(), e.code()));
            }
        }
    }

    private static <P extends MediaProvider, T> T attempt(P provider, Work<P, T> work)
            throws ProviderException, InterruptedException {
        var missing = provider.missing();
        if (missing.isPresent())
            throw new ProviderException(
                    FailureCode.API_KEY_MISSING, "%s needs %s".formatted(provider.name(), missing.get()));
        try {
            return work.by(provider);
        } catch (ProviderException e) {
            if (e.code() != FailureCode.QUALITY_REJECTED) throw e;
            LOG.infof("%s: %s, once more", provider.name(), e.getMessage());
            return again(provider, work);
        }
    }

    /// The one free regeneration; what the first try cost stays on the bill.
    private static <P extends MediaProvider, T> T again(P provider, Work<P, T> work)
            throws ProviderException, InterruptedException {
        try {
            return work.by(provider);
        } catch (ProviderException e) {
            throw e.costly();
        }
    }

    /// Nor is anybody else paid while a job is under way that was paid already.
    private static boolean othersMaySucceed(ProviderException e) {
        return switch (e.code()) {
            case INVALID_REQUEST, CONTENT_REJECTED, CANCELLED -> false;
            default -> !e.isUnderWay();
        };
    }
}
