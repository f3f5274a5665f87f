package dev.upswell.server.live.sweep;

import dev.upswell.server.live.spend.Pauses;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How often and how long to wait: three tries, 1 s between the first two, twice that before each further one up to 60 s, of which
/// half is left to chance so that many do not come back at once.
final class Patience {

    /// Tries of one request.
    static final int TRIES = 3;
    /// The longest that is waited in place; what takes longer is left for another round.
    static final Duration LONGEST = Pauses.WAITED;

    private static final Duration FIRST = Duration.ofSeconds(1);

    private final RandomGenerator chance;

    Patience(RandomGenerator chance) {
        this.chance = chance;
    }

    /// How long to wait after this many tries.
    ///
    /// @param asked how long the provider asks for; null when it does not say
    Duration after(int tries, @Nullable Duration asked) {
        if (asked != null) {
            return asked;
        }
        long millis = FIRST.toMillis() << Math.min(tries - 1, 16);
        long most = Math.min(millis, LONGEST.toMillis());
        return Duration.ofMillis(most / 2 + (long) (chance.nextDouble() * most / 2));
    }
}
