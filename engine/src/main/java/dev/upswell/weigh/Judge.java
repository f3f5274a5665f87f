package dev.upswell.weigh;

import dev.upswell.numeric.EntityBootstrap;
import dev.upswell.numeric.SplitMix;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import dev.upswell.weigh.Standing.Gain;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Compares weightings on periods and creators that none of them knows.
///
/// Creators are drawn with all their periods together, because a creator's periods resemble each other; all weightings see the same
/// draws.
record Judge(Cut cut, FitSettings settings) {

    private static final double OUTSIDE = 0.05;
    private static final int GROUPS = 5;

    /// How fitted weights stand beside the written ones and equal ones.
    Standing standing(Fitting fitting) {
        Ledger later = cut.later();
        List<double[]> fitted = IntStream.range(0, GROUPS).mapToObj(group -> fitting.weights(without(group))).toList();
        List<Function<Ledger.Row, OptionalDouble>> ways = List.of(
                row -> row.overall(fitted.get(group(later.names().get(row.creator())))), by(Weighting.SEED),
                by(Weighting.EQUAL));
        List<List<Ledger.Row>> periods = later.byPeriod().stream()
                .map(rows -> rows.stream().filter(row -> ways.stream().allMatch(way -> way.apply(row).isPresent()))
                        .toList())
                .filter(rows -> !rows.isEmpty()).toList();
        List<Period> ranked = periods.stream().map(rows -> Period.of(rows, ways)).toList();
        double[] all = correlations(ranked, later.once());
        int[] creators = periods.stream().flatMap(List::stream).mapToInt(Ledger.Row::creator).toArray();
        EntityBootstrap bootstrap = EntityBootstrap.of(creators, settings.seed());
        double[] overSeed = new double[settings.resamples()];
        double[] overEqual = new double[settings.resamples()];
        for (int i = 0; i < settings.resamples(); i++) {
            double[] drawn = correlations(ranked, bootstrap.draws(i));
            overSeed[i] = drawn[0] - drawn[1];
            overEqual[i] = drawn[0] - drawn[2];
        }
        return new Standing(all[0], all[1], all[2], new Gain(all[0] - all[1], Interval.of(overSeed, OUTSIDE)),
                new Gain(all[0] - all[2], Interval.of(overEqual, OUTSIDE)), bootstrap.present().length,
                creators.length);
    }

    /// The group of a creator, by its name alone.
    private static int group(String creator) {
        return (int) Math.floorMod(SplitMix.mix(creator.hashCode() + SplitMix.GOLDEN), (long) GROUPS);
    }

    /// All creators of the past but those of a group.
    private int[] without(int group) {
        return cut.past().names().stream().mapToInt(name -> group(name) == group ? 0 : 1).toArray();
    }

    private static Function<Ledger.Row, OptionalDouble> by(Weighting weighting) {
        double[] weights = Stream.of(Kpi.values()).mapToDouble(weighting::of).toArray();
        return row -> row.overall(weights);
    }

    /// Of each way, the mean over the periods by their outcomes.
    private static double[] correlations(List<Period> periods, int[] draws) {
        double[] sums = new double[periods.isEmpty() ? 1 : periods.getFirst().scores().size()];
        double counted = 0;
        for (Period period : periods) {
            int[] counts = period.counts(draws);
            double count = Arrays.stream(counts).sum();
            double[] revenue = period.revenue().counting(counts);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += count * Ranks.correlation(period.scores().get(i).counting(counts), revenue, counts);
            }
            counted += count;
        }
        double all = Math.max(1, counted);
        return Arrays.stream(sums).map(sum -> sum / all).toArray();
    }

    /// A period that judges.
    ///
    /// @param creators of its outcomes
    /// @param scores in each way
    private record Period(int[] creators, List<Ranks> scores, Ranks revenue) {

        static Period of(List<Ledger.Row> rows, List<Function<Ledger.Row, OptionalDouble>> ways) {
            return new Period(rows.stream().mapToInt(Ledger.Row::creator).toArray(),
                    ways.stream().map(way -> Ranks
                            .of(rows.stream().mapToDouble(row -> way.apply(row).orElseThrow()).toArray())).toList(),
                    Ranks.of(rows.stream().mapToDouble(Ledger.Row::revenue).toArray()));
        }

        int[] counts(int[] draws) {
            return Arrays.stream(creators).map(creator -> draws[creator]).toArray();
        }
    }
}
