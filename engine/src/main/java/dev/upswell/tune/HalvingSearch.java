package dev.upswell.tune;

import dev.upswell.learn.Dataset;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Figure;
import dev.upswell.learn.ScoredPairs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Random search with successive halving, and one test of what it chose.
///
/// Candidates come in groups of nine. All of a group are judged on the first choosing part, the better third goes on to the next,
/// and so on. Whoever was judged on all parts is compared with the usual settings by PR-AUC over all of them. Only the best
/// meets the usual settings on the newest part, once, so that the interval there is not one of many.
///
/// **cost** some 12 fits a group, and four at the ends · **source** Jamieson and Talwalkar, Non-stochastic best arm identification
/// and hyperparameter optimization (AISTATS 2016).
///
/// @param <C> what is tried
public final class HalvingSearch<C> {

    private static final int GROUP = 9;
    private static final int KEPT_OF = 3;

    private final Dataset rows;
    private final Folds folds;
    private final Learner<C> learner;
    private final int samples;
    private final long seed;

    /// @param rows of which labels, entities and cuts judge; learners may look at other columns
    /// @param samples bootstrap samples behind the interval
    public HalvingSearch(Dataset rows, Folds folds, Learner<C> learner, int samples, long seed) {
        this.rows = rows;
        this.folds = folds;
        this.learner = learner;
        this.samples = samples;
        this.seed = seed;
    }

    /// Hears of progress.
    @FunctionalInterface
    public interface Progress {

        /// So many candidates were drawn so far.
        void drawn(int candidates);
    }

    /// Searches until the space or the budget is used up.
    ///
    /// @param first candidates that are tried before any of the space, such as settings found earlier
    public SearchResult<C> run(C usual, List<C> first, Space<C> space, Budget budget, Progress progress) {
        Contender<C> standard = new Contender<>(usual, -1);
        List<Contender<C>> all = new ArrayList<>();
        judge(standard, folds.search().size());
        int drawn = 0;
        List<Contender<C>> group = group(first, space, drawn, budget);
        while (!group.isEmpty() && !budget.spent().getAsBoolean()) {
            all.addAll(group);
            drawn += group.size();
            halve(group, budget);
            progress.drawn(drawn);
            group = group(first, space, drawn, budget);
        }
        Contender<C> best = all.stream().filter(one -> one.folds() == folds.search().size())
                .max(Comparator.comparingDouble((Contender<C> one) -> one.prAuc).thenComparing(one -> -one.number))
                .filter(one -> one.prAuc > standard.prAuc).orElse(standard);
        List<Trial<C>> trials = all.stream().filter(one -> one.folds() > 0)
                .map(one -> new Trial<>(one.candidate, one.folds(), one.prAuc)).toList();
        return new SearchResult<>(usual, standard.prAuc, trials, best.candidate, best.prAuc,
                best == standard ? null : confirmation(usual, best.candidate));
    }

    private List<Contender<C>> group(List<C> first, Space<C> space, int drawn, Budget budget) {
        List<Contender<C>> group = new ArrayList<>();
        int number = drawn;
        while (group.size() < GROUP && number < budget.trials()) {
            Optional<C> next = number < first.size()
                    ? Optional.of(first.get(number))
                    : space.candidate(number - first.size());
            if (next.isEmpty()) {
                break;
            }
            group.add(new Contender<>(next.get(), number++));
        }
        return group;
    }

    private void halve(List<Contender<C>> group, Budget budget) {
        List<Contender<C>> left = group;
        for (int part = 1; part <= folds.search().size(); part++) {
            for (Contender<C> one : left) {
                if (budget.spent().getAsBoolean()) {
                    return;
                }
                judge(one, part);
            }
            left = left.stream()
                    .sorted(Comparator.comparingDouble((Contender<C> one) -> -one.prAuc)
                            .thenComparing(one -> one.number))
                    .limit(Math.max(1, Math.ceilDiv(left.size(), KEPT_OF))).toList();
        }
    }

    /// Judges a contender on the first so many parts; what was judged before stays.
    private void judge(Contender<C> one, int parts) {
        while (one.folds() < parts) {
            one.scores.add(learner.scores(one.candidate, folds.search().get(one.folds())));
        }
        one.prAuc = prAuc(pairs(one.scores, folds.search().subList(0, parts)));
    }

    private static double prAuc(ScoredPairs pairs) {
        return Evaluation.of(pairs, 0, 0).orElseThrow().value(Figure.PR_AUC);
    }

    private Confirmation confirmation(C usual, C best) {
        List<Fold> newest = List.of(folds.confirmation());
        ScoredPairs before = pairs(List.of(learner.scores(usual, folds.confirmation())), newest);
        ScoredPairs after = pairs(List.of(learner.scores(best, folds.confirmation())), newest);
        return new Confirmation(before.size(), before.positives(), prAuc(before), prAuc(after),
                Evaluation.difference(after, before, samples, seed));
    }

    /// The judged pairs of these parts, one after the other.
    private ScoredPairs pairs(List<double[]> scores, List<Fold> parts) {
        int size = parts.stream().mapToInt(part -> part.to() - part.from()).sum();
        double[] all = new double[size];
        float[] labels = new float[size];
        int[] entities = new int[size];
        long[] cuts = new long[size];
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            Fold part = parts.get(i);
            int length = part.to() - part.from();
            System.arraycopy(scores.get(i), 0, all, at, length);
            System.arraycopy(rows.labels(), part.from(), labels, at, length);
            System.arraycopy(rows.entities(), part.from(), entities, at, length);
            System.arraycopy(rows.cuts(), part.from(), cuts, at, length);
            at += length;
        }
        return new ScoredPairs(all, labels, entities, cuts);
    }

    private static final class Contender<C> {

        private final C candidate;
        private final int number;
        private final List<double[]> scores = new ArrayList<>();
        private double prAuc;

        Contender(C candidate, int number) {
            this.candidate = candidate;
            this.number = number;
        }

        int folds() {
            return scores.size();
        }
    }
}
