package dev.mediagen.worker.media;

import java.util.ArrayList;
import java.util.List;

/// Keeps the blocks of a sound that is wanted whole.
final class PcmBlocks implements PcmSink {
    private final List<float[]> blocks = new ArrayList<>();

    @Override
    public void accept(float[] block) {
        blocks.add(block);
    }

    float[] samples() {
        float[] samples =
                new float[blocks.stream().mapToInt(block -> block.length).sum()];
        int at = 0;
        for (float[] block : blocks) {
            System.arraycopy(block, 0, samples, at, block.length);
            at += block.length;
        }
        return samples;
    }
}
