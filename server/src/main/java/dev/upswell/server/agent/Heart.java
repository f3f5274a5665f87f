package dev.upswell.server.agent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells three times a lease that this server lives, in the world's time however fast the clock of the agents runs, and whatever
/// else this server waits for.
final class Heart implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);

    private final Ledger ledger;
    private final Duration beat;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("upswell-heart").daemon().unstarted(this::run);

    Heart(Ledger ledger, Duration lease) {
        this.ledger = ledger;
        this.beat = lease.dividedBy(3);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!stopped.await(beat.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    ledger.live();
                } catch (RuntimeException e) {
                    LOG.warn("leases were not renewed: {}", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
