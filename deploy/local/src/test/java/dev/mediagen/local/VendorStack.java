package dev.mediagen.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One local stack whose providers are stubs in this JVM.
final class VendorStack implements AutoCloseable {
    private static final double RECORDING = 2;
    private static final double EFFECT = 10.24;

    final StubElevenLabs elevenLabs = new StubElevenLabs();
    final StubFal fal = new StubFal();
    final StubOpenAi openAi = new StubOpenAi();
    final StubModelServer styleTts2 = new StubModelServer(
            "styletts2-output/",
            call -> TestSound.voice(TestSound.seconds(call.json().path("text").asText()), 24_000));
    final StubModelServer seedVc = new StubModelServer("seedvc-outputs/", call -> converted(call));
    final StubModelServer makeAnAudio =
            new StubModelServer("make-an-audio-outputs/", call -> TestSound.voice(EFFECT, 16_000));

    private final LocalStack stack;
    final TestBucket bucket;
    final Api api;
    final Restart restart;

    VendorStack(Path data) throws Exception {
        var project = Project.fromSystemProperty();
        var options = Options.parse(List.of("--no-story", "--port", "0", "--data", data.toString()), project.root());
        stack = LocalStack.start(options, project, new Environment(environment()), Console.silent());
        bucket = new TestBucket(stack.state());
        List.of(styleTts2, seedVc, makeAnAudio).forEach(server -> server.useBucket(bucket));
        api = new Api(stack.state());
        restart = new Restart(stack.state());
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("ELEVENLABS_API_KEY", StubElevenLabs.KEY),
                Map.entry("ELEVENLABS_BASE_URL", elevenLabs.url()),
                Map.entry("FAL_KEY", StubFal.KEY),
                Map.entry("FAL_QUEUE_URL", fal.url()),
                Map.entry("OPENAI_API_KEY", StubOpenAi.KEY),
                Map.entry("OPENAI_BASE_URL", openAi.url()),
                Map.entry("STYLETTS2_API_ROUTE", styleTts2.url()),
                Map.entry("SEED_VC_API_ROUTE", seedVc.url()),
                Map.entry("MAKE_AN_AUDIO_API_ROUTE", makeAnAudio.url()),
                Map.entry("BACKEND_API_KEY", StubModelServer.KEY),
                Map.entry("MEDIA_PROVIDERS_SPEECH", "elevenlabs,openai,styletts2,sandbox"),
                Map.entry("MEDIA_PROVIDERS_CONVERSION", "seedvc,sandbox"),
                Map.entry("MEDIA_PROVIDERS_SOUND_EFFECT", "make-an-audio,sandbox"),
                Map.entry("MEDIA_PROVIDERS_IMAGE", "fal,sandbox"),
                Map.entry("MEDIA_CACHE_ENABLED", "true"),
                Map.entry("MEDIA_THROTTLE_STARTS_PER_MINUTE", "100000"),
                Map.entry("MEDIA_CREDITS_START", "1000000"),
                // an account that was out of credit in one test has some in the next
                Map.entry("MEDIA_CALLS_ACCOUNT_PAUSE", "0.001s"));
    }

    /// Fails as the real one does when the recording is not in the bucket.
    private byte[] converted(StubVendor.Call call) throws Exception {
        boolean there = bucket.has(call.json().path("source_audio_key").asText());
        return there ? TestSound.voice(RECORDING, 22_050) : null;
    }

    StackState state() {
        return stack.state();
    }

    @Override
    public void close() throws IOException {
        restart.close();
        stack.close();
        List.of(styleTts2, seedVc, makeAnAudio).forEach(StubModelServer::close);
        elevenLabs.close();
        fal.close();
        openAi.close();
    }
}
