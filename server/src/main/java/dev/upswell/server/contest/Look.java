package dev.upswell.server.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What a trial tells at an instant.
///
/// Of an A/B test `value` is the reward of a list of B less that of one of A, of interleaving the share of decided lists that B won.
///
/// @param value null while nothing can be compared
/// @param low end of the interval that holds the true value at all looks at once with a chance of 95 %; null where there is none yet
/// @param high its other end; null as `low`
/// @param p always-valid, of both being as good
/// @param ratio chance of a split of accounts at least so uneven; null while there is none, and of interleaving
/// @param undecided lists that both won alike; always 0 of an A/B test
/// @param waiting lists that are too young to count
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Look(TrialVerdict verdict, Side a, Side b, @Nullable Double value, @Nullable Double low,
        @Nullable Double high, double p, @Nullable Double ratio, int undecided, int waiting) {

    /// One of the two.
    ///
    /// @param people with lists that count
    /// @param lists that count: its own of an A/B test, those that it won of interleaving
    /// @param reward of a list in the mean over people; of interleaving that of videos it picked
    public record Side(int people, int lists, double reward) {
    }
}
