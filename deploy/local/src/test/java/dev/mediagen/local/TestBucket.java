package dev.mediagen.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The bucket of a stack, as a server meets it that shares it.
record TestBucket(StackState stack) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    String url(String key) {
        var s3 = stack.s3();
        return "%s/%s/%s".formatted(s3.endpoint(), s3.bucket(), key);
    }

    /// Signed the way S3 signed before version 4, which is short.
    void put(String key, String type, byte[] object) throws Exception {
        var s3 = stack.s3();
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        var signed = "PUT\n\n%s\n\nx-amz-date:%s\n/%s/%s".formatted(type, date, s3.bucket(), key);
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(s3.secretKey().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        var signature = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        var request = HttpRequest.newBuilder(URI.create(url(key)))
                .header("Content-Type", type)
                .header("x-amz-date", date)
                .header("Authorization", "AWS %s:%s".formatted(s3.accessKey(), signature))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(object));
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /// Asks the directory behind the store.
    boolean has(String key) {
        return Files.exists(Path.of(stack.data(), "s3", stack.s3().bucket(), key));
    }
}
