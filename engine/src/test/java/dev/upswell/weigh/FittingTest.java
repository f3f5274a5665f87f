package dev.upswell.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.market.MarketSettings;
import dev.upswell.scorecard.Kpi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FittingTest {

    private static final int KPIS = Kpi.values().length;

    /// How an overall score goes along with the rank of revenue within its period, worked out anew: the square of Pearson's correlation
    /// of both less their means in the period, with the sign of the correlation.
    private static double along(Ledger past, double[] weights) {
        double both = 0;
        double ofScore = 0;
        double ofRank = 0;
        for (List<Ledger.Row> rows : past.byPeriod()) {
            double[] revenue = rows.stream().mapToDouble(Ledger.Row::revenue).toArray();
            double[] ranks = Arrays.stream(revenue).map(one -> Arrays.stream(revenue).filter(x -> x < one).count()
                    + Arrays.stream(revenue).filter(x -> x == one).count() / 2.0).map(rank -> rank / revenue.length)
                    .toArray();
            double[] scores = rows.stream().mapToDouble(row -> row.overall(weights).orElse(0)).toArray();
            double meanRank = Arrays.stream(ranks).average().orElseThrow();
            double meanScore = Arrays.stream(scores).average().orElseThrow();
            for (int i = 0; i < ranks.length; i++) {
                both += (ranks[i] - meanRank) * (scores[i] - meanScore);
                ofScore += (scores[i] - meanScore) * (scores[i] - meanScore);
                ofRank += (ranks[i] - meanRank) * (ranks[i] - meanRank);
            }
        }
        return Math.signum(both) * both * both / (ofScore * ofRank);
    }

    @ParameterizedTest
    @EnumSource
    void noOtherMixtureOfTheCornersGoesAlongBetter(TierRule rule) {
        Ledger past = Ledger.of(Histories.of(MarketSettings.usual(11).ofSize(60, 6)));
        double[] found = new Fitting(past, rule).weights(past.once());
        double reached = along(past, found);
        List<double[]> corners = rule.corners(past.seen());
        var random = new SplittableRandom(5);
        List<double[]> others = new ArrayList<>(corners);
        for (int i = 0; i < 300; i++) {
            double[] mixed = new double[KPIS];
            double whole = 0;
            for (int j = 0; j < 3; j++) {
                double share = random.nextDouble();
                add(mixed, corners.get(random.nextInt(corners.size())), share);
                whole += share;
            }
            double parts = whole;
            others.add(Arrays.stream(mixed).map(one -> one / parts).toArray());
        }

        assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-9));
        assertThat(others).allSatisfy(other -> {
            assertThat(along(past, other)).isLessThan(reached);
            double[] near = Arrays.stream(found).map(one -> 0.98 * one).toArray();
            add(near, other, 0.02);
            assertThat(along(past, near)).as("near what was found").isLessThan(reached + 1e-6);
        });
    }

    private static void add(double[] sum, double[] other, double share) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += share * other[k];
        }
    }
}
