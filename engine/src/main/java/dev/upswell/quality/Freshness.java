package dev.upswell.quality;

import java.time.Duration;
import java.time.Instant;

/// How old the newest of something is.
public final class Freshness {

    private static final double SECONDS_A_MINUTE = 60;

    private Freshness() {
    }

    /// The age at `now` of the newest reading, in minutes; of a reading from the future it is 0.
    public static Finding judge(GateLimit limit, Instant newest, Instant now) {
        double minutes = Math.max(0, Duration.between(newest, now).toSeconds() / SECONDS_A_MINUTE);
        Verdict verdict = limit.verdict(minutes, 1);
        return new Finding(limit.rule(), minutes, 1, verdict == Verdict.WARN || verdict == Verdict.BLOCK ? 1 : 0,
                verdict, "newest reading of " + newest);
    }
}
