package dev.mediagen.local;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.local.servers.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which process listens where: the same as last time, when that port is still free.
final class Ports {
    private final Path file;
    private final SortedMap<String, Integer> ports;
    private final Set<Integer> handedOut = new HashSet<>();

    private Ports(Path file, SortedMap<String, Integer> ports) {
        this.file = file;
        this.ports = ports;
    }

    static Ports in(DataDirectory data) throws IOException {
        Path file = data.path().resolve("ports.json");
        SortedMap<String, Integer> known = Files.exists(file)
                ? ContractJson.mapper().readValue(file.toFile(), new TypeReference<TreeMap<String, Integer>>() {})
                : new TreeMap<>();
        return new Ports(file, known);
    }

    int of(String process) throws IOException {
        Integer known = ports.get(process);
        if (known != null && FreePort.isFree(known) && handedOut.add(known)) {
            return known;
        }
        int port = FreePort.any();
        while (!handedOut.add(port)) {
            port = FreePort.any();
        }
        ports.put(process, port);
        ContractJson.mapper().writeValue(file.toFile(), ports);
        return port;
    }
}
