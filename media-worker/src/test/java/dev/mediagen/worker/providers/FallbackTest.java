package dev.mediagen.worker.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.ProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FallbackTest {
    private final Fallback fallback = new Fallback();
    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(
            value = FailureCode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"INVALID_REQUEST", "CONTENT_REJECTED", "CANCELLED", "QUALITY_REJECTED", "API_KEY_MISSING"})
    void theNextProviderServesAndIsNamed(FailureCode code) throws Exception {
        var served = fallback.serve(List.of(of("a", null), of("b", null)), failing("a", code));

        assertThat(served).isEqualTo(new Served<>("made", "b", true, List.of("a did not serve (%s)".formatted(code))));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCode.class,
            names = {"INVALID_REQUEST", "CONTENT_REJECTED", "CANCELLED"})
    void whatCannotBeOtherElsewhereIsOfferedToNobodyElse(FailureCode code) {
        assertThatThrownBy(() -> fallback.serve(List.of(of("a", null), of("b", null)), failing("a", code)))
                .isInstanceOfSatisfying(ProviderException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.provider()).contains("a");
                });
        assertThat(asked).containsExactly("a");
    }

    @Test
    void nobodyElseIsPaidWhileAJobIsUnderWay() {
        var pause = Duration.ofSeconds(7);
        assertThatThrownBy(() -> fallback.serve(List.of(of("a", null), of("b", null)), provider -> {
                    asked.add(provider.name());
                    throw new ProviderException(FailureCode.PROVIDER_UNAVAILABLE, "stub").underWay(pause);
                }))
                .isInstanceOfSatisfying(ProviderException.class, e -> {
                    assertThat(e.isUnderWay()).isTrue();
                    assertThat(e.provider()).contains("a");
                    assertThat(e.retryAfter()).contains(pause);
                });
        assertThat(asked).containsExactly("a");
    }

    @Test
    void whoLacksItsKeyIsPassedOverWithoutBeingAsked() throws Exception {
        var served = fallback.serve(List.of(of("a", "A_KEY"), of("b", null)), failing("none", FailureCode.UNEXPECTED));

        assertThat(served.provider()).isEqualTo("b");
        assertThat(served.fallback()).isFalse();
        assertThat(asked).containsExactly("b");
    }

    @Test
    void namesTheKeyThatIsMissing() {
        assertThatThrownBy(() -> fallback.serve(List.of(of("a", "A_KEY")), failing("none", FailureCode.UNEXPECTED)))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.API_KEY_MISSING))
                .hasMessageContaining("A_KEY");
    }

    @Test
    void anUnfitResultIsMadeOnceMoreAndThenRejected() {
        assertThatThrownBy(() -> fallback.serve(List.of(of("a", null)), failing("a", FailureCode.QUALITY_REJECTED)))
                .isInstanceOfSatisfying(ProviderException.class, e -> {
                    assertThat(e.code()).isEqualTo(FailureCode.QUALITY_REJECTED);
                    assertThat(e.isCostly()).isTrue();
                });
        assertThat(asked).containsExactly("a", "a");
    }

    @Test
    void anUnfitResultThatTurnsOutWellIsServed() throws Exception {
        var served = fallback.serve(List.of(of("a", null)), provider -> {
            asked.add(provider.name());
            if (asked.size() == 1) throw new ProviderException(FailureCode.QUALITY_REJECTED, "silent").costly();
            return "made";
        });

        assertThat(served.fallback()).isFalse();
        assertThat(asked).hasSize(2);
    }

    @Test
    void ordersBySettingThenByKeysThenSandbox() throws Exception {
        var sandbox = of("sandbox", null);
        var keyed = of("b", null);
        var keyless = of("a", "A_KEY");
        var all = List.of(sandbox, keyed, keyless);

        assertThat(names(new ProviderOrder<>("s", all, Optional.empty()).candidates(null, null)))
                .containsExactly("b");
        assertThat(names(new ProviderOrder<>("s", List.of(sandbox, keyless), Optional.empty()).candidates(null, null)))
                .containsExactly("sandbox");
        var order = new ProviderOrder<>("s", all, Optional.of(List.of("a", "sandbox")));
        assertThat(names(order.candidates(null, null))).containsExactly("a", "sandbox");
        assertThat(names(order.candidates("b", null))).containsExactly("b");
        assertThat(names(order.candidates(null, "b"))).containsExactly("b", "a", "sandbox");
        assertThat(order.capabilities())
                .extracting(ProviderCapability::provider, ProviderCapability::order)
                .containsExactly(tuple("a", 0), tuple("b", -1), tuple("sandbox", 1));
        assertThatThrownBy(() -> new ProviderOrder<>("the.setting", all, Optional.of(List.of("nobody"))))
                .hasMessageContaining("the.setting")
                .hasMessageContaining("nobody");
    }

    private Fallback.Work<MediaProvider, String> failing(String who, FailureCode code) {
        return provider -> {
            asked.add(provider.name());
            if (provider.name().equals(who)) throw new ProviderException(code, "stub");
            return "made";
        };
    }

    private static List<String> names(List<MediaProvider> providers) {
        return providers.stream().map(MediaProvider::name).toList();
    }

    private static MediaProvider of(String name, String missing) {
        return new Named(name, Optional.ofNullable(missing));
    }

    private record Named(String name, Optional<String> missing) implements MediaProvider {
        @Override
        public ProviderCapability capability(int order) {
            return new ProviderCapability(
                    name, Kind.SPEECH, missing.isEmpty(), order, List.of(), List.of(), List.of(), List.of());
        }
    }
}
