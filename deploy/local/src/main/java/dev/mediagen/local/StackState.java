package dev.mediagen.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.local.servers.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A running stack as outside programs see it: what `--state FILE` writes.
///
/// @param apiKey       of one user
/// @param secondApiKey of another user of the same tenant
/// @param processes    by name; replicas are `-2`, `-3`
public record StackState(
        String gateway,
        List<String> gateways,
        String apiKey,
        String secondApiKey,
        String kafka,
        String mongo,
        S3 s3,
        String data,
        Map<String, Running> processes) {
    public record S3(String endpoint, String bucket, String accessKey, String secretKey) {}

    /// @param command one line for a shell that starts this very process again
    public record Running(long pid, int port, String log, String command) {}

    static StackState of(Backends backends, Credentials credentials, Path data, List<ChildProcess> children) {
        List<String> gateways = children.stream()
                .filter(child -> child.launch().name().startsWith(Service.MEDIA_GATEWAY.module()))
                .map(child -> "http://127.0.0.1:" + child.launch().port())
                .toList();
        var processes = new LinkedHashMap<String, Running>();
        children.forEach(child -> processes.put(
                child.launch().name(),
                new Running(
                        child.pid(),
                        child.launch().port(),
                        child.launch().log().toString(),
                        child.launch().shellLine())));
        Backends.S3 s3 = backends.s3();
        return new StackState(
                gateways.getFirst(),
                gateways,
                credentials.apiKey(),
                credentials.secondApiKey(),
                backends.kafka(),
                backends.mongo(),
                new S3(s3.endpoint(), s3.bucket(), s3.accessKey(), s3.secretKey()),
                data.toString(),
                processes);
    }

    /// What a stack wrote to `file`.
    public static StackState read(Path file) throws IOException {
        return ContractJson.mapper().readValue(file.toFile(), StackState.class);
    }

    /// Whole or not at all: whoever sees the file sees all of it.
    void write(Path file) throws IOException {
        JsonMapper json = ContractJson.mapper();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = Files.createTempFile(file.toAbsolutePath().getParent(), ".state", ".json");
        json.writerWithDefaultPrettyPrinter().writeValue(part.toFile(), this);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
