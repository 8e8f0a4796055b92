package dev.mediagen.worker.providers;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Divides the slots of an account among replicas: nobody gets more than it wants, what one does not want goes to the
/// others, and everybody who wants some gets equally many.
final class SlotShares {
    private SlotShares() {}

    /// @param held slots it has now
    /// @param wanted calls it has running and waiting
    /// @param fed when it last came to have some after having none: the smaller, the longer ago
    record Claim(String replica, int held, int wanted, long fed) {}

    /// @return how many slots each replica should have; never more than `cap` together
    static Map<String, Integer> divide(int cap, List<Claim> claims) {
        var shares = new HashMap<String, Integer>();
        claims.forEach(claim -> shares.put(claim.replica(), 0));
        int left = cap;
        // what does not divide evenly goes to who has had nothing for longest, else stays where it is
        var order = claims.stream()
                .sorted(Comparator.comparing((Claim claim) -> claim.held() > 0)
                        .thenComparing(Claim::held, Comparator.reverseOrder())
                        .thenComparing(Claim::fed)
                        .thenComparing(Claim::replica))
                .toList();
        while (left > 0) {
            var hungry = order.stream()
                    .filter(claim -> shares.get(claim.replica()) < claim.wanted())
                    .toList();
            if (hungry.isEmpty()) break;
            int each = Math.max(1, left / hungry.size());
            for (var claim : hungry) {
                int more = Math.min(Math.min(each, left), claim.wanted() - shares.get(claim.replica()));
                shares.merge(claim.replica(), more, Integer::sum);
                left -= more;
            }
        }
        return shares;
    }
}
