package dev.upswell.server.scorecard;

import static dev.upswell.server.scorecard.ScoredCreators.NOON;
import static dev.upswell.server.scorecard.ScoredCreators.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.commerce.AdMetric;
import dev.upswell.commerce.VideoViewing;
import dev.upswell.content.EntityId;
import dev.upswell.content.Viewing;
import dev.upswell.scorecard.Input;
import dev.upswell.scorecard.Kpi;
import dev.upswell.server.scorecard.KnownInput.Origin;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// When what is known of creators was known: counters at equal age, viewing, links of ads and weightings as of an instant.
class KnownWhenTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private final ScoredCreators creators = new ScoredCreators();

    private @Nullable KnownInput used(String creator, Input input) {
        return creators.cards.get(creator, null).inputs().used().get(input);
    }

    @Test
    void growthComparesVideosAtTheSameAge() {
        for (int i = 0; i < 3; i++) {
            // Both stood at 1,000 views after a week; the older ones were watched for five weeks more.
            creators.video("cara", "old" + i, daysAgo(42 + i), "one", 1_000, 100, 10, 10);
            creators.reading("old" + i, NOON.minusSeconds(30), 9_000, 100, 10, 10);
            creators.unread("cara", "new" + i, daysAgo(12 + i), "one");
            creators.reading("new" + i, daysAgo(12 + i).plus(Duration.ofDays(6)), 800, 80, 8, 8);
            creators.reading("new" + i, daysAgo(12 + i).plus(Duration.ofDays(8)), 1_200, 120, 12, 12);
            creators.reading("new" + i, NOON.minusSeconds(30), 1_300, 130, 13, 13);
        }
        creators.publish();

        creators.cards.run(NOON);

        assertThat(used("cara", Input.VIEWS_GROWTH_RATE).value()).isEqualTo(0, EXACT);
        assertThat(used("cara", Input.ENGAGEMENT_GROWTH_RATE).value()).isEqualTo(0, EXACT);
        assertThat(used("cara", Input.VIEWS_GROWTH_RATE).from())
                .isEqualTo("3 videos of days 7 to 35 beside 3 of days 35 to 63, each at the age of 7 days");
    }

    @Test
    void growthIsMissingWhereVideosWereNotReadAroundTheAgeOfAWeek() {
        for (int i = 0; i < 3; i++) {
            creators.unread("cara", "old" + i, daysAgo(42 + i), "one");
            creators.reading("old" + i, NOON.minusSeconds(30), 9_000, 100, 10, 10);
            creators.video("cara", "new" + i, daysAgo(12 + i), "one", 1_000, 100, 10, 10);
        }
        creators.publish();

        creators.cards.run(NOON);

        assertThat(used("cara", Input.TOTAL_REACH)).isNotNull();
        assertThat(used("cara", Input.VIEWS_GROWTH_RATE)).isNull();
        assertThat(used("cara", Input.ENGAGEMENT_GROWTH_RATE)).isNull();
    }

    private static VideoViewing told(String video, Instant at, double completion, double seconds) {
        return new VideoViewing(EntityId.video(video), "studio", at,
                new Viewing(completion, seconds, null, null, null, null, null, null));
    }

    @Test
    void whatOwnersWereToldOfViewingCountsAsOfItsTimeAndBeforeAds() {
        for (int i = 0; i < 3; i++) {
            creators.video("cara", "v" + i, daysAgo(3 + i), "one", 1_000, 100, 10, 10);
            creators.orders(told("v" + i, daysAgo(1), 0.2 + i * 0.1, 9), told("v" + i, NOON.plusSeconds(60), 1, 90));
        }
        creators.publish();
        creators.orders(ScoredCreators.ad("cara 1", "acc", LocalDate.parse("2026-02-20"), "50",
                Map.of(AdMetric.VIDEO_PLAYS, 100.0, AdMetric.WATCHED_100, 90.0)));
        creators.cards.told().link("cara", "*", daysAgo(1), "ada");

        creators.cards.run(daysAgo(2));
        assertThat(used("cara", Input.RETENTION_RATE)).isNull();
        assertThat(used("cara", Input.AVG_WATCH_TIME)).isNull();
        creators.cards.run(NOON);

        assertThat(used("cara", Input.RETENTION_RATE)).isEqualTo(new KnownInput(Input.RETENTION_RATE,
                used("cara", Input.RETENTION_RATE).value(), Origin.VIEWING,
                "what the owner was told of 3 videos of 28 days", NOON));
        assertThat(used("cara", Input.RETENTION_RATE).value()).isEqualTo(0.3, EXACT);
        assertThat(used("cara", Input.AVG_WATCH_TIME).value()).isEqualTo(9, EXACT);
        assertThat(used("cara", Input.COST_PER_VIEW).value()).isEqualTo(0.5, EXACT);
    }

    @Test
    void adsCountFromTheTimeOnFromWhichTheyAreACreators() {
        creators.video("cara", "v", daysAgo(3), "one", 1_000, 100, 10, 10);
        creators.publish();
        creators.orders(ScoredCreators.ad("spring 1", "acc", LocalDate.parse("2026-02-20"), "50",
                Map.of(AdMetric.VIDEO_PLAYS, 100.0)),
                ScoredCreators.ad("winter 1", "acc", LocalDate.parse("2026-02-20"), "10",
                        Map.of(AdMetric.VIDEO_PLAYS, 100.0)));
        ToldInputs told = creators.cards.told();
        told.keep("creator_id,conversion_rate\ncara,0.02\n", "REST", daysAgo(9));
        told.link("cara", "spring", NOON.minusSeconds(60), "ada");
        told.link("cara", "winter", NOON.minusSeconds(30), "ada");

        creators.cards.run(NOON.minusSeconds(90));
        assertThat(used("cara", Input.COST_PER_VIEW)).isNull();
        creators.cards.run(NOON.minusSeconds(40));
        assertThat(used("cara", Input.COST_PER_VIEW).value()).isEqualTo(0.5, EXACT);
        creators.cards.run(NOON);
        assertThat(used("cara", Input.COST_PER_VIEW).value()).isEqualTo(0.1, EXACT);

        told.link("cara", "", NOON.minusSeconds(10), "ada");
        creators.cards.run(NOON);
        assertThat(used("cara", Input.COST_PER_VIEW)).isNull();
        assertThat(told.links("@Cara")).extracting(ToldInputs.Link::ads).containsExactly(null, "winter", "spring");
        told.forgetLink("cara", NOON.minusSeconds(10));
        creators.cards.run(NOON);
        assertThat(used("cara", Input.COST_PER_VIEW).value()).isEqualTo(0.1, EXACT);
        assertThatExceptionOfType(ScorecardRefused.class)
                .isThrownBy(() -> told.forgetLink("cara", NOON.minusSeconds(10)))
                .satisfies(refused -> assertThat(refused.what())
                        .isEqualTo("Nothing was said of ads of cara as of 2026-03-01T11:59:50Z."));
        assertThatExceptionOfType(ScorecardRefused.class).isThrownBy(() -> told.link(" ", "a".repeat(201), NOON, "ada"))
                .satisfies(refused -> assertThat(refused.what()).isEqualTo(
                        "The creator must have 1 to 200 characters, none of them zero. "
                                + "The ads must have 0 to 200 characters, none of them zero."));
        assertThat(new ScoredCreators().cards.told().links("cara")).isEmpty();
    }

    @Test
    void nothingIsScoredAsOfTheFuture() {
        assertThatExceptionOfType(ScorecardRefused.class).isThrownBy(() -> creators.cards.run(NOON.plusSeconds(1)))
                .satisfies(refused -> assertThat(refused.what()).isEqualTo(
                        "2026-03-01T12:00:01Z lies in the future: it is 2026-03-01T12:00:00Z."));
        creators.video("cara", "v", daysAgo(3), "one", 1_000, 100, 10, 10);
        creators.reading("v", NOON.plusSeconds(60), 2_000, 100, 10, 10);
        creators.publish();
        assertThat(creators.cards.lastTold()).hasValue(NOON.minusSeconds(60));
    }

    private static Map<String, Double> all(Kpi one) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Kpi kpi : Kpi.values()) {
            weights.put(kpi.field(), kpi == one ? 1.0 : 0.0);
        }
        return weights;
    }

    @Test
    void withdrawingPutsInForceWhatWasBeforeAndNothingThatWasWithdrawn() {
        Scorecards cards = creators.cards;
        cards.keepAndAdopt("first", all(Kpi.ENGAGEMENT), "Why not", "ada");
        cards.keepAndAdopt("second", all(Kpi.DISCOVERY), "Why not", "ada");

        assertThat(cards.withdraw("second", "Worse", "bob").name()).isEqualTo("first");
        assertThat(cards.withdraw("first", "Worse too", "bob").name()).isEqualTo("seed");

        assertThat(cards.now().name()).isEqualTo("seed");
        Weightings.Part part = cards.weightings().adoptions(1, 0);
        assertThat(part.total()).isEqualTo(4);
        assertThat(part.items()).containsExactly(new Weightings.Adoption("seed", 1, "Worse too", "bob", NOON,
                new Weightings.Withdrawn("first", 1)));
        assertThatExceptionOfType(ScorecardRefused.class).isThrownBy(() -> cards.withdraw("first", "Again", "bob"))
                .satisfies(refused -> assertThat(refused.what())
                        .isEqualTo("The weighting first is not in force, seed is."));
        assertThatExceptionOfType(ScorecardRefused.class).isThrownBy(() -> cards.withdraw("seed", "Again", "bob"))
                .satisfies(refused -> assertThat(refused.what()).isEqualTo("The weighting seed is always there."));
        assertThatExceptionOfType(ScorecardRefused.class).isThrownBy(() -> cards.withdraw("first", " ", "bob"))
                .satisfies(refused -> assertThat(refused.what()).isEqualTo("reason is missing."));
    }

    @Test
    void whatCannotBeAdoptedIsNotKept() {
        try (var held = TestDatabase.shared().locks().tryAcquire(creators.tenant, "scorecard").orElseThrow()) {
            assertThat(held).isNotNull();
            assertThatExceptionOfType(ScorecardRefused.class).isThrownBy(
                    () -> creators.cards.keepAndAdopt("first", all(Kpi.ENGAGEMENT), "Why not", "ada"));
        }
        assertThat(creators.cards.weightings().list()).extracting(KeptWeighting::name)
                .isEqualTo(List.of("seed", "equal"));
    }
}
