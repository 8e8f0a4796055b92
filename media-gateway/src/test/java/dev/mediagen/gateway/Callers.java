package dev.mediagen.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/// The two users as HTTP clients.
final class Callers {
    private Callers() {}

    static RequestSpecification ann() {
        return as("ann");
    }

    static RequestSpecification bob() {
        return as("bob");
    }

    /// @return the id of what was started
    static String start(String path, String body) {
        var answer = ann().header("Prefer", "respond-async")
                .body(body)
                .post(path)
                .then()
                .statusCode(202)
                .header("Retry-After", "2")
                .extract();
        String id = answer.path("id");
        assertThat(answer.header("Location")).endsWith("/api/generations/" + id);
        return id;
    }

    static ValidatableResponse generation(String id) {
        return ann().get("/api/generations/" + id).then().statusCode(200);
    }

    static void awaitStatus(String id, String status) {
        await().until(() -> ann().get("/api/generations/" + id).path("status"), is(status));
    }

    /// Announces what the workers can do and waits until the gateway knows.
    static void know(Workers workers) {
        workers.announce();
        await().until(() ->
                ann().get("/api/voices").jsonPath().getList("voices.name").contains("andreas"));
    }

    static RequestSpecification as(String user) {
        return given().header("X-API-Key", TwoUsers.key(user)).contentType("application/json");
    }
}
