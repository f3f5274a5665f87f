package dev.upswell.ranking;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/// How little known the items of a list are: the mean of −log₂ of the share of people who met them.
///
/// **units** bits: 1 more is half as many people · **source** Zhou et al., Solving the apparent diversity-accuracy dilemma of
/// recommender systems (2010)
public final class Novelty {

    private Novelty() {
    }

    /// The novelty of one list.
    ///
    /// @param met how many people met an item; nobody counts as half a person, so that new items are new and not infinitely so
    /// @param people how many there are, from 1
    /// @return empty for an empty list
    public static <T> OptionalDouble of(List<T> shown, ToLongFunction<T> met, long people) {
        if (people < 1) {
            throw new IllegalArgumentException("people (" + people + ") must be 1 or more\nMaybe the log was empty.");
        }
        return shown.stream().mapToDouble(item -> bits(met.applyAsLong(item), people)).average();
    }

    private static double bits(long met, long people) {
        double share = Math.min(1, Math.max(0.5, met) / people);
        return -Math.log(share) / Math.log(2);
    }
}
