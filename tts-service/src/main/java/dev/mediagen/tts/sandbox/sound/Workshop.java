package dev.mediagen.tts.sandbox.sound;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Where sounds are computed: on a thread of its own, so that computing cannot keep the carriers of virtual threads
/// from renewing leases.
@ApplicationScoped
class Workshop {
    private final ExecutorService bench = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("workshop").factory());

    @PreDestroy
    void close() {
        bench.shutdownNow();
    }

    <T> T compute(Callable<T> work) throws ProviderException, InterruptedException {
        var working = bench.submit(work);
        try {
            return working.get();
        } catch (InterruptedException e) {
            working.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderException known) throw known;
            throw new ProviderException(FailureCode.UNEXPECTED, "the sandbox could not make the sound", e.getCause());
        }
    }

    static void encode(Pcm pcm, AudioFormat format, AudioQuality quality, Path file) throws ProviderException {
        try {
            AudioCodec.encode(pcm, format, quality, file);
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the sound could not be encoded", e);
        }
    }

    /// As loud as sounds of this house are: the highest sample at -3 dB of full scale.
    static Pcm loud(float[] samples, int sampleRate) {
        float peak = 1e-6f;
        for (float sample : samples) peak = Math.max(peak, Math.abs(sample));
        float gain = 0.7f / peak;
        for (int index = 0; index < samples.length; index++) samples[index] *= gain;
        return new Pcm(samples, sampleRate);
    }
}
