package dev.upswell.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upswell.learn.Dataset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FoldsTest {

    @Property(tries = 40)
    void everyPartLearnsOnlyFromLabelsThatWereKnownBeforeItsFirstCut(@ForAll @IntRange(min = 30, max = 700) int days) {
        Dataset rows = MadeRows.of(days, days);
        Folds folds = MadeRows.folds(rows);
        List<Fold> all = new ArrayList<>(folds.search());
        all.add(folds.confirmation());

        for (Fold part : all) {
            assertThat(rows.cuts()[part.known() - 1] + MadeRows.DAY).isLessThanOrEqualTo(rows.cuts()[part.from()]);
        }
    }

    @Test
    void judgedPartsFollowEachOtherToTheEndAndTheNewestIsHalfOfThem() {
        Dataset rows = MadeRows.of(90, 1);
        Folds folds = MadeRows.folds(rows);

        assertThat(folds.search()).hasSize(2);
        assertThat(folds.search().get(0).to()).isEqualTo(folds.search().get(1).from());
        assertThat(folds.search().get(1).to()).isEqualTo(folds.confirmation().from());
        assertThat(folds.confirmation().to()).isEqualTo(rows.size());
        int judged = rows.size() - folds.search().getFirst().from();
        assertThat(judged).isBetween(rows.size() / 3 - MadeRows.ENTITIES, rows.size() / 3 + MadeRows.ENTITIES);
        assertThat(folds.confirmation().to() - folds.confirmation().from()).isBetween(judged / 2 - MadeRows.ENTITIES,
                judged / 2 + MadeRows.ENTITIES);
    }

    @Test
    void noMoreThanTwentyFourWeeksAreJudged() {
        Dataset rows = MadeRows.of(1_000, 2);

        assertThat(rows.cuts()[MadeRows.folds(rows).search().getFirst().from()])
                .isEqualTo((1_000 - 168) * MadeRows.DAY);
    }

    @Test
    void thereAreNoneWhereAPartHasTooFewSurges() {
        Dataset rows = MadeRows.of(12, 3);

        assertThat(Folds.of(rows, MadeRows.knownADayLater(rows), 50)).isEmpty();
        assertThat(Folds.of(rows.slice(0, 0), new long[0], 1)).isEmpty();
    }

    @Test
    void aPartThatJudgesWhatItLearntIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Fold(10, 9, 20))
                .withMessageContaining("must learn before it judges");
    }
}
