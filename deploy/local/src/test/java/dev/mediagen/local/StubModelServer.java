package dev.mediagen.local;

import dev.mediagen.local.StubVendor.Answer;
import dev.mediagen.local.StubVendor.Call;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// StyleTTS2, Seed-VC or Make-An-Audio: what it makes it puts into the bucket that it shares with the stack.
final class StubModelServer implements AutoCloseable {
    static final String KEY = "stub-key-of-our-own-backend-servers";

    /// What one of them makes.
    interface Model {
        /// @return WAV, or null when it fails
        byte[] make(Call call) throws Exception;
    }

    private final StubVendor vendor = new StubVendor(this::answer);
    private final String prefix;
    private final Model model;
    private final List<String> made = new CopyOnWriteArrayList<>();
    private volatile TestBucket bucket;

    StubModelServer(String prefix, Model model) throws IOException {
        this.prefix = prefix;
        this.model = model;
    }

    /// The stack has to know its URL before there is a bucket.
    void useBucket(TestBucket bucket) {
        this.bucket = bucket;
    }

    String url() {
        return vendor.url();
    }

    List<Call> asked(String text) {
        return vendor.asked(text);
    }

    /// Keys of the objects it has put into the bucket.
    List<String> made() {
        return made;
    }

    @Override
    public void close() {
        vendor.close();
    }

    private Answer answer(Call call) throws Exception {
        var authorization = call.headers().getFirst("Authorization");
        if (authorization == null) return Answer.json(401, Map.of("detail", "API key is missing"));
        if (!authorization.replaceFirst("^Bearer ", "").equals(KEY))
            return Answer.json(401, Map.of("detail", "Invalid API key"));
        if (!call.method().equals("POST")) return Answer.json(200, Map.of("status", "healthy", "model", "loaded"));
        byte[] wav = model.make(call);
        if (wav == null) return Answer.json(500, Map.of("detail", "Error"));
        var key = prefix + UUID.randomUUID() + ".wav";
        bucket.put(key, "audio/wav", wav);
        made.add(key);
        return Answer.json(200, Map.of("audio_url", bucket.url(key), "s3_key", key));
    }
}
