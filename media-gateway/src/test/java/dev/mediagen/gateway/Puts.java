package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.ann;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/// Uploads as a client makes them: announced at the gateway, put into the store.
final class Puts {
    static final byte[] MP3 = "ID3\4\0\0\0\0\0\0 a little recording".getBytes();
    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Puts() {}

    record Place(String uploadId, String s3Key, String uploadUrl, Map<String, String> headers) {
        Place with(String type) {
            return new Place(uploadId, s3Key, uploadUrl, Map.of("Content-Type", type));
        }

        Place at(String url) {
            return new Place(uploadId, s3Key, url, headers);
        }
    }

    static Place announced(String type, int size) {
        var answer = ann().body("{\"contentType\":\"%s\",\"size\":%d}".formatted(type, size))
                .post("/api/uploads")
                .then()
                .statusCode(201)
                .extract();
        return new Place(
                answer.path("uploadId"), answer.path("s3Key"), answer.path("uploadUrl"), answer.path("headers"));
    }

    /// @return the store's status
    static int put(Place place, byte[] bytes) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(place.uploadUrl()))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
        place.headers().forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    static Place finished(String type, byte[] bytes) throws IOException, InterruptedException {
        var place = announced(type, bytes.length);
        int status = put(place, bytes);
        if (status != 200) throw new AssertionError("the store answered " + status);
        return place;
    }
}
