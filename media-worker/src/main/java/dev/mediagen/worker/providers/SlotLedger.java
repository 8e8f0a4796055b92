package dev.mediagen.worker.providers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

@ApplicationScoped
class SlotLedger implements Slots {
    private final Map<String, Semaphore> byAccount = new ConcurrentHashMap<>();

    @Override
    public Slot take(String account) throws InterruptedException {
        var semaphore = byAccount.computeIfAbsent(account, a -> new Semaphore(1_000));
        semaphore.acquire();
        return semaphore::release;
    }

    @Override
    public void limit(String account, int atOnce) {
        byAccount.putIfAbsent(account, new Semaphore(atOnce));
    }
}
