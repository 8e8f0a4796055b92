package dev.mediagen.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Kills one of two speech workers while both work, and measures until the other runs what the dead one had claimed.
final class TakeOver {
    private static final String INBOX = "ttsInbox";
    private static final int STORIES = 6;
    private static final double LIMIT_SECONDS = 8;
    private static final Duration CLAIMED = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(180);
    private static final Duration POLL = Duration.ofMillis(20);

    private final StackState state;
    private final GatewayClient gateway;

    TakeOver(StackState state, GatewayClient gateway) {
        this.state = state;
        this.gateway = gateway;
    }

    Drill.Outcome run() throws IOException, InterruptedException {
        try (var restart = new Restart(state);
                var stores = new Stores(state)) {
            List<WatchedStory> stories = start();
            Map<String, Stores.Claim> before = awaitClaims(stores);
            long victim = before.values().iterator().next().pid();
            long killed = System.nanoTime();
            restart.kill(nameOf(victim));
            before.putAll(stores.claims(INBOX));
            before.values().removeIf(claim -> claim.pid() != victim);
            Map<String, Double> taken = new HashMap<>();
            while ((System.nanoTime() - killed) / 1e9 < 2 * LIMIT_SECONDS) {
                double now = (System.nanoTime() - killed) / 1e9;
                stores.claims(INBOX).forEach((part, claim) -> {
                    if (before.containsKey(part)
                            && claim.epoch() > before.get(part).epoch()) {
                        taken.putIfAbsent(part, now);
                    }
                });
                Thread.sleep(POLL);
            }
            return judge(stories, stores, taken, killed);
        }
    }

    private String nameOf(long pid) {
        return state.processes().entrySet().stream()
                .filter(process -> process.getValue().pid() == pid)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new StackError("no process of the stack has the id " + pid));
    }

    private List<WatchedStory> start() throws IOException, InterruptedException {
        WatchedStory.start(gateway, "A first story so that everything is loaded")
                .awaitEnd(END);
        var stories = new ArrayList<WatchedStory>();
        for (int number = 1; number <= STORIES; number++) {
            stories.add(WatchedStory.start(gateway, "The storm learns its song, verse " + number));
        }
        return stories;
    }

    private static Map<String, Stores.Claim> awaitClaims(Stores stores) throws InterruptedException {
        long giveUp = System.nanoTime() + CLAIMED.toNanos();
        Map<String, Stores.Claim> claims = stores.claims(INBOX);
        while (claims.size() < 2) {
            if (System.nanoTime() > giveUp) {
                throw new StackError("the speech workers claimed nothing");
            }
            Thread.sleep(POLL);
            claims = stores.claims(INBOX);
        }
        return claims;
    }

    private static Drill.Outcome judge(
            List<WatchedStory> stories, Stores stores, Map<String, Double> taken, long killed)
            throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        for (WatchedStory story : stories) {
            wrong.addAll(story.awaitEnd(END));
            wrong.addAll(stores.violations(story.id()));
        }
        stores.orphans().forEach(key -> wrong.add("orphan " + key));
        double slowest =
                taken.values().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        if (taken.isEmpty()) {
            wrong.add("the killed replica owned nothing, so nothing was shown");
        } else if (slowest > LIMIT_SECONDS) {
            wrong.add("taken over only after %.1f s".formatted(slowest));
        }
        String figures = "%d part(s) run again by the other replica within %.1f s".formatted(taken.size(), slowest);
        double done = (System.nanoTime() - killed) / 1e9;
        return new Drill.Outcome(wrong.isEmpty(), wrong.isEmpty() ? figures : String.join("; ", wrong), done);
    }
}
