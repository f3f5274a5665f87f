package dev.upswell.server.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Sixty hashtags read every three hours. At first what grows goes on growing; from an instant on the market runs four times as
/// fast, and what has just grown rests while others take their turn.
final class ShiftingWorld {

    static final int HASHTAGS = 60;
    private static final int READINGS_A_DAY = 8;

    private ShiftingWorld() {
    }

    /// All readings of so many days.
    static List<Watch.Reading> readings(int days, int shiftedFrom, long seed) {
        List<Watch.Reading> readings = new ArrayList<>();
        for (int tag = 0; tag < HASHTAGS; tag++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000 + tag);
            double views = 20_000 * (1 + random.nextDouble() * 9);
            double pace = random.nextDouble(0.004);
            int turn = random.nextInt(6);
            for (int step = 0; step < days * READINGS_A_DAY; step++) {
                boolean shifted = step >= shiftedFrom * READINGS_A_DAY;
                boolean burst = random.nextInt(60) == 0;
                pace = Math.max(0, pace * 0.95 + random.nextDouble(0.0004) + (burst ? 0.02 : 0));
                // After the shift each hashtag is loud on every sixth day of its own, and quiet else.
                boolean loud = (step / READINGS_A_DAY + turn) % 6 == 0;
                double growth = shifted ? (loud ? 0.05 : 0.002) * (0.7 + 0.6 * random.nextDouble()) : pace;
                views *= 1 + growth;
                Instant at = Watch.START.plus(Duration.ofHours(3L * step));
                readings.add(new Watch.Reading("tag" + tag, "poll", at, (long) views));
            }
        }
        return readings;
    }
}
