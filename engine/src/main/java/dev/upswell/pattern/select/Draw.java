package dev.upswell.pattern.select;

import dev.upswell.numeric.SplitMix;
import java.util.Comparator;

/// An order of videos that is as good as random and depends on their ids and a seed alone.
record Draw(long seed) {

    Comparator<Candidate> order() {
        return Comparator.comparing(this::number).thenComparing(Candidate::id);
    }

    /// A number that is a video's own under this seed.
    private long number(Candidate one) {
        long bits = SplitMix.mix(seed * SplitMix.GOLDEN + 1);
        String id = one.id().value();
        for (int at = 0; at < id.length(); at++) {
            bits = SplitMix.mix(bits + id.charAt(at) + SplitMix.GOLDEN);
        }
        return bits;
    }
}
