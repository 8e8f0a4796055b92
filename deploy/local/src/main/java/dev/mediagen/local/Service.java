package dev.mediagen.local;

/// The five services and the heap each gets on one machine.
enum Service {
    MEDIA_GATEWAY("media-gateway", 160),
    TTS_SERVICE("tts-service", 448),
    IMAGE_SERVICE("image-service", 224),
    ALIGNMENT_SERVICE("alignment-service", 384),
    STORAGE_SERVICE("storage-service", 128);

    private final String module;
    private final int heapMb;

    Service(String module, int heapMb) {
        this.module = module;
        this.heapMb = heapMb;
    }

    /// Folder of the module and name of the process.
    String module() {
        return module;
    }

    int heapMb() {
        return heapMb;
    }

    int replicas(Options options) {
        return switch (this) {
            case MEDIA_GATEWAY -> options.gateways();
            case TTS_SERVICE, IMAGE_SERVICE, ALIGNMENT_SERVICE -> options.workers();
            case STORAGE_SERVICE -> 1;
        };
    }
}
