package dev.upswell.server.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How fast time passes for a program: as in the world, or so many times as fast, so that a rehearsal lives through a day in
/// minutes.
///
/// @param clock what time it is
/// @param factor how much of the clock's time passes in one of the world's; 1 in life
record Pace(InstantSource clock, long factor) {

    Pace {
        if (factor < 1) {
            throw new IllegalArgumentException("factor (" + factor + ") must be 1 or more\nMaybe 1, for life.");
        }
    }

    /// As in the world.
    static Pace life(InstantSource clock) {
        return new Pace(clock, 1);
    }

    /// So many times as fast, from when it was `then` while the world had `since`.
    static Pace times(long factor, Instant then, Instant since, InstantSource world) {
        return new Pace(() -> then.plus(Duration.between(since, world.instant()).multipliedBy(factor)), factor);
    }

    /// How long this much of the clock's time takes in the world.
    Duration real(Duration told) {
        return told.dividedBy(factor);
    }

    /// Waits until this much of the clock's time has passed.
    void rest(Duration told) throws InterruptedException {
        Thread.sleep(real(told));
    }

    boolean isLife() {
        return factor == 1;
    }
}
