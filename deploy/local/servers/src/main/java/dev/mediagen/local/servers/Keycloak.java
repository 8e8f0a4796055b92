package dev.mediagen.local.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// Keycloak with the realm `mediagen`, whose users and clients are made anew at each start. Its distribution is
/// large, so only `verify` and who needs it unpack it: `./mvnw -pl deploy/local/servers dependency:unpack@keycloak`.
public final class Keycloak {
    public static final String AUDIENCE = "mediagen";
    public static final String NAME = "keycloak";
    private static final String REALM = "/realms/mediagen";
    private static final String JVM = "-Xms64m -Xmx400m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC "
            + "-XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Djava.net.preferIPv4Stack=true";

    private Keycloak() {}

    /// What its tokens name as their issuer.
    public static String issuer(int port) {
        return "http://127.0.0.1:" + port + REALM;
    }

    public static String tokenUrl(int port) {
        return issuer(port) + "/protocol/openid-connect/token";
    }

    /// @param servers the build directory of this module
    /// @throws IllegalStateException when the distribution is not unpacked
    static Launch launch(Path servers, int port, Path log) throws IOException {
        Path home = home(servers);
        Path imported = Files.createDirectories(home.resolve("data").resolve("import"));
        try (var realm = Keycloak.class.getResourceAsStream("/keycloak-realm.json")) {
            Files.copy(realm, imported.resolve("mediagen.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        var environment = Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", JVM);
        var command = List.of(
                "bash",
                home.resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        return new Launch(NAME, port, environment, command, log.toAbsolutePath());
    }

    private static Path home(Path servers) throws IOException {
        Path unpacked = servers.toAbsolutePath().normalize().resolve(NAME);
        if (Files.isDirectory(unpacked)) {
            try (var homes = Files.newDirectoryStream(unpacked, "keycloak-*")) {
                for (Path home : homes) {
                    return home;
                }
            }
        }
        throw new IllegalStateException("%s holds no Keycloak: run ./mvnw -pl deploy/local/servers "
                .concat("dependency:unpack@keycloak")
                .formatted(unpacked));
    }
}
