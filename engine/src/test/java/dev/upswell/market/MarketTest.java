package dev.upswell.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Input;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.Weighting;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class MarketTest {

    private static final MarketSettings SMALL = MarketSettings.usual(3).ofSize(200, 24);

    @Test
    void sameSeedGivesSameBytes() {
        String text = MarketText.of(Market.of(SMALL).seen());

        assertThat(MarketText.of(Market.of(SMALL).seen())).isEqualTo(text);
        assertThat(MarketText.of(Market.of(MarketSettings.usual(4).ofSize(200, 24)).seen())).isNotEqualTo(text);
        assertThat(text.lines().count()).isEqualTo(1 + 200 * 24);
        assertThat(text.lines().findFirst().orElseThrow()).startsWith("creator_id,period,conversion_rate,")
                .endsWith(",next_revenue");
    }

    @Test
    void moreCreatorsChangeNothingOfTheFirst() {
        List<CreatorPeriod> few = Market.of(SMALL.ofSize(2, 5)).seen();
        List<CreatorPeriod> more = Market.of(SMALL.ofSize(9, 7)).seen();

        assertThat(more).containsAll(few);
    }

    @Test
    void everythingReportedLiesInItsRange() {
        assertThat(Market.of(SMALL).seen())
                .allSatisfy(one -> assertThat(CreatorInputs.violations(one.inputs())).isEmpty());
    }

    @Test
    void withoutErrorsScoresAreReportedAsTheyAre() {
        MarketSettings plain = new MarketSettings(5, 50, 4, Map.of(Kpi.BRAND_FIT, 6.0), 0, 0, 0, true);
        Market market = Market.of(plain);
        double[] shown = market.seen().stream().mapToDouble(MarketTest::brand).toArray();
        double[] known = market.known().stream().mapToDouble(Double::doubleValue).toArray();
        double[] next = market.seen().stream().mapToDouble(CreatorPeriod::nextRevenue).map(Math::log).toArray();

        assertThat(market.seen()).allSatisfy(one -> assertThat(one.inputs()).hasSize(Input.values().length));
        for (int i = 0; i < known.length; i++) {
            assertThat(next[i]).as("without chance the expected comes true").isCloseTo(known[i], within(0.01));
        }
        assertThat(new SpearmansCorrelation().correlation(shown, known)).isGreaterThan(0.7);
    }

    private static double brand(CreatorPeriod one) {
        return Scorecard.of(CreatorInputs.of(one.inputs()), Weighting.SEED).of(Kpi.BRAND_FIT).score().orElseThrow();
    }

    @Test
    void revenueIsThatOfThePeriodBefore() {
        List<CreatorPeriod> ofOne = Market.of(SMALL).seen().stream()
                .filter(one -> one.creator().equals("creator-0007")).toList();

        for (int i = 1; i < ofOne.size(); i++) {
            assertThat(ofOne.get(i).inputs().get(Input.TOTAL_REVENUE)).isEqualTo(ofOne.get(i - 1).nextRevenue());
        }
        assertThat(Market.of(MarketSettings.alike(3).ofSize(5, 5)).seen())
                .allSatisfy(one -> assertThat(one.inputs()).doesNotContainKey(Input.TOTAL_REVENUE));
    }

    @Test
    void fewPeriodsBringMuchOfTheRevenue() {
        double[] revenues = Market.of(SMALL).seen().stream().mapToDouble(CreatorPeriod::nextRevenue).sorted().toArray();
        double all = Arrays.stream(revenues).sum();
        double most = Arrays.stream(revenues).skip(revenues.length * 99 / 100).sum();

        assertThat(most / all).as("share of the best hundredth").isBetween(0.08, 0.5);
    }

    @Test
    void thoseWhoDoPoorlyTellLess() {
        Market market = Market
                .of(new MarketSettings(5, 2_000, 2, Map.of(Kpi.AUDIENCE_FIT, 40.0), 0, 0.1, 0.5, true));
        List<Boolean> told = IntStream.range(0, market.seen().size()).boxed()
                .sorted(Comparator.comparingDouble(market.known()::get))
                .map(i -> market.seen().get(i).inputs().containsKey(Input.AUDIENCE_RETENTION)).toList();
        double poor = told.subList(0, 1_000).stream().filter(one -> one).count() / 1_000.0;
        double good = told.subList(3_000, 4_000).stream().filter(one -> one).count() / 1_000.0;

        assertThat(good - poor).as("%s of the best, %s of the worst", good, poor).isGreaterThan(0.1);
        assertThat(poor).isBetween(0.2, 0.6);
    }

    @Test
    void impossibleMarketsAreRefused() {
        assertThatThrownBy(() -> new MarketSettings(1, 1, 5, Map.of(), 1, 0, 0, true))
                .hasMessageContaining("must have two creators");
        assertThatThrownBy(() -> new MarketSettings(1, 9, 5, Map.of(), 1, 0, 30, true))
                .hasMessageContaining("untold was given in percent");
    }
}
