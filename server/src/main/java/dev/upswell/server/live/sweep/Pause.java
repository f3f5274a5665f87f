package dev.upswell.server.live.sweep;

import java.time.Duration;

/// How time between two tries is waited out.
@FunctionalInterface
public interface Pause {

    /// Comes back after this time.
    void rest(Duration time) throws InterruptedException;
}
