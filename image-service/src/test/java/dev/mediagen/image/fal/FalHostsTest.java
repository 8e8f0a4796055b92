package dev.mediagen.image.fal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FalHostsTest {
    private final FalHosts hosts =
            new FalHosts(FalWorkbench.config("http://queue.test:9000", Map.of("media-hosts", "cdn.example")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://queue.test:9000/a",
                "https://queue.fal.run/fal-ai/flux/requests/1",
                "https://queue.falrun.com/x",
                "https://FAL.RUN:443/x"
            })
    void followsTheQueue(String url) {
        assertThat(hosts.ofQueue(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://queue.fal.run/x",
                "https://queue.test:9000/a",
                "http://queue.test:9001/a",
                "https://fal.run.thief.example/x",
                "https://notfal.run/x",
                "https://queue.fal.run@thief.example/x",
                "https://key@queue.fal.run/x",
                "https://queue.fal.run:8443/x",
                "file:///etc/passwd",
                "//queue.fal.run/x",
                "https://v3.fal.media/x",
                "no url"
            })
    void keepsTheKeyFromAnybodyElse(String url) {
        assertThat(hosts.ofQueue(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://v3b.fal.media/files/x.jpg",
                "https://fal.media/x",
                "https://cdn.example/x",
                "http://queue.test:9100/files/x",
                "https://fal.run/x"
            })
    void fetchesPictures(String url) {
        assertThat(hosts.ofMedia(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://v3b.fal.media/x",
                "https://fal.media.thief.example/x",
                "https://other.example/x",
                "data:image/png;base64,AAAA",
                "http://169.254.169.254/x"
            })
    void refusesPicturesFromElsewhere(String url) {
        assertThat(hosts.ofMedia(url)).isEmpty();
    }
}
