package dev.upswell.server.scorecard;

import static dev.upswell.server.scorecard.ScoredCreators.NOON;
import static dev.upswell.server.scorecard.ScoredCreators.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.commerce.AdMetric;
import dev.upswell.scorecard.Diagnosis;
import dev.upswell.scorecard.Gap;
import dev.upswell.scorecard.Input;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.scorecard.KnownInput.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScorecardsTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static Map<String, Double> weights(double sales, double conversion) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Kpi kpi : Kpi.values()) {
            weights.put(kpi.field(), 0.0);
        }
        weights.put("sales_performance", sales);
        weights.put("engagement", conversion);
        return weights;
    }

    @Test
    void inputsAreWhatVideosAndOrdersSay() {
        var anna = ScoredCreators.scored().cards.get("@Anna", null);

        Map<Input, KnownInput> used = anna.inputs().used();
        assertThat(used.get(Input.LIKES_RATIO).value()).isEqualTo(0.08, EXACT);
        assertThat(used.get(Input.SHARES_RATIO).value()).isEqualTo(0.005, EXACT);
        assertThat(used.get(Input.TOTAL_REACH).value()).isEqualTo(8_000);
        assertThat(used.get(Input.POSTING_CONSISTENCY).value()).isEqualTo(1);
        assertThat(used.get(Input.CONTENT_DIVERSITY).value()).isEqualTo(0.5, EXACT);
        assertThat(used.get(Input.CONTENT_FRESHNESS).value()).isEqualTo(1 - 1 / 28.0, EXACT);
        assertThat(used.get(Input.VIEWS_GROWTH_RATE).value()).isEqualTo(0, EXACT);
        assertThat(used.get(Input.VIDEO_DURATION).value()).isEqualTo(20);
        assertThat(used.get(Input.TOTAL_REVENUE)).isEqualTo(
                new KnownInput(Input.TOTAL_REVENUE, 100, Origin.ORDERS, "2 orders of 28 days in EUR", NOON));
        assertThat(used.get(Input.AVG_ORDER_VALUE).value()).isEqualTo(50);
        assertThat(used).doesNotContainKeys(Input.CONVERSION_RATE, Input.FOLLOWER_GROWTH_RATE, Input.COST_PER_VIEW);
    }

    @Test
    void whatIsKeptIsWhatItsInputsGiveAndWhatTheLakeGivesAgain() {
        var creators = ScoredCreators.scored();
        List<KeptScorecard> kept = creators.cards.latest();
        assertThat(kept).hasSize(2);
        for (KeptScorecard card : kept) {
            Scorecard again = card.by(Weighting.SEED);
            assertThat(card.overall()).isEqualTo(again.overall().orElseThrow());
            assertThat(card.coverage()).isEqualTo(again.coverage(), EXACT).isBetween(0.01, 0.5);
            assertThat(card.worst()).isEqualTo(again.worst(), EXACT);
            assertThat(card.best()).isEqualTo(again.best(), EXACT);
        }

        creators.cards.run(NOON);

        assertThat(creators.cards.latest()).isEqualTo(kept);
    }

    @Test
    void futureEventsChangeNoEarlierCard() {
        var creators = ScoredCreators.known();
        creators.followers("anna", daysAgo(29), 1_000);
        creators.followers("anna", daysAgo(1), 1_100);
        creators.publish();
        creators.cards.run(NOON);
        var before = creators.cards.get("anna", null);
        assertThat(before.inputs().used()).containsKeys(Input.LIKES_RATIO, Input.VIEWS_GROWTH_RATE, Input.TOTAL_REVENUE,
                Input.FOLLOWER_GROWTH_RATE);
        Instant later = NOON.plusSeconds(3_600);
        creators.video("anna", "later", later, "three", 1, 1, 1, 1);
        creators.reading("a21", later, 9_999_999, 1, 1, 1);
        creators.followers("anna", later, 5);
        creators.publish();
        creators.orders(ScoredCreators.order("o1", later, "CANCELLED"), ScoredCreators.order("o9", later, "PAID"));
        creators.cards.told().keep("creator_id,conversion_rate\nanna,0.07\n", "later.csv", later);

        creators.cards.run(NOON);

        assertThat(creators.cards.get("anna", null)).isEqualTo(before);
    }

    @Test
    void whatHoldsOnlyLaterIsNotWhatWasToldLast() {
        var creators = ScoredCreators.known();
        creators.cards.told().keep("creator_id,conversion_rate\nanna,0.07\n", "REST", NOON.plusSeconds(86_400));
        assertThat(creators.cards.lastTold()).hasValue(NOON.minusSeconds(60));

        creators.cards.told().keep("creator_id,conversion_rate\nanna,0.05\n", "REST", NOON);
        assertThat(creators.cards.lastTold()).hasValue(NOON);
    }

    @Test
    void whatIsToldGoesBeforeWhatIsDerivedAndBothAreKept() {
        var creators = ScoredCreators.known();
        var report = creators.cards.told().keep("""
            creator_id,total_revenue,conversion_rate
            @Anna,5000,0.02
            carl,10,
            ,10,
            ben,-1,2
            """, "shop.csv", daysAgo(5));
        creators.cards.told().keep("{\"creator_id\":\"carl\",\"total_revenue\":20}", "REST", daysAgo(4));
        creators.cards.run(NOON);

        assertThat(report.creators()).isEqualTo(2);
        assertThat(report.values()).isEqualTo(3);
        assertThat(report.refused()).containsExactly(new ToldInputs.Refused(4, List.of("creator_id is missing.")),
                new ToldInputs.Refused(5, List.of("conversion_rate must be from 0 to 1, and is 2.0.",
                        "total_revenue must be at least 0, and is -1.0.")));
        KnownInputs anna = creators.cards.get("anna", null).inputs();
        assertThat(anna.used().get(Input.TOTAL_REVENUE)).isEqualTo(
                new KnownInput(Input.TOTAL_REVENUE, 5_000, Origin.TOLD, "shop.csv", daysAgo(5)));
        assertThat(anna.beside(Input.TOTAL_REVENUE)).map(KnownInput::value).hasValue(100.0);
        assertThat(anna.beside(Input.CONVERSION_RATE)).isEmpty();
        assertThat(creators.cards.get("carl", null).inputs().used().get(Input.TOTAL_REVENUE).value()).isEqualTo(20);
    }

    @Test
    void namesThatCannotBeKeptAreRefusedAndTheOtherRowsKept() {
        var creators = ScoredCreators.known();

        var report = creators.cards.told().keep("""
            {"creator_id":"a\\u0000b","total_revenue":20}
            {"creator_id":"%s","total_revenue":20}
            {"creator_id":"anna","total_revenue":20}
            """.formatted("\u0130".repeat(200)), "REST", NOON);

        assertThat(report.creators()).isEqualTo(1);
        assertThat(report.refused()).extracting(ToldInputs.Refused::line).containsExactly(1L, 2L);
        assertThat(report.refused()).allSatisfy(refused -> assertThat(refused.problems()).containsExactly(
                "creator_id must have at most 200 characters in lower case, none of them zero."));
    }

    @Test
    void followersAndAdsCountWhereTheyAreKnown() {
        var creators = ScoredCreators.known();
        creators.followers("anna", daysAgo(29), 1_000);
        creators.followers("anna", daysAgo(1), 1_100);
        creators.followers("ben", daysAgo(1), 1_100);
        creators.publish();
        LocalDate day = LocalDate.parse("2026-02-20");
        creators.orders(
                ScoredCreators.ad("anna spring", "acc", day, "50", Map.of(AdMetric.CLICKS, 100.0, AdMetric.CONVERSIONS,
                        5.0, AdMetric.VIDEO_PLAYS, 1_000.0, AdMetric.WATCHED_100, 200.0)),
                ScoredCreators.ad("other", "acc", day, "999", Map.of(AdMetric.CLICKS, 1.0)),
                ScoredCreators.ad("anna winter", "acc", day.minusDays(60), "999", Map.of(AdMetric.CLICKS, 1.0)));
        creators.cards.told().link("@anna", "anna ", daysAgo(1), "ada");
        creators.cards.run(NOON);

        Map<Input, KnownInput> anna = creators.cards.get("anna", null).inputs().used();
        assertThat(anna.get(Input.FOLLOWER_GROWTH_RATE).value()).isEqualTo(0.1, EXACT);
        assertThat(anna.get(Input.CONVERSION_RATE).value()).isEqualTo(0.05, EXACT);
        assertThat(anna.get(Input.COST_PER_ACQUISITION).value()).isEqualTo(10, EXACT);
        assertThat(anna.get(Input.COST_PER_VIEW).value()).isEqualTo(0.05, EXACT);
        assertThat(anna.get(Input.RETENTION_RATE).value()).isEqualTo(0.2, EXACT);
        assertThat(anna.get(Input.ROI_SCORE).value()).isEqualTo(1, EXACT);
        assertThat(anna).doesNotContainKey(Input.COST_PER_ENGAGEMENT);
        assertThat(creators.cards.get("ben", null).inputs().used()).doesNotContainKeys(Input.FOLLOWER_GROWTH_RATE,
                Input.COST_PER_VIEW);
    }

    @Test
    void anAdoptedWeightingScoresTheLastCardsAnewAndTheSeedsStays() {
        var creators = ScoredCreators.scored();
        KeptWeighting kept = creators.cards.weightings().keep("sales-first", weights(0.75, 0.25), "Revenue pays",
                "ada");
        assertThat(creators.cards.now().name()).isEqualTo("seed");

        creators.cards.adopt("sales-first", "Revenue pays", "ada");

        KeptScorecard anna = creators.cards.get("anna", null);
        assertThat(anna.weighting()).isEqualTo("sales-first");
        assertThat(anna.version()).isEqualTo(1);
        assertThat(anna.overall()).isEqualTo(anna.by(kept.weighting()).overall().orElseThrow());
        assertThat(creators.cards.weightings().keep("sales-first", weights(0.5, 0.5), "Both", "ada").version())
                .isEqualTo(2);
        assertThat(creators.cards.weightings().inForce().version()).isEqualTo(1);
        assertThat(creators.cards.weightings().list()).extracting(KeptWeighting::name).startsWith("seed", "equal");
        assertThat(creators.cards.adopt("seed", "Back", "ada").weighting()).isEqualTo(Weighting.SEED);
        assertThat(creators.cards.weightings().adoptions(50, 0).items()).extracting(Weightings.Adoption::name)
                .containsExactly("seed", "sales-first");
    }

    @Test
    void aWeightingIsRefusedWithAllThatIsWrong() {
        var creators = ScoredCreators.known();
        var weightings = creators.cards.weightings();
        Map<String, Double> wrong = weights(0.75, 1.25);
        wrong.remove("discovery");
        wrong.put("beauty", 0.1);

        assertThatExceptionOfType(ScorecardRefused.class)
                .isThrownBy(() -> weightings.keep("Seed!", wrong, " ", "ada"))
                .satisfies(refused -> assertThat(refused.what()).contains("name must be of lower-case letters",
                        "reason is missing.", "engagement must be from 0 to 1, and is 1.25.", "discovery is missing.",
                        "There is no indicator beauty."));
        assertThatExceptionOfType(ScorecardRefused.class)
                .isThrownBy(() -> weightings.keep("half", weights(0.25, 0.25), "Why not", "ada"))
                .satisfies(refused -> assertThat(refused.what())
                        .isEqualTo("The weights add up to 0.5, and must add up to 1."));
        assertThatExceptionOfType(ScorecardRefused.class)
                .isThrownBy(() -> weightings.keep("seed", weights(0.5, 0.5), "Why not", "ada"))
                .satisfies(refused -> assertThat(refused.what()).contains("is always there"));
        assertThatExceptionOfType(ScorecardRefused.class)
                .isThrownBy(() -> creators.cards.adopt("none", "Why not", "ada"))
                .satisfies(refused -> assertThat(refused.what()).isEqualTo("There is no weighting none."));
    }

    @Test
    void outcomesMoveWhatIsExpectedOfAPlaybookAndHowSureThatIs() {
        var creators = ScoredCreators.known();
        creators.cards.told().keep("creator_id,conversion_rate\nanna,0.02\n", "REST", daysAgo(5));
        creators.cards.run(daysAgo(1));
        var before = bottleneck(creators);
        FollowedPlaybook taken = creators.cards.playbooks().takeUp("anna", Gap.CONVERSION_RATE, "Title", "ada",
                creators.cards.now());
        assertThat(taken.value()).isEqualTo(0.02);
        assertThat(taken.expected()).isEqualTo(before.gain(), EXACT);
        String id = taken.id().toString();
        assertThatExceptionOfType(ScorecardRefused.class).isThrownBy(() -> creators.cards.playbooks().takeUp("anna",
                Gap.CONVERSION_RATE, "Title", "ada", creators.cards.now()))
                .satisfies(refused -> assertThat(refused.what()).isEqualTo(
                        "This creator follows the playbook Title already."));
        assertThatExceptionOfType(ScorecardRefused.class)
                .isThrownBy(() -> creators.cards.playbooks().settle(id, null, null))
                .satisfies(refused -> assertThat(refused.what()).startsWith("Nothing newer is known"));

        creators.cards.told().keep("creator_id,conversion_rate\nanna,0.06\n", "REST", daysAgo(0));
        creators.cards.run(NOON);
        FollowedPlaybook settled = creators.cards.playbooks().settle(id, null, "Worked");
        creators.cards.forget();

        // Of the 0.8 that were missing, 0.4 came; what was written, 0.2, weighs four outcomes.
        assertThat(settled.end().outcome().gain()).isEqualTo(0.5, EXACT);
        assertThat(settled.end().outcome().told()).isFalse();
        creators.cards.run(daysAgo(1));
        var after = creators.cards.now();
        assertThat(after.evidence().get(Gap.CONVERSION_RATE).outcomes()).isEqualTo(1);
        creators.cards.told().keep("creator_id,conversion_rate\nanna,0.02\n", "REST", NOON);
        creators.cards.run(NOON);
        var now = bottleneck(creators);
        assertThat(now.gain()).isEqualTo((4 * 0.2 + 0.5) / 5 * 0.8, EXACT);
        assertThat(now.confidence()).isEqualTo(before.confidence() / 0.5 * 0.6, EXACT);
        assertThatExceptionOfType(ScorecardRefused.class)
                .isThrownBy(() -> creators.cards.playbooks().settle(id, 0.5, null))
                .satisfies(refused -> assertThat(refused.what()).isEqualTo("What came of it is known already."));
        assertThatExceptionOfType(ScorecardRefused.class)
                .isThrownBy(() -> creators.cards.playbooks().settle("nonsense", 0.5, null));
    }

    @Test
    void whatWasDroppedTeachesNothing() {
        var creators = ScoredCreators.scored();
        FollowedPlaybook taken = creators.cards.playbooks().takeUp("ben", Gap.INTERACTION_BALANCE, "Title", "ada",
                creators.cards.now());

        FollowedPlaybook dropped = creators.cards.playbooks().drop(taken.id().toString(), "No time");

        assertThat(dropped.end().outcome()).isNull();
        assertThat(creators.cards.playbooks().evidence()).isEmpty();
        assertThatExceptionOfType(ScorecardRefused.class).isThrownBy(() -> creators.cards.playbooks().takeUp("ben",
                Gap.CONVERSION_RATE, "Title", "ada", creators.cards.now()))
                .satisfies(refused -> assertThat(refused.what())
                        .isEqualTo("Nothing is known of conversion_rate of this creator."));
    }

    private static Diagnosis.Bottleneck bottleneck(ScoredCreators creators) {
        Scoring scoring = creators.cards.now();
        return Diagnosis.of(creators.cards.get("anna", null).inputs().inputs(),
                scoring.weighting(), scoring.evidence()).bottlenecks().stream()
                .filter(one -> one.gap() == Gap.CONVERSION_RATE).findFirst().orElseThrow();
    }

    @Test
    void historyHoldsADayEach() {
        var creators = ScoredCreators.known();
        creators.cards.run(daysAgo(2));
        creators.cards.run(daysAgo(1));
        creators.cards.run(daysAgo(1).plusSeconds(60));

        Scorecards.Part part = creators.cards.history("anna", 10, 0);

        assertThat(part.total()).isEqualTo(2);
        assertThat(part.items()).extracting(KeptScorecard::asOf).containsExactly(daysAgo(1).plusSeconds(60),
                daysAgo(2));
        assertThat(creators.cards.get("anna", LocalDate.parse("2026-02-27")).asOf()).isEqualTo(daysAgo(2));
        assertThatExceptionOfType(ScorecardRefused.class).isThrownBy(() -> creators.cards.get("nobody", null))
                .satisfies(refused -> assertThat(refused.what()).isEqualTo(
                        "No scorecard is kept of creator nobody."));
    }

    @Test
    void pseudonymsStayTheSameAndHandlesLeadNowhereUnderThem() {
        var creators = ScoredCreators.scored();
        var names = new Pseudonyms(creators.tenant, true);
        List<String> all = List.of("anna", "ben");

        assertThat(names.name("anna")).matches("creator-[0-9a-f]{10}").isEqualTo(names.shown("anna"))
                .isEqualTo(new Pseudonyms(creators.tenant, true).name("anna")).isNotEqualTo(names.name("ben"))
                .isNotEqualTo(new Pseudonyms(ScoredCreators.known().tenant, true).name("anna"));
        assertThat(names.handle(names.name("ben"), all)).isEqualTo("ben");
        assertThatExceptionOfType(ScorecardRefused.class).isThrownBy(() -> names.handle("ben", all));
        assertThat(new Pseudonyms(creators.tenant, false).handle("@Ben", all)).isEqualTo("ben");
    }
}
