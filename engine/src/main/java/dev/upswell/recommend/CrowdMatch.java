package dev.upswell.recommend;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How well a video goes with a person by what all people did, 0 to 1: what those who turned to the same turned to, and the less is known
/// of the person the more what all people did most with.
///
/// The first is a share of the fifth best among the candidates of the request, 1 at most, so that one video far ahead does not make all
/// others small; the second a share of the best. The share of all people counts as much as five acts of the person: (acts · own + 5 · all) / (acts + 5). A stranger begins
/// with what all people did, and each act moves the list.
///
/// **absence** unknown for every video where no crowd is known; where one is, a video that nobody did anything with yet has the median of
/// the candidates, such ones counted as 0: where the crowd knows most of them that is neither good nor bad, and where it knows few, what
/// it knows stands out · **cost** two sorts of the candidates
public final class CrowdMatch {

    /// Nobody's acts are known.
    public static final CrowdMatch NONE = new CrowdMatch(Scale.UNKNOWN, Scale.UNKNOWN, Scale.UNKNOWN, 0, 0);

    private static final int FROM_BEST = 5;
    private static final double ACTS_OF_ALL = 5;

    private final Scale late;
    private final Scale overall;
    private final Scale acclaim;
    private final double own;
    private final double median;

    private CrowdMatch(Scale late, Scale overall, Scale acclaim, double own, double median) {
        this.late = late;
        this.overall = overall;
        this.acclaim = acclaim;
        this.own = own;
        this.median = median;
    }

    /// What counts as 1; unknown, as 0, where no candidate has a number above 0.
    private record Scale(double full) {

        static final Scale UNKNOWN = new Scale(0);

        static Scale among(List<Candidate> candidates, Function<Candidate.Audience, @Nullable Double> number,
                int fromBest) {
            double[] best = new double[fromBest];
            for (Candidate candidate : candidates) {
                Double value = number.apply(candidate.form().audience());
                if (value != null && value > best[fromBest - 1]) {
                    insert(best, value);
                }
            }
            int last = fromBest - 1;
            while (last > 0 && best[last] <= 0) {
                last--;
            }
            return new Scale(best[last]);
        }

        /// In place of the last, the best first.
        private static void insert(double[] best, double value) {
            int at = best.length - 1;
            while (at > 0 && best[at - 1] < value) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = value;
        }

        boolean isKnown() {
            return full > 0;
        }

        double share(@Nullable Double value) {
            return value == null || full <= 0 ? 0 : Math.clamp(value / full, 0, 1);
        }
    }

    /// The match of these candidates with a person.
    ///
    /// @param acts of the person that are known
    public static CrowdMatch among(List<Candidate> candidates, int acts) {
        Scale late = Scale.among(candidates, Candidate.Audience::late, FROM_BEST);
        Scale overall = Scale.among(candidates, Candidate.Audience::overall, FROM_BEST);
        Scale acclaim = Scale.among(candidates, Candidate.Audience::acclaim, 1);
        boolean known = late.isKnown() || overall.isKnown();
        if (!known && !acclaim.isKnown()) {
            return NONE;
        }
        double least = acclaim.isKnown() ? 0 : 1;
        double own = known ? Math.max(least, acts) : 0;
        CrowdMatch told = new CrowdMatch(late, overall, acclaim, own, 0);
        double[] values = new double[candidates.size()];
        for (int i = 0; i < values.length; i++) {
            Candidate.Audience audience = candidates.get(i).form().audience();
            values[i] = isKnown(audience) ? told.of(audience) : 0;
        }
        Arrays.sort(values);
        return new CrowdMatch(late, overall, acclaim, own, values[values.length / 2]);
    }

    private static boolean isKnown(Candidate.Audience audience) {
        return audience.late() != null || audience.overall() != null || audience.acclaim() != null;
    }

    private double of(Candidate.Audience audience) {
        int scales = (late.isKnown() ? 1 : 0) + (overall.isKnown() ? 1 : 0);
        double mine = (late.share(audience.late()) + overall.share(audience.overall())) / Math.max(1, scales);
        double all = acclaim.isKnown() ? ACTS_OF_ALL : 0;
        return (own * mine + all * acclaim.share(audience.acclaim())) / (own + all);
    }

    /// Whether anything is known of what all people did.
    public boolean isKnown() {
        return late.isKnown() || overall.isKnown() || acclaim.isKnown();
    }

    /// The match of a video; unknown where no crowd is known.
    public OptionalDouble of(Candidate candidate) {
        if (!isKnown()) {
            return OptionalDouble.empty();
        }
        Candidate.Audience audience = candidate.form().audience();
        return OptionalDouble.of(isKnown(audience) ? of(audience) : median);
    }
}
