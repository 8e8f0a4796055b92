package dev.mediagen.worker.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.worker.providers.SlotShares.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlotSharesTest {
    @Test
    void dividesEquallyAmongThoseWhoWantMore() {
        assertThat(SlotShares.divide(10, List.of(claim("a", 10, 30), claim("b", 0, 30))))
                .containsEntry("a", 5)
                .containsEntry("b", 5);
    }

    @Test
    void givesWhatOneDoesNotWantToTheOthers() {
        assertThat(SlotShares.divide(10, List.of(claim("a", 2, 2), claim("b", 0, 30))))
                .containsEntry("a", 2)
                .containsEntry("b", 8);
    }

    @Test
    void leavesTheOddOneWhereItIs() {
        assertThat(SlotShares.divide(3, List.of(claim("a", 1, 9), claim("b", 2, 9))))
                .containsEntry("a", 1)
                .containsEntry("b", 2);
    }

    @Test
    void givesTheOnlyOneToWhoHasHadNoneForLongest() {
        var claims = List.of(new Claim("a", 0, 5, 7), new Claim("b", 0, 5, 3), new Claim("c", 1, 5, 9));

        assertThat(SlotShares.divide(1, claims)).containsEntry("b", 1).containsEntry("a", 0);
    }

    @Test
    void neverGivesMoreThanThereIsOrThanIsWanted() {
        var random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            int cap = random.nextInt(20);
            var claims = new ArrayList<Claim>();
            for (int replica = random.nextInt(5); replica >= 0; replica--)
                claims.add(new Claim("r" + replica, random.nextInt(5), random.nextInt(30), random.nextInt(9)));
            var shares = SlotShares.divide(cap, claims);
            int wanted = claims.stream().mapToInt(Claim::wanted).sum();

            assertThat(shares.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(Math.min(cap, wanted));
            claims.forEach(claim -> assertThat(shares.get(claim.replica())).isBetween(0, claim.wanted()));
        }
    }

    private static Claim claim(String replica, int held, int wanted) {
        return new Claim(replica, held, wanted, 0);
    }
}
