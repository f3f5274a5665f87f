package dev.upswell.server.sandbox;

import dev.upswell.numeric.SplitMix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/// Decides what becomes of each request: by shares and the seed, or by what was ordered for the next ones.
///
/// The fate of the n-th request depends on the seed and on n alone, so the same requests in the same order fare the same. Only whether a
/// page repeats another is a matter of the page: whoever asks for it again at the same instant, after a kill for one, gets it once more as
/// it was.
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

    /// What becomes of a request.
    ///
    /// @param question that it asks
    Fate next(String question, Instant now) {
        Fate fate = drawn();
        if (fate != Fate.ANSWERED) {
            return fate;
        }
        double rest = 1 - shares.of().entrySet().stream().filter(one -> one.getKey() != Fate.REPEATED)
                .mapToDouble(Map.Entry::getValue).sum();
        long page = SplitMix.mix(seed ^ SplitMix.mix(question.hashCode() * SplitMix.GOLDEN + now.toEpochMilli()));
        return SplitMix.unit(SplitMix.mix(page)) * rest < shares.of().getOrDefault(Fate.REPEATED, 0.0)
                ? Fate.REPEATED
                : Fate.ANSWERED;
    }

    private synchronized Fate drawn() {
        double draw = SplitMix.unit(SplitMix.mix(SplitMix.mix(seed) + ++requests * SplitMix.GOLDEN));
        Fate first = ordered.poll();
        if (first != null) {
            return first;
        }
        for (Fate fate : Fate.values()) {
            draw -= fate == Fate.REPEATED ? 0 : shares.of().getOrDefault(fate, 0.0);
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
