package dev.mediagen.local.servers;

/// Ends this process when the one that started it is gone, so that a killed test or launcher leaves no servers
/// behind. A server started by hand has nobody to watch and stays.
final class ParentWatch {
    static final String VARIABLE = "LOCAL_PARENT_PID";

    private ParentWatch() {}

    static void start() {
        String parent = System.getenv(VARIABLE);
        if (parent == null) {
            return;
        }
        ProcessHandle.of(Long.parseLong(parent))
                .ifPresentOrElse(process -> process.onExit().thenRun(ParentWatch::endSoon), () -> Runtime.getRuntime()
                        .halt(1));
    }

    private static void endSoon() {
        Thread.ofPlatform().start(() -> System.exit(0));
    }
}
