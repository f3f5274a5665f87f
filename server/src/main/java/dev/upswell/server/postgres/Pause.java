package dev.upswell.server.postgres;

import java.time.Duration;

/// A short wait between two looks at something another process does.
final class Pause {

    private Pause() {
    }

    static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PostgresException.retryable("interrupted while waiting for another process", "store", "Try again.",
                    e);
        }
    }
}
