package dev.mediagen.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.local.StubVendor.Answer;
import dev.mediagen.local.StubVendor.Call;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/// fal's queue and its FLUX models. How a prompt begins says how its job goes.
final class StubFal implements AutoCloseable {
    static final String KEY = "stub-id-of-fal:stub-secret-of-fal-0123456789";
    static final String FLAGGED = "Flagged";
    static final String LASTING = "Lasting";
    static final BigInteger SEED = new BigInteger("17454220438242315174");
    private static final int SIDE = 512;

    private final StubVendor vendor = new StubVendor(this::answer);
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private volatile boolean finishing;

    private record Job(JsonNode input, AtomicInteger looks) {
        boolean is(String kind) {
            return input.path("prompt").asText().startsWith(kind);
        }
    }

    StubFal() throws IOException {}

    String url() {
        return vendor.url();
    }

    List<Call> submitted(String prompt) {
        return vendor.asked(prompt);
    }

    /// How often somebody has looked at the jobs that last.
    int looksAtLasting() {
        return jobs.values().stream()
                .filter(job -> job.is(LASTING))
                .mapToInt(job -> job.looks().get())
                .sum();
    }

    /// Lets jobs that last come to their end.
    void finish() {
        finishing = true;
    }

    @Override
    public void close() {
        vendor.close();
    }

    private Answer answer(Call call) throws Exception {
        if (call.path().startsWith("/files/")) return picture(call.path());
        if (!("Key " + KEY).equals(call.headers().getFirst("Authorization")))
            return Answer.json(401, Map.of("detail", "Cannot access application"));
        if (call.method().equals("POST")) return submit(call);
        var path = call.path().substring("/fal-ai/flux/requests/".length()).split("/");
        var job = jobs.get(path[0]);
        if (job == null) return Answer.json(404, Map.of("detail", "Request not found"));
        return path.length == 2 ? status(job) : Answer.json(200, output(path[0], job));
    }

    private Answer submit(Call call) throws IOException {
        var id = UUID.randomUUID().toString();
        jobs.put(id, new Job(call.json(), new AtomicInteger()));
        // the queue names owner and application only, whatever the model
        var url = url() + "/fal-ai/flux/requests/" + id;
        return Answer.json(
                200,
                Map.of(
                        "status",
                        "IN_QUEUE",
                        "request_id",
                        id,
                        "queue_position",
                        0,
                        "response_url",
                        url,
                        "status_url",
                        url + "/status",
                        "cancel_url",
                        url + "/cancel"));
    }

    private Answer status(Job job) throws IOException {
        int look = job.looks().incrementAndGet();
        boolean lasts = job.is(LASTING) && !finishing;
        if (look == 1 && !lasts) return Answer.json(202, Map.of("status", "IN_QUEUE", "queue_position", 1));
        return lasts
                ? Answer.json(202, Map.of("status", "IN_PROGRESS"))
                : Answer.json(200, Map.of("status", "COMPLETED"));
    }

    private Map<String, Object> output(String id, Job job) {
        var type = job.input().path("output_format").asText();
        var picture = Map.of(
                "url",
                url() + "/files/" + id + "." + type,
                "width",
                SIDE,
                "height",
                SIDE,
                "content_type",
                "image/" + type);
        return Map.of(
                "images", List.of(picture),
                "seed", SEED,
                "has_nsfw_concepts", List.of(job.is(FLAGGED)),
                "prompt", job.input().path("prompt").asText());
    }

    private static Answer picture(String path) throws IOException {
        var type = path.substring(path.lastIndexOf('.') + 1);
        return new Answer(200, "image/" + type, picture(type, SIDE), Map.of());
    }

    /// @param type `png` or `jpeg`
    static byte[] picture(String type, int side) throws IOException {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, Color.ORANGE, side, side, Color.BLUE));
        brush.fillRect(0, 0, side, side);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, type, bytes);
        return bytes.toByteArray();
    }
}
