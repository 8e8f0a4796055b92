package dev.mediagen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), Path.of("/project"));
    }

    @Test
    void withoutArgumentsItTellsItsOwnHeadlineOnPort8080() {
        Options options = parse();
        assertThat(options.headline()).isNotBlank();
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.data()).isEqualTo(Path.of("/project/deploy/local/.data"));
        assertThat(options.story()).isTrue();
        assertThat(options.once()).isFalse();
    }

    @Test
    void everyOptionIsUnderstoodInAnyPlace() {
        Options options = parse(
                "--port",
                "9000",
                "My headline",
                "--once",
                "--no-story",
                "--data",
                "/d",
                "--state",
                "/s.json",
                "--gateways",
                "2",
                "--workers",
                "3");
        assertThat(options)
                .isEqualTo(new Options(
                        "My headline", true, false, 9000, Path.of("/d"), Optional.of(Path.of("/s.json")), 2, 3, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--colour|unknown option --colour",
                "--port|--port needs a value",
                "--port x|--port needs a number, not \"x\"",
                "--port 70000|--port must be 0 to 65535, not 70000",
                "--workers 0|--workers must be 1 to 9, not 0",
                "--oidc|--oidc is not available yet",
                "one two|two headlines",
            })
    void whatCannotBeUnderstoodIsNamed(String arguments, String message) {
        assertThatThrownBy(() -> parse(arguments.split(" ")))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(message);
    }
}
