package dev.upswell.server.sandbox;

import dev.upswell.numeric.SplitMix;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Decides what becomes of each request: by shares and the seed, or by what was ordered for the next ones.
///
/// The fate of the n-th request depends on the seed and on n alone, so the same requests in the same order fare the same.
final class Faults {

    private final long seed;
    private final Shares shares;
    private final Deque<Fate> ordered = new ArrayDeque<>();
    private long requests;

    Faults(long seed, Shares shares) {
        this.seed = seed;
        this.shares = shares;
    }

    /// Orders this fate for the request after those ordered before.
    synchronized void order(Fate fate) {
        ordered.add(fate);
    }

    synchronized Fate next() {
        double draw = SplitMix.unit(SplitMix.mix(SplitMix.mix(seed) + ++requests * SplitMix.GOLDEN));
        Fate first = ordered.poll();
        if (first != null) {
            return first;
        }
        for (Fate fate : Fate.values()) {
            draw -= shares.of().getOrDefault(fate, 0.0);
            if (draw < 0) {
                return fate;
            }
        }
        return Fate.ANSWERED;
    }

    Duration lateness() {
        return shares.lateness();
    }
}
