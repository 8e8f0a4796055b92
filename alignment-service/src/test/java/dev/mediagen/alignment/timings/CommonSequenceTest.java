package dev.mediagen.alignment.timings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CommonSequenceTest {
    @RepeatedTest(40)
    void findsAsMuchAsTheTextbookMethod(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int[] a = random.ints(random.nextInt(60), 0, 4).toArray();
        int[] b = random.ints(random.nextInt(60), 0, 4).toArray();

        int[] match = CommonSequence.match(a, b);

        assertValid(a, b, match);
        assertThat(Arrays.stream(match).filter(m -> m >= 0).count()).isEqualTo(longest(a, b));
    }

    @Test
    void goesOnAfterMoreEditsThanOneSearchAllows() {
        Random random = new Random(7);
        int[] a = random.ints(20_000, 0, 50).toArray();
        int[] b = IntStream.range(0, a.length).map(i -> i % 7 == 0 ? 99 : a[i]).toArray();

        int[] match = CommonSequence.match(a, b);

        assertValid(a, b, match);
        assertThat(Arrays.stream(match).filter(m -> m >= 0).count()).isGreaterThan(16_000);
    }

    @Test
    void endsWhenNothingIsInCommon() {
        int[] match = CommonSequence.match(
                new int[5_000], IntStream.generate(() -> 1).limit(5_000).toArray());

        assertThat(match).containsOnly(-1);
    }

    private static void assertValid(int[] a, int[] b, int[] match) {
        int last = -1;
        for (int i = 0; i < b.length; i++) {
            if (match[i] >= 0) {
                assertThat(a[match[i]]).isEqualTo(b[i]);
                assertThat(match[i]).isGreaterThan(last);
                last = match[i];
            }
        }
    }

    private static int longest(int[] a, int[] b) {
        int[][] length = new int[a.length + 1][b.length + 1];
        for (int i = 1; i <= a.length; i++) {
            for (int k = 1; k <= b.length; k++) {
                length[i][k] =
                        a[i - 1] == b[k - 1] ? length[i - 1][k - 1] + 1 : Math.max(length[i - 1][k], length[i][k - 1]);
            }
        }
        return length[a.length][b.length];
    }
}
