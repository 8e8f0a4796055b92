package dev.mediagen.worker.media;

/// Takes mono sound block by block.
public interface PcmSink {
    /// @param block -1..1; only valid during the call
    void accept(float[] block) throws MediaException;
}
