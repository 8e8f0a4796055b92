package dev.mediagen.gateway.generations.start;

import dev.mediagen.contracts.Kind;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.catalog.Providers;
import dev.mediagen.gateway.voices.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/// What must be true of a text and of those who are to speak it.
@ApplicationScoped
class SpeechChecks {
    private final Voices voices;
    private final Providers providers;

    SpeechChecks(Voices voices, Providers providers) {
        this.voices = voices;
        this.providers = providers;
    }

    /// @return the same, with the caller's own voice if it is one
    /// @throws ProblemException 400
    SpeechRequest checked(@NotNull Caller caller, @Valid @NotNull SpeechRequest body) {
        if (body.text().codePoints().noneMatch(Character::isLetterOrDigit))
            throw ProblemException.invalid("text", "must have something to speak");
        var choice = providers.choose(Kind.SPEECH, body.provider(), body.service());
        voices.checkModel("modelId", body.modelId());
        return body.with(voices.check(caller, "voice", body.voice(), choice));
    }
}
