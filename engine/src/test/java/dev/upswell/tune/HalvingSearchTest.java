package dev.upswell.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upswell.learn.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A candidate is how much it listens to the telling column, from 0 to 1; the rest is noise.
class HalvingSearchTest {

    private static final Space<Double> SPACE = number -> number < 30
            ? Optional.of((number * 7 % 30) / 29.0)
            : Optional.empty();

    private final Dataset rows = MadeRows.of(120, 5);
    private final Folds folds = MadeRows.folds(rows);
    private final List<Double> confirmed = new ArrayList<>();
    private final AtomicInteger fits = new AtomicInteger();
    private final HalvingSearch<Double> search = new HalvingSearch<>(rows, folds, this::scores, 200, 9);

    private double[] scores(Double share, Fold part) {
        fits.incrementAndGet();
        if (part.equals(folds.confirmation())) {
            confirmed.add(share);
        }
        double[] scores = new double[part.to() - part.from()];
        for (int i = 0; i < scores.length; i++) {
            int row = part.from() + i;
            scores[i] = share * rows.values()[2 * row] + (1 - share) * rows.values()[2 * row + 1];
        }
        return scores;
    }

    private SearchResult<Double> run(double usual, Budget budget) {
        return search.run(usual, List.of(), SPACE, budget, drawn -> {
        });
    }

    @Test
    void aBetterCandidateIsFoundAndConfirmed() {
        SearchResult<Double> result = run(0.1, Budget.ofTrials(27));

        assertThat(result.best()).isGreaterThan(0.8);
        assertThat(result.adopted()).isTrue();
        assertThat(result.chosen()).isEqualTo(result.best());
        assertThat(result.confirmation().difference().interval().low()).isPositive();
        assertThat(result.confirmation().bestPrAuc()).isGreaterThan(result.confirmation().usualPrAuc());
        assertThat(result.trials()).hasSize(27);
    }

    @Test
    void theUsualSettingsStayWhereNothingIsShownToBeBetter() {
        SearchResult<Double> result = run(1, Budget.ofTrials(27));

        assertThat(result.adopted()).isFalse();
        assertThat(result.chosen()).isEqualTo(1);
    }

    @Test
    void nobodyButTheBestMeetsTheNewestPart() {
        SearchResult<Double> result = run(0.1, Budget.ofTrials(27));

        assertThat(confirmed).containsExactly(0.1, result.best());
    }

    @Test
    void ofEveryNineThreeGoOnToTheSecondPart() {
        SearchResult<Double> result = run(0.1, Budget.ofTrials(18));

        assertThat(result.trials()).filteredOn(trial -> trial.folds() == 2).hasSize(6);
        assertThat(fits).hasValue(2 + 18 + 6 + 2);
    }

    @Test
    void theSameNumberOfTrialsFindsTheSame() {
        assertThat(run(0.2, Budget.ofTrials(20))).isEqualTo(run(0.2, Budget.ofTrials(20)));
    }

    @Test
    void whenTheTimeIsUpOnlyThoseCountThatWereJudgedOnAllParts() {
        SearchResult<Double> unfinished = run(0.1, Budget.until(() -> fits.get() >= 2 + 5));

        assertThat(unfinished.trials()).hasSize(5).allMatch(trial -> trial.folds() == 1);
        assertThat(unfinished.chosen()).isEqualTo(0.1);
        assertThat(unfinished.confirmation()).isNull();
    }

    @Test
    void withoutATrialTheUsualSettingsStay() {
        SearchResult<Double> result = run(0.1, Budget.ofTrials(0));

        assertThat(result.trials()).isEmpty();
        assertThat(result.chosen()).isEqualTo(0.1);
        assertThat(result.usualPrAuc()).isPositive();
    }

    @Test
    void earlierFindingsAreTriedFirst() {
        SearchResult<Double> result = search.run(0.1, List.of(1.0), SPACE, Budget.ofTrials(1), drawn -> {
        });

        assertThat(result.trials()).extracting(Trial::candidate).containsExactly(1.0);
        assertThat(result.adopted()).isTrue();
    }

    @Test
    void aNegativeNumberOfTrialsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.ofTrials(-1)).withMessageContaining("trials (-1)");
    }
}
