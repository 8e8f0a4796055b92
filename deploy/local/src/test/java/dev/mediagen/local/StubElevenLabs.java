package dev.mediagen.local;

import dev.mediagen.local.StubVendor.Answer;
import dev.mediagen.local.StubVendor.Call;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/// ElevenLabs as far as speech needs it. How a text begins says how it is answered.
final class StubElevenLabs implements AutoCloseable {
    static final String KEY = "sk_stub_of_elevenlabs_0123456789abcdef";
    static final String OVERLOADED = "Overloaded";
    static final String PENNILESS = "Penniless";
    static final String MALFORMED = "Malformed";
    static final String HURRIED = "Hurried";
    static final String MUTE = "Mute";
    static final String HELD = "Held";
    static final int TIMES_HURRIED = 3;

    private final StubVendor vendor = new StubVendor(this::answer);
    private final CountDownLatch released = new CountDownLatch(1);

    StubElevenLabs() throws IOException {}

    String url() {
        return vendor.url();
    }

    List<Call> asked(String text) {
        return vendor.asked(text);
    }

    /// Lets the first call of a text that is held be answered.
    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        vendor.close();
    }

    private Answer answer(Call call) throws Exception {
        if (!KEY.equals(call.headers().getFirst("xi-api-key"))) return refusal(401, "unauthorized", "invalid_api_key");
        if (call.path().equals("/v1/models")) return models();
        if (call.path().equals("/v2/voices")) return Answer.json(200, Map.of("voices", List.of(), "has_more", false));
        if (call.path().startsWith("/v1/voices/"))
            return Answer.json(200, Map.of("voice_id", call.path().substring("/v1/voices/".length())));
        if (call.path().matches("/v1/text-to-speech/[^/]+/with-timestamps")) return speech(call);
        return refusal(404, "not_found", "not_found");
    }

    private static Answer models() throws IOException {
        return Answer.json(
                200,
                List.of(Map.of(
                        "model_id",
                        "eleven_multilingual_v2",
                        "name",
                        "Multilingual v2",
                        "can_do_text_to_speech",
                        true,
                        "maximum_text_length_per_request",
                        10_000)));
    }

    private Answer speech(Call call) throws Exception {
        var text = call.json().path("text").asText();
        int time = asked(text).indexOf(call) + 1;
        return switch (text.split(" ")[0]) {
            case OVERLOADED -> Answer.json(503, Map.of("status", "service_unavailable", "message", "later"));
            case PENNILESS -> refusal(401, "unauthorized", "quota_exceeded");
            case MALFORMED -> Answer.json(422, Map.of("detail", List.of(wrong())));
            case HURRIED -> time > TIMES_HURRIED ? spoken(call, text, false) : hurried();
            case MUTE -> spoken(call, text, true);
            case HELD -> {
                if (time == 1) released.await();
                yield spoken(call, text, false);
            }
            default -> spoken(call, text, false);
        };
    }

    private static Map<String, Object> wrong() {
        return Map.of("type", "missing", "loc", List.of("body", "text"), "msg", "Field required");
    }

    private static Answer hurried() throws IOException {
        return refusal(429, "concurrent_limit_exceeded", "too_many_concurrent_requests")
                .with(Map.of("Retry-After", "1"));
    }

    private static Answer refusal(int status, String code, String older) throws IOException {
        return Answer.json(status, Map.of("detail", Map.of("code", code, "status", older, "message", "no")));
    }

    private static Answer spoken(Call call, String text, boolean mute) throws IOException {
        double seconds = TestSound.seconds(text);
        var audio = audio(call.query(), seconds, mute);
        if (audio.length == 0) return refusal(400, "invalid_output_format", "invalid_output_format");
        var timings = Map.of(
                "characters", text.chars().mapToObj(Character::toString).toList(),
                "character_start_times_seconds", times(text, 0),
                "character_end_times_seconds", times(text, 1));
        var body = Map.of("audio_base64", Base64.getEncoder().encodeToString(audio), "alignment", timings);
        return Answer.json(200, body).with(Map.of("request-id", "stub", "maximum-concurrent-requests", "5"));
    }

    private static byte[] audio(String query, double seconds, boolean mute) throws IOException {
        if (query.contains("output_format=mp3_44100_128")) return TestSound.mp3(seconds);
        if (!query.contains("output_format=wav_44100")) return new byte[0];
        return mute ? TestSound.silence(seconds, 44_100) : TestSound.voice(seconds, 44_100);
    }

    private static List<Double> times(String text, int shift) {
        double each = TestSound.seconds(text) / text.length();
        return IntStream.range(0, text.length())
                .mapToObj(index -> each * (index + shift))
                .toList();
    }
}
