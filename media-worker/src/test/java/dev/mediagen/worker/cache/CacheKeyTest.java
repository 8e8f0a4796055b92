package dev.mediagen.worker.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.ProviderVoice;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CacheKeyTest {
    private static final Set<String> WHO_ASKS = Set.of("generationId", "user", "expiresAt", "useCache");

    private static Stream<PartRequest> requests() {
        return Stream.of(
                Asks.speech("acme", "g1", "hi"),
                Asks.conversion(),
                Asks.soundEffect(),
                Asks.image("acme", "g1", "a fox"));
    }

    private static Stream<Arguments> nullableComponents() {
        return components()
                .filter(arguments -> nullable(
                        (PartRequest) arguments.get()[2], (String) arguments.get()[1]));
    }

    private static Stream<Arguments> components() {
        return requests().flatMap(request -> Arrays.stream(request.getClass().getRecordComponents())
                .map(component -> Arguments.of(request.getClass().getSimpleName(), component.getName(), request)));
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("components")
    void everyComponentButWhoAsksChangesTheKey(String type, String component, PartRequest request) {
        var changed = changed(request, component, true);

        assertThat(hash(changed).equals(hash(request))).isEqualTo(WHO_ASKS.contains(component));
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("nullableComponents")
    void absenceIsAValueOfItsOwn(String type, String component, PartRequest request) {
        assertThat(hash(changed(request, component, false))).isNotEqualTo(hash(request));
    }

    @Test
    void movingACharacterFromOneTextToTheNextChangesTheKey() {
        var one = CacheKey.of(Asks.soundEffect(), Map.of("a", "ab", "b", "c"));
        var other = CacheKey.of(Asks.soundEffect(), Map.of("a", "a", "b", "bc"));

        assertThat(one.hash()).isNotEqualTo(other.hash());
        assertThat(form(List.of("ab", "c"))).isNotEqualTo(form(List.of("a", "bc")));
        assertThat(form(List.of("a", List.of("b")))).isNotEqualTo(form(List.of(List.of("a"), "b")));
    }

    @Test
    void numbersCountByValue() {
        assertThat(form(1)).isEqualTo(form(1.0)).isEqualTo(form(1L)).isEqualTo(form(1.0f));
        assertThat(form(-0.0)).isEqualTo(form(0.0)).isEqualTo(form(0));
        assertThat(form(100)).isEqualTo(form(1e2)).isNotEqualTo(form(1e3));
        assertThat(form(0.1)).isNotEqualTo(form(0.1f + 1e-7));
        assertThat(form(1)).isNotEqualTo(form("1")).isNotEqualTo(form(true));
        assertThat(form(Double.NaN)).isNotEqualTo(form(Double.POSITIVE_INFINITY));
    }

    @Test
    void composedAndDecomposedLettersAreOneText() {
        assertThat(form("caf\u00e9")).isEqualTo(form("cafe\u0301")).isNotEqualTo(form("cafe"));
    }

    @Test
    void nothingIsNotTheEmptyText() {
        assertThat(Set.of(form(""), form(null), form(List.of()), form(Map.of())))
                .hasSize(4);
    }

    @Test
    void aSourceIsItsContentWhateverItsKey() {
        var here = new StagedAsset("uploads/1.png", "image/png", 3, "aa");
        var there = new StagedAsset("uploads/2.png", "image/png", 3, "aa");
        var other = new StagedAsset("uploads/1.png", "image/png", 3, "bb");

        assertThat(form(here)).isEqualTo(form(there)).isNotEqualTo(form(other));
    }

    @Test
    void aSourceOfUnknownContentEqualsOnlyItself() {
        var one = new StagedAsset("uploads/1.png", "image/png", 3, null);
        var two = new StagedAsset("uploads/2.png", "image/png", 3, null);

        assertThat(form(one)).isNotEqualTo(form(two));
    }

    @Test
    void aTextIsTheSameHoweverItTravels() {
        var inline = Asks.speech("acme", "g1", "hi");
        var staged = new TextContent(null, new StagedAsset("staging/t.txt", "text/plain", 2, "cc"));
        var travelled = changed(inline, "text", staged);

        assertThat(CacheKey.of(travelled, Map.of("text", "hi")).hash()).isEqualTo(hash(inline));
        assertThatThrownBy(() -> CacheKey.of(travelled, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheHandlerResolvedIsPartOfTheKey() {
        var request = Asks.soundEffect();

        assertThat(CacheKey.of(request, Map.of("firstProvider", "a")).hash())
                .isNotEqualTo(CacheKey.of(request, Map.of("firstProvider", "b")).hash())
                .isNotEqualTo(hash(request));
    }

    private static String hash(PartRequest request) {
        return CacheKey.of(request, Map.of()).hash();
    }

    private static String form(Object value) {
        return CanonicalForm.sha256(value);
    }

    private static boolean nullable(PartRequest request, String name) {
        return !WHO_ASKS.contains(name)
                && !name.equals("tenant")
                && Arrays.stream(request.getClass().getRecordComponents())
                        .noneMatch(c -> c.getName().equals(name) && c.getType().isPrimitive());
    }

    private static PartRequest changed(PartRequest request, String component, boolean toOther) {
        return changed(request, component, toOther ? OTHER : null);
    }

    private static final Object OTHER = new Object();

    /// The request with one component replaced.
    private static PartRequest changed(PartRequest request, String name, Object value) {
        try {
            RecordComponent[] components = request.getClass().getRecordComponents();
            var types = new Class<?>[components.length];
            var values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getAccessor().invoke(request);
                if (components[i].getName().equals(name)) values[i] = value == OTHER ? other(values[i]) : value;
            }
            Constructor<?> constructor = request.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (PartRequest) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object other(Object value) {
        return switch (value) {
            case String text -> text + "x";
            case Boolean flag -> !flag;
            case Integer number -> number + 1;
            case Double number -> number + 0.01;
            case Instant time -> time.plusSeconds(1);
            case Enum<?> constant -> next(constant);
            case TextContent text -> new TextContent(text.inline() + "x", null);
            case StagedAsset object -> new StagedAsset(object.key(), object.mediaType(), object.size(), "ff");
            case List<?> voices -> List.of(voices.getFirst(), new ProviderVoice("fal", "v2"));
            default -> throw new IllegalStateException("no other " + value.getClass());
        };
    }

    private static Object next(Enum<?> constant) {
        Object[] all = constant.getDeclaringClass().getEnumConstants();
        return all[(constant.ordinal() + 1) % all.length];
    }
}
