package dev.mediagen.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageProduced;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.cache.ResultCache;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.media.ImageHeader;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Fallback;
import dev.mediagen.worker.providers.ProviderOrder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageHandlerTest {
    private static final Requests REQUEST = Requests.image("A bridge");

    @TempDir
    Path directory;

    private Desk desk;

    @BeforeEach
    void tidy() {
        desk = new Desk(directory, directory.resolve("source.png"));
    }

    @Test
    void factsComeFromTheFileAndNotFromTheProvider() throws Exception {
        PartResult result =
                handler(List.of(), new Stub("sandbox", 90, 50, null)).make(REQUEST.build(), desk);
        var produced = (ImageProduced) result.produced();
        var kept = ImageHeader.of(desk.staged().getFirst());
        assertThat(produced.width()).isEqualTo(kept.width()).isEqualTo(160);
        assertThat(produced.height()).isEqualTo(kept.height()).isEqualTo(120);
        assertThat(result.warnings()).containsExactly("made at 90x50 and fitted to 160x120");
        assertThat(produced.model()).isEqualTo("flux-dev");
        assertThat(produced.seed()).isEqualTo("42");
        assertThat(result.staged().mediaType()).isEqualTo("image/png");
        assertThat(result.provider()).isEqualTo("sandbox");
        assertThat(result.fallback()).isFalse();
    }

    @Test
    void progressRises() throws Exception {
        handler(List.of(), new Stub("sandbox", 90, 50, null)).make(REQUEST.build(), desk);
        assertThat(desk.progress()).isSorted().hasSizeGreaterThan(2);
    }

    @Test
    void blankPictureIsRejectedAndNotStaged() {
        assertFails(FailureCode.QUALITY_REJECTED, List.of(), new Stub("sandbox", 0, 0, null));
        assertThat(desk.staged()).isEmpty();
    }

    @Test
    void undecodablePictureIsRejected() {
        assertFails(FailureCode.QUALITY_REJECTED, List.of(), new Stub("sandbox", -1, -1, null));
    }

    @Test
    void nextProviderStepsInAndSaysSo() throws Exception {
        var broken = new Stub("fal", 0, 0, FailureCode.PROVIDER_UNAVAILABLE);
        PartResult result = handler(List.of("fal", "sandbox"), broken, new Stub("sandbox", 90, 50, null))
                .make(REQUEST.build(), desk);
        assertThat(result.provider()).isEqualTo("sandbox");
        assertThat(result.fallback()).isTrue();
    }

    @Test
    void invalidRequestIsNotOfferedToOthers() {
        var strict = new Stub("fal", 0, 0, FailureCode.INVALID_REQUEST);
        assertFails(FailureCode.INVALID_REQUEST, List.of("fal", "sandbox"), strict, new Stub("sandbox", 90, 50, null));
    }

    @Test
    void chosenProviderIsTheOnlyOneTried() throws Exception {
        var fal = new Stub("fal", 90, 50, null);
        PartResult result = handler(List.of("sandbox"), new Stub("sandbox", 90, 50, null), fal)
                .make(REQUEST.provider("fal").build(), desk);
        assertThat(result.provider()).isEqualTo("fal");
    }

    @Test
    void unknownProviderIsAnInvalidRequest() {
        assertThatThrownBy(() -> handler(List.of(), new Stub("sandbox", 90, 50, null))
                        .make(REQUEST.provider("nobody").build(), desk))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST));
    }

    @Test
    void transformGivesItsPreparedSource() throws Exception {
        ImageCodec.encode(Pictures.stripes(400, 90), ImageFormat.WEBP, desk.source());
        var stub = new Stub("sandbox", 90, 50, null);
        PartResult result = handler(List.of(), stub).make(REQUEST.transform(0.5).build(), desk);
        var seen = ImageHeader.of(Path.of(Files.readString(directory.resolve("seen"))));
        assertThat(seen).isEqualTo(new ImageHeader(ImageFormat.PNG, 160, 120, false, 3));
        assertThat(((ImageProduced) result.produced()).model()).isEqualTo("flux-dev-i2i");
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void badSourceIsRefusedBeforeAnybodyIsAsked() throws Exception {
        Files.writeString(desk.source(), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        assertThatThrownBy(() -> handler(List.of(), new Stub("sandbox", 90, 50, null))
                        .make(REQUEST.transform(0.5).build(), desk))
                .isInstanceOfSatisfying(ProviderException.class, e -> {
                    assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST);
                    assertThat(e.isCostly()).isFalse();
                    assertThat(e).hasMessageContaining("imageUrl");
                });
        assertThat(directory.resolve("seen")).doesNotExist();
    }

    @Test
    void goesOnWithWhatIsPaidThoughItsSourceIsGone() throws Exception {
        Files.writeString(desk.source(), "gone");
        var going = new Going(new Stub("fal", 90, 50, null), false);
        var result = handler(List.of("sandbox", "fal"), new Stub("sandbox", 90, 50, null), going)
                .make(REQUEST.transform(0.5).build(), desk);
        assertThat(result.provider()).isEqualTo("fal");
        assertThat(result.fallback()).isTrue();
    }

    @Test
    void asksNobodyElseWhileAJobIsUnderWay() {
        var going = new Going(new Stub("fal", 90, 50, null), true);
        assertThatThrownBy(() -> handler(List.of("sandbox", "fal"), new Stub("sandbox", 90, 50, null), going)
                        .make(REQUEST.build(), desk))
                .isInstanceOfSatisfying(ProviderException.class, e -> {
                    assertThat(e.isUnderWay()).isTrue();
                    assertThat(e.provider()).contains("fal");
                });
        assertThat(directory.resolve("seen")).doesNotExist();
    }

    private void assertFails(FailureCode code, List<String> order, ImageProvider... providers) {
        assertThatThrownBy(() -> handler(order, providers).make(REQUEST.build(), desk))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static ImageHandler handler(List<String> order, ImageProvider... providers) {
        var inOrder = new ProviderOrder<>("order", List.of(providers), Optional.of(order));
        return new ImageHandler(inOrder, new Fallback(), TestCalls.once(), Darkrooms.offline(), ResultCache.none());
    }

    /// Has a job under way, and cannot be asked about it if so told.
    record Going(Stub maker, boolean silent) implements ImageProvider {
        @Override
        public String name() {
            return maker.name();
        }

        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public ProviderCapability capability(int order) {
            return maker.capability(order);
        }

        @Override
        public boolean underWay(PartContext context) {
            return true;
        }

        @Override
        public Optional<Image> resume(ImageRequested request, PartContext context) throws ProviderException {
            if (silent)
                throw new ProviderException(FailureCode.PROVIDER_UNAVAILABLE, "stub").underWay(Duration.ofSeconds(5));
            return Optional.of(maker.generate(request, null, context));
        }

        @Override
        public Image generate(ImageRequested request, Path source, PartContext context) {
            throw new AssertionError("nothing is submitted");
        }
    }

    /// Fails with a code, or makes stripes; blank at width 0, no picture at width -1.
    record Stub(String name, int width, int height, FailureCode failure) implements ImageProvider {
        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public ProviderCapability capability(int order) {
            return new ProviderCapability(
                    name, Kind.IMAGE, true, order, List.of(), List.of(), List.of("png"), List.of());
        }

        @Override
        public Image generate(ImageRequested request, Path source, PartContext context) throws ProviderException {
            if (failure != null) throw new ProviderException(failure, "stub");
            Path file = context.workDir().resolve("stub.png");
            try {
                Files.writeString(context.workDir().resolve("seen"), String.valueOf(source));
                if (width < 0) Files.writeString(file, "no picture");
                else ImageCodec.encode(picture(), ImageFormat.PNG, file);
            } catch (IOException e) {
                throw new ProviderException(FailureCode.UNEXPECTED, "stub", e);
            }
            return new Image(file, "42", "r1", List.of());
        }

        private BufferedImage picture() {
            return width > 0 ? Pictures.stripes(width, height) : new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB);
        }
    }
}
