package dev.upswell.server.weigh;

import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import dev.upswell.weigh.FittedWeights;
import dev.upswell.weigh.Interval;
import dev.upswell.weigh.Lack;
import dev.upswell.weigh.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One attempt to learn weights, and what came of it.
///
/// @param name under which its weights are kept as a weighting
/// @param origin [#OWN], or the name of a file
/// @param asOf nothing that was told later counts; null for files
/// @param history how much there was; null until it was read
public record LearntWeights(UUID id, String name, String origin, @Nullable Instant asOf, LearningSettings settings,
        String by, Instant begunAt, History.@Nullable Extent history, End end) {

    /// The origin of weights that rest on what this tenant's store knows.
    public static final String OWN = "history";

    /// How far it came.
    public sealed interface End {

        /// It is at work.
        record Running() implements End {
        }

        /// Weights were learnt and kept.
        ///
        /// @param version of the weighting under its name
        record Learnt(Instant at, int version, Weighting weights, Map<Kpi, Interval> spread,
                FittedWeights.Source source, Standing standing) implements End {

            public Learnt {
                spread = Map.copyOf(spread);
            }

            /// The spread of the weight of an indicator.
            public Interval spread(Kpi kpi) {
                return Objects.requireNonNull(spread.get(kpi), "a spread is there for every indicator");
            }
        }

        /// There was too little to learn from.
        record Lacking(Instant at, List<Lack> lacks) implements End {

            public Lacking {
                lacks = List.copyOf(lacks);
            }
        }

        /// It ended without a result.
        record Failed(Instant at, String why) implements End {
        }
    }

    /// The word of its state.
    public String state() {
        return switch (end) {
            case End.Running _ -> "running";
            case End.Learnt _ -> "learnt";
            case End.Lacking _ -> "lacking";
            case End.Failed _ -> "failed";
        };
    }
}
