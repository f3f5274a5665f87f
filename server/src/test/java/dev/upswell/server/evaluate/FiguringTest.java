package dev.upswell.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiguringTest {

    private static final Instant CUT = Instant.parse("2025-05-01T00:00:00Z");

    private static JudgedPair pair(String entity, Instant cut, double probability, double growth,
            @Nullable Double hours) {
        return new JudgedPair(entity, cut, probability, hours != null, growth, new JudgedPair.Views(90, 180), 100.0,
                hours);
    }

    /// Twelve at the first cut: s1 (called), s2 (stated least) surged. Two at the second: s3 surged, called.
    private static List<JudgedPair> day() {
        List<JudgedPair> pairs = new ArrayList<>();
        pairs.add(pair("s1", CUT, 0.9, 3, 6.0));
        for (int i = 0; i < 10; i++) {
            pairs.add(pair("n" + i, CUT, 0.8 - i * 0.05, 0.1 * i, null));
        }
        pairs.add(pair("s2", CUT, 0.01, 2, 20.0));
        Instant later = CUT.plus(Duration.ofHours(6));
        pairs.add(pair("s3", later, 0.85, 1, 10.0));
        pairs.add(pair("n0", later, 0.1, 0, null));
        return pairs;
    }

    private static DayFigures figures(@Nullable Double threshold) {
        return Figuring.of(day(), threshold, Figuring.trailing(day()));
    }

    @Test
    void theLikeliestAreHeldAgainstWhatSurgedAndAgainstTheFastest() {
        DayFigures figures = figures(0.7);

        // First cut: of the ten likeliest one surged; second: of two, counted over ten places, one.
        assertThat(figures.top10().precision()).isEqualTo(0.1);
        assertThat(figures.top10().recall()).isEqualTo(2 / 3.0);
        assertThat(figures.top10().best()).isEqualTo(1);
        // First cut: the ten fastest are s1, s2, n9 … n2, the ten likeliest s1, n0 … n8: eight in common. Second: both of two.
        assertThat(figures.top10().overlap()).isEqualTo((0.8 + 1) / 2);
        assertThat(figures.top50().recall()).isEqualTo(1);
        // Two places at the first cut hold s1, one at the second holds s3.
        assertThat(figures.recallAtR()).isEqualTo(2 / 3.0);
    }

    @Test
    void callsAreAlertsOrTheTenLikeliestWithoutAThreshold() {
        DayFigures alerts = figures(0.7);
        assertThat(List.of(alerts.called(), alerts.hits(), alerts.misses(), alerts.falseSurges()))
                .containsExactly(5, 2, 1, 3);

        DayFigures tops = figures(null);
        assertThat(List.of(tops.called(), tops.hits(), tops.misses(), tops.falseSurges())).containsExactly(12, 2, 1,
                10);
    }

    @Test
    void leadCountsAMissAsZeroExceptOverHits() {
        DayFigures.Lead lead = figures(0.7).lead();

        assertThat(lead.hours()).containsExactly(6.0, 10.0);
        assertThat(lead.medianOverHits()).isEqualTo(8);
        assertThat(lead.medianOverAll()).isEqualTo(6);
        assertThat(lead.mean()).isCloseTo(16 / 3.0, within(1e-12));
    }

    @Test
    void withoutASurgeThereIsNoRecallAndNoLead() {
        List<JudgedPair> quiet = List.of(pair("a", CUT, 0.2, 0, null));
        DayFigures figures = Figuring.of(quiet, 0.5, Figuring.trailing(quiet));

        assertThat(figures.top10().recall()).isNull();
        assertThat(figures.recallAtR()).isNull();
        assertThat(figures.lead().medianOverAll()).isNull();
        assertThat(figures.trailing().prAuc()).isNull();
        assertThat(figures.trailing().brier()).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void rangesCountWhatLayInThemAndHowWideTheyAre() {
        List<JudgedPair> pairs = List.of(
                new JudgedPair("in", CUT, 0.1, false, 0, new JudgedPair.Views(100, 200), 200.0, null),
                new JudgedPair("out", CUT, 0.1, false, 0, new JudgedPair.Views(100, 400), 401.0, null),
                new JudgedPair("unsaid", CUT, 0.1, false, 0, null, 100.0, null),
                new JudgedPair("unknown", CUT, 0.1, false, 0, new JudgedPair.Views(1, 2), null, null));

        assertThat(Figuring.ranges(pairs)).contains(new DayFigures.Ranges(1, 2, 3));
        assertThat(Figuring.ranges(pairs).orElseThrow().coverage()).isEqualTo(0.5);
    }

    @Test
    void rankingsAndBinsWaitUntilEnoughIsKnown() {
        List<JudgedPair> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean surged = i % 20 == 0;
            many.add(pair("e" + i, CUT, surged ? 0.6 : 0.02, 0, surged ? 3.0 : null));
        }

        DayFigures.Trailing trailing = Figuring.trailing(many);

        assertThat(trailing.prevalence()).isEqualTo(0.05);
        assertThat(trailing.prAuc()).isNotNull();
        assertThat(trailing.prAuc().value()).isEqualTo(1);
        assertThat(trailing.auc().value()).isEqualTo(1);
        assertThat(trailing.bins()).hasSizeLessThanOrEqualTo(15)
                .allSatisfy(bin -> assertThat(bin.observed()).isBetween(bin.low() - 1e-9, bin.high()));
        assertThat(trailing.bins().stream().mapToDouble(DayFigures.Bin::count).sum()).isCloseTo(200, within(1e-9));
        assertThat(Figuring.trailing(many.subList(0, 140)).ece()).isNull();
    }
}
