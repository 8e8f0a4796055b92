package dev.mediagen.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.PartContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageKeyTest {
    private static final List<ImageProvider> PROVIDERS = List.of(new Named("fal"));

    @TempDir
    Path directory;

    @Test
    void aSourceIsItsBytesWhateverFileItCameIn() throws Exception {
        var request = Requests.image("a fox").transform(0.5).build();

        assertThat(hash(request, "one.png", "bytes")).isEqualTo(hash(request, "two.png", "bytes"));
        assertThat(hash(request, "one.png", "bytes")).isNotEqualTo(hash(request, "two.png", "other bytes"));
    }

    @Test
    void anotherFirstProviderIsAnotherKey() {
        var request = Requests.image("a fox").build();

        assertThat(ImageKey.of(request, null, PROVIDERS).hash())
                .isNotEqualTo(
                        ImageKey.of(request, null, List.of(new Named("openai"))).hash());
    }

    private String hash(ImageRequested request, String name, String content) throws IOException {
        var source = Files.writeString(directory.resolve(name), content);
        return ImageKey.of(request, source, PROVIDERS).hash();
    }

    private record Named(String name) implements ImageProvider {
        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public ProviderCapability capability(int order) {
            return new ProviderCapability(name, Kind.IMAGE, true, order, List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public Image generate(ImageRequested request, Path source, PartContext context) {
            throw new UnsupportedOperationException();
        }
    }
}
