package dev.upswell.server.fyp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.FypScoring;
import dev.upswell.fyp.MarkValues;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TestDatabase;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scores are the same in whatever order readings, descriptions and figures arrive, wherever work was cut off, and made from
/// scratch.
class ArrivalOrderTest {

    private static final int HOURS = 130;
    private static final Instant END = ScoredBrand.at(HOURS, 0);

    /// A tenant whose facts all came at once.
    private static ScoredBrand atOnce() {
        ScoredBrand brand = new ScoredBrand();
        brand.publishPart(HOURS, 1, 0);
        brand.scores.keepUp(END);
        return brand;
    }

    private static final ScoredBrand WHOLE = atOnce();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anyOrderOfArrivalGivesTheSameScores(int seed) {
        Random random = new Random(seed);
        ScoredBrand brand = new ScoredBrand(new VideoScores.Portions(7, 11));
        int parts = 5;
        for (int part : random.ints(0, parts).distinct().limit(parts).toArray()) {
            brand.publishPart(HOURS, parts, part);
            brand.scores.keepUp(ScoredBrand.at(40 + random.nextInt(HOURS - 40), random.nextInt(60)));
        }
        brand.scores.keepUp(END);

        assertSameAsWhole(brand);
    }

    @Test
    void scoresFollowFromWhatWasMeasuredAlone() {
        for (Basis basis : Basis.values()) {
            List<FypScore> kept = WHOLE.kept(basis);

            assertThat(kept).hasSizeGreaterThan(50);
            assertThat(FypScoring.scores(List.of(), kept.stream().map(ArrivalOrderTest::measured).toList()))
                    .isEqualTo(kept);
        }
        assertThat(WHOLE.kept(Basis.SETTLED)).anySatisfy(score -> assertThat(score.parts())
                .containsKeys(FypMetric.COMPLETION_RATE, FypMetric.CTR_PROFILE));
    }

    private static MarkValues measured(FypScore score) {
        Map<FypMetric, Double> values = new EnumMap<>(FypMetric.class);
        score.parts().forEach((metric, part) -> values.put(metric, part.value()));
        values.remove(FypMetric.TIMING);
        return new MarkValues(score.video(), score.mark(), score.postedAt(), values);
    }

    private static void assertSameAsWhole(ScoredBrand brand) {
        for (Basis basis : Basis.values()) {
            assertThat(brand.kept(basis)).isEqualTo(WHOLE.kept(basis));
        }
    }

    @Test
    void workThatIsCutOffAtAnyStepGoesOnToTheSameEnd() {
        int cuts = 0;
        ScoredBrand brand = new ScoredBrand(new VideoScores.Portions(40, 60));
        for (int part = 0; part < 2; part++) {
            brand.publishPart(HOURS, 2, part);
            for (int step = 1; isCutOff(brand, part == 0 ? ScoredBrand.at(100, 0) : END, step); step = step % 3 + 1) {
                cuts++;
            }
        }

        assertThat(cuts).isGreaterThan(8);
        assertSameAsWhole(brand);
        assertThat(brand.scores.keepUp(END)).hasValue(VideoScores.Round.NOTHING);
    }

    /// Goes on until the transaction of this step, which is rolled back as that of a killed process is; false when all was done
    /// before.
    private static boolean isCutOff(ScoredBrand brand, Instant now, int step) {
        TestDatabase.asOwner(db -> {
            db.sql("drop trigger if exists cut_off on video_score_progress").update();
            db.sql("drop sequence if exists cut_off_step").update();
            db.sql("create sequence cut_off_step").update();
            db.sql("grant usage on sequence cut_off_step to upswell_app").update();
            db.sql("""
                create or replace function cut_off() returns trigger language plpgsql as $$ begin
                    if nextval('cut_off_step') = %d then raise exception 'cut off'; end if;
                    return new;
                end $$""".formatted(step)).update();
            return db.sql("create trigger cut_off after insert or update on video_score_progress for each row"
                    + " execute function cut_off()").update();
        });
        try {
            brand.scores.keepUp(now);
            return false;
        } catch (StoreException cut) {
            return true;
        }
    }

    @AfterEach
    void stopCutting() {
        TestDatabase.asOwner(db -> db.sql("drop trigger if exists cut_off on video_score_progress").update());
    }
}
