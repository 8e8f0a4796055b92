package dev.mediagen.local;

import dev.mediagen.local.servers.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.TreeMap;

/// The whole local system: Kafka, MongoDB's wire and S3, then the five services, each a process of its own.
///
/// Everything it starts it also ends: on [#close], and when this process is asked to end.
public final class LocalStack implements AutoCloseable {
    private static final Duration SERVERS_START = Duration.ofSeconds(60);
    private static final Duration SERVICES_START = Duration.ofSeconds(90);
    private static final Duration GROUP_END = Duration.ofSeconds(7);
    private static final Duration RECORDING_GROUP_END = Duration.ofSeconds(120);

    private final Options options;
    private final Project project;
    private final Environment environment;
    private final Console console;
    private final DataDirectory data;
    private final Processes processes;
    private StackState state;
    private boolean closed;

    private LocalStack(Options options, Project project, Environment environment, Console console) {
        this.options = options;
        this.project = project;
        this.environment = environment;
        this.console = console;
        this.data = DataDirectory.open(options.data());
        this.processes = new Processes(console, data);
    }

    /// Starts everything and returns when all of it is ready.
    ///
    /// @throws StackError naming what keeps it from starting; nothing is left running then
    static LocalStack start(Options options, Project project, Environment environment, Console console)
            throws IOException, InterruptedException {
        var stack = new LocalStack(options, project, environment, console);
        var hook = new Thread(() -> stack.closeAtExit(), "stack-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            stack.bringUp();
            return stack;
        } catch (IOException | InterruptedException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void bringUp() throws IOException, InterruptedException {
        long began = System.nanoTime();
        console.logTo(data.log("up"));
        if (options.state().isPresent()) {
            Files.deleteIfExists(options.state().get());
        }
        new Leftovers(data).end(console);
        Credentials credentials = Credentials.in(data);
        Ports ports = Ports.in(data);
        LocalServers servers = project.servers();
        Backends backends = Backends.choose(environment, servers, data, ports, credentials);
        var shared = new TreeMap<>(environment.printable());
        // how the gateway and tts-service know each other, and what seals the webhooks' secrets; nothing prints them
        shared.putAll(environment
                .withDefault("MEDIA_INTERNAL_TOKEN", Credentials.secret())
                .withDefault("MEDIA_WEBHOOK_KEY", credentials.webhookKey())
                .keepSecrets(data));
        shared.putAll(backends.environment());
        var services = new ServiceLaunches(options, project, data, ports, shared).all(credentials);

        console.say("Starting Mediagen in %s", data.path());
        processes.start(backends.launches(), SERVERS_START);
        processes.start(services, SERVICES_START);
        processes.watch();
        state = StackState.of(backends, credentials, data.path(), processes.all());
        for (String gateway : state.gateways()) {
            new GatewayClient(gateway, state.apiKey()).awaitWorkers();
        }
        if (options.state().isPresent()) {
            state.write(options.state().get());
        }
        console.say("Ready after %.1f s", (System.nanoTime() - began) / 1e9);
    }

    /// Addresses, keys and processes.
    public StackState state() {
        return state;
    }

    DataDirectory data() {
        return data;
    }

    /// Ends the services, then the servers; what does not end in time is killed.
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        console.say(project.recording() ? "Ending, which writes the caches" : "Ending everything");
        try {
            processes.end(project.recording() ? RECORDING_GROUP_END : GROUP_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            processes.all().forEach(process -> process.handle().destroyForcibly());
        }
        data.close();
        console.say("Ended");
    }

    private void closeAtExit() {
        try {
            close();
        } catch (IOException e) {
            console.say("Not everything ended: %s", e.getMessage());
        }
    }
}
