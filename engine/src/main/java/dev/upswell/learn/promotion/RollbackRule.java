package dev.upswell.learn.promotion;

import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Figure;
import dev.upswell.learn.ScoredPairs;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// When the model that served before takes its place back.
///
/// After each cut since the promotion the PR-AUC of both models is taken over all cuts until then. Nothing is kept between two
/// looks, so that a crash forgets nothing.
///
/// @param share the serving model's PR-AUC must reach this share of the previous one's, such as 0.9
/// @param after how long it must have stayed below, in the time of the cuts
/// @param minPositives a PR-AUC over fewer surges says nothing
public record RollbackRule(double share, Duration after, int minPositives) {

    /// Below 90 % for two days, over at least ten surges.
    public static final RollbackRule USUAL = new RollbackRule(0.9, Duration.ofHours(48), 10);

    public RollbackRule {
        if (!(share > 0 && share <= 1) || after.isNegative() || minPositives < 1) {
            throw new IllegalArgumentException("rollback rule (" + share + ", " + after + ", " + minPositives
                    + ") must name a share in ]0, 1], a time and at least one surge\nMaybe a percentage was meant as a share.");
        }
    }

    /// A serving model that stayed behind the one before it.
    ///
    /// @param behindSince the first cut from which it was behind without a break, in epoch seconds
    public record Failure(double servingPrAuc, double previousPrAuc, int cuts, int positives, long behindSince) {

        private Failure since(long cut) {
            return new Failure(servingPrAuc, previousPrAuc, cuts, positives, cut);
        }

        /// Why it is taken back, as a sentence.
        public String reason() {
            return String.format(Locale.ROOT,
                    "Its live PR-AUC, %.3f over %d cuts (%d surges), stayed below that of the model before it, %.3f.",
                    servingPrAuc, cuts, positives, previousPrAuc);
        }

        /// Every figure by name.
        public Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("cuts", (double) cuts);
            figures.put("surges", (double) positives);
            figures.put("prAuc", servingPrAuc);
            figures.put("previousPrAuc", previousPrAuc);
            return figures;
        }
    }

    /// Whether the serving model failed on these pairs since its promotion; empty when it did not, or when that cannot be
    /// said yet.
    ///
    /// **cost** O(n log n) for each cut from which it has been behind without a break, and one more.
    public Optional<Failure> failure(ScoredPairs serving, ScoredPairs previous) {
        long last = Arrays.stream(serving.cuts()).max().orElse(0);
        return behind(serving, previous).filter(failure -> last - failure.behindSince() >= after.toSeconds());
    }

    /// Whether the serving model is behind at the last of these cuts, for however short a time; empty like [#failure].
    public Optional<Failure> behind(ScoredPairs serving, ScoredPairs previous) {
        long[] cuts = Arrays.stream(serving.cuts()).distinct().toArray();
        Optional<Failure> last = Optional.empty();
        for (int i = cuts.length - 1; i >= 0; i--) {
            Optional<Failure> here = at(serving, previous, cuts[i], i + 1);
            if (here.isEmpty()) {
                break;
            }
            last = Optional.of(last.orElse(here.get()).since(cuts[i]));
        }
        return last;
    }

    private Optional<Failure> at(ScoredPairs serving, ScoredPairs previous, long cut, int cuts) {
        ScoredPairs mine = until(serving, cut);
        ScoredPairs theirs = until(previous, cut);
        if (mine.positives() < minPositives) {
            return Optional.empty();
        }
        return Evaluation.of(mine, 0, 1).flatMap(one -> Evaluation.of(theirs, 0, 1)
                .filter(other -> one.value(Figure.PR_AUC) < share * other.value(Figure.PR_AUC))
                .map(other -> new Failure(one.value(Figure.PR_AUC), other.value(Figure.PR_AUC), cuts, mine.positives(),
                        cut)));
    }

    private static ScoredPairs until(ScoredPairs pairs, long cut) {
        int size = 0;
        while (size < pairs.size() && pairs.cuts()[size] <= cut) {
            size++;
        }
        return new ScoredPairs(Arrays.copyOf(pairs.probabilities(), size), Arrays.copyOf(pairs.labels(), size),
                Arrays.copyOf(pairs.entities(), size), Arrays.copyOf(pairs.cuts(), size));
    }
}
