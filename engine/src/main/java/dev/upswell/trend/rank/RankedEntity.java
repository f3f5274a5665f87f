package dev.upswell.trend.rank;

import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An entity's place among those of its kind at one window end, with the numbers that put it there.
///
/// @param rank 1 for the first
/// @param momentumRank momentum version 2, the weighted mean of its terms' percentile ranks; `null` where it has no term
/// @param percentileRanks percentile rank in [0, 1] of each momentum term that it has
/// @param boost why its growth may be bought; `null` where nothing says so
public record RankedEntity(int rank, MetricRow row, Score score, @Nullable Double momentumRank,
        Map<Metric, Double> percentileRanks, Emergence emergence, @Nullable PossibleBoost boost, Set<Flag> flags) {

    public RankedEntity {
        percentileRanks = Map.copyOf(percentileRanks);
        flags = Set.copyOf(flags);
    }

    /// What the ranking score starts from.
    public enum Base {
        /// A model's probability of a surge.
        PROBABILITY,
        /// Momentum version 2, where no model serves the kind.
        MOMENTUM_V2
    }

    /// How the score came about: base value times both factors.
    ///
    /// @param noveltyFactor below 1 where the novelty index is below 0.3
    /// @param spreadFactor above 1, up to 1.1, for spread across clusters
    public record Score(Base base, double baseValue, double noveltyFactor, double spreadFactor) {

        /// The ranking score.
        public double value() {
            return baseValue * noveltyFactor * spreadFactor;
        }
    }

    /// What deserves a mark beside the name.
    public enum Flag {
        /// Every condition of emergence is met.
        EMERGING,
        /// Only aggregate counters are known, so novelty and dispersion are not.
        AGGREGATE_ONLY,
        /// It has volume now and had none in the window before.
        NEW,
        /// Volume falls by a fifth or more against the window before.
        FADING,
        /// A spike from few creators or with hardly any engagement: the growth may be bought.
        POSSIBLE_BOOST,
        /// The last reading is older than the usual cadence, so the next one is due.
        OVERDUE,
        /// The last reading is so old that even a bridge could not span the gap: the source stopped.
        STALE,
        /// The views gained could be nothing but rounding.
        WITHIN_ROUNDING
    }
}
