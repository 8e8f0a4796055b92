package dev.mediagen.alignment.forced;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.text.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// All frames look alike here: only lengths, marks and loudness tell where a word is.
class ViterbiTest {
    private static final SourceText TEXT = SourceText.of("Ab cd. Ef gh.", "en");
    private static final int COUNT = 600;
    /// The pause after the second word.
    private static final int AFTER_SENTENCE = 2 * (1 + Chain.PARTS);

    private final List<Phone> phones = IntStream.range(0, 4)
            .mapToObj(word -> new Phone(String.valueOf(word), word, 0.1 * word, 0.1 * (word + 1)))
            .toList();
    private final Chain chain = new Chain(phones, TEXT);

    @Test
    void aSoundDoesNotLastThroughThePauseAfterIt() throws Exception {
        double[] quiet = new double[chain.models];
        Arrays.fill(quiet, 0.98);
        quiet[chain.silence] = 0.02;

        int[] path = path(quiet);

        assertThat(Arrays.stream(path, 250, 350).allMatch(chain::silent)).isTrue();
    }

    @Test
    void pausesWhereTheSentenceEnds() throws Exception {
        double[] quiet = new double[chain.models];
        Arrays.fill(quiet, 0.5);

        int[] path = path(quiet);

        assertThat(Arrays.stream(path, 250, 350)).containsOnly(AFTER_SENTENCE);
    }

    private int[] path(double[] quiet) throws InterruptedException {
        float[] level = new float[COUNT];
        Arrays.fill(level, 40, 560, -50);
        boolean[] speech = new boolean[COUNT];
        Arrays.fill(speech, true);
        Frames frames = Frames.of(new Even(), speech);
        PhoneModels models = new PhoneModels(new float[chain.models][Frames.SIZE], quiet);
        Band anywhere = new Band(new float[chain.size], new int[COUNT], 1, false);
        return new Viterbi(chain, models, frames, new Loudness(level), anywhere).path();
    }

    private record Even() implements MelRows {
        @Override
        public int count() {
            return COUNT;
        }

        @Override
        public void read(int frame, float[] row) {
            Arrays.fill(row, 1);
        }
    }
}
