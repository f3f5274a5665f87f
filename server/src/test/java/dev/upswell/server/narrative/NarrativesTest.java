package dev.upswell.server.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.narrative.Narratives.Filter;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.theme.StoredCollisions;
import dev.upswell.server.trend.Expectations;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.trend.compute.ObservedLake;
import dev.upswell.server.wording.Outputs.Judged;
import dev.upswell.server.wording.Outputs.Word;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.SampleWordings;
import dev.upswell.server.wording.Worded;
import dev.upswell.server.wording.Worded.Author;
import dev.upswell.server.wording.WordingRefused;
import dev.upswell.server.wording.Wordings;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NarrativesTest {

    private static final String CORGI = "hashtag/corgi";
    private static final List<String> TRUE = List.of("#corgi gained 120,000 views in 24 hours [f1].",
            "#corgi gained 120 K views [f1].", "In 24 hours 120,000 views were gained by #corgi [f1].");

    private final TenantId tenant = TestDatabase.newTenant();
    private final MovingWorld world = new MovingWorld(tenant, _ -> null);

    private Narratives saying(List<String> sentences) {
        return world.narratives(SampleWordings.of(tenant, sentences));
    }

    private static Narrative of(List<Narrative> all, NarrativeKind kind, String language) {
        return all.stream().filter(one -> one.kind() == kind && one.language().getLanguage().equals(language))
                .findFirst().orElseThrow();
    }

    @Test
    void aTemplateTellsWhyItMovesFromItsFactsInBothLanguages() {
        List<Narrative> made = saying(List.of("#corgi gained 9 M views [f1].")).make(CORGI);
        Narrative english = of(made, NarrativeKind.NARRATIVE, "en");

        assertThat(english.text().by()).isEqualTo(Author.TEMPLATE);
        assertThat(english.text().sentences()).hasSizeBetween(3, 5).contains(
                "#corgi gained 120,000 views in 24 hours [f1]; that rose by 400 % against the day before [f2].",
                "Videos of @ana with #corgi gained 86,400 views in 24 hours [f3], and those of @budi gained 7,200 [f4].");
        assertThat(of(made, NarrativeKind.NARRATIVE, "id").text().sentences()).contains(
                "#corgi memperoleh 120.000 tayangan dalam 24 jam [f1]; itu naik 400 % dibanding hari sebelumnya [f2].");
        assertThat(english.asOf()).isEqualTo(MovingWorld.END);
        assertThat(english.links()).containsEntry("f3", "/entities/creator/ana");
        assertThat(english.links().get("f1")).startsWith("/metrics/hashtag/corgi?window=24h&at=2025-09-15");
        assertThat(english.evidence().find("f1")).hasValueSatisfying(
                fact -> assertThat(fact.value()).isEqualTo(120_000.0));
    }

    private static Observation followed(String creator, String at, long followers) {
        return new Observation(new EntityId(EntityKind.CREATOR, creator), "test", Instant.parse(at),
                new Counts(null, null, null, null, null, null, Count.exact(followers)));
    }

    private Narrative namedFrom(long followers) {
        return of(MovingWorld.narratives(tenant, SampleWordings.of(tenant, List.of("Nothing [f9].")),
                Expectations.NONE, followers).make(CORGI), NarrativeKind.NARRATIVE, "en");
    }

    @Test
    void onlyCreatorsWithEnoughFollowersAreNamedInWordsAndEvidence() {
        new ObservedLake(tenant).observe(List.of(followed("ana", "2025-09-12T00:00:00Z", 90_000),
                followed("ana", "2025-09-14T00:00:00Z", 12_000), followed("budi", "2025-09-14T00:00:00Z", 11_999)));

        Narrative some = namedFrom(12_000);

        assertThat(some.text().sentences())
                .contains("Videos of @ana with #corgi gained 86,400 views in 24 hours [f3].");
        assertThat(some.text().sentences() + " " + some.evidence() + some.links()).doesNotContain("budi");
    }

    @Test
    void creatorsOfWhomNobodyToldHowManyFollowThemAreNotNamed() {
        Narrative none = namedFrom(10_000);

        assertThat(none.text().sentences()).isNotEmpty().noneMatch(one -> one.contains("@"));
        assertThat(none.evidence().facts()).noneMatch(fact -> String.valueOf(fact.entity()).startsWith("@"));
        assertThat(none.links().values()).noneMatch(link -> link.contains("/creator/"));
    }

    @Test
    void aModelsWordingIsUsedWhereThreeOfItsSentencesHold() {
        Narrative english = of(saying(TRUE).make(CORGI), NarrativeKind.NARRATIVE, "en");

        assertThat(english.text().by()).isEqualTo(Author.MODEL);
        assertThat(english.text().model()).isEqualTo("parrot");
        assertThat(english.text().sentences()).isEqualTo(TRUE);
    }

    @Test
    void withFewerThanThreeTheTemplateStands() {
        assertThat(of(saying(TRUE.subList(0, 2)).make(CORGI), NarrativeKind.NARRATIVE, "en").text().by())
                .isEqualTo(Author.TEMPLATE);
    }

    private Narrative collision(Narratives narratives) {
        narratives.run();
        return of(narratives.list(new Filter(NarrativeKind.COLLISION, null, null), 10, 0).items(),
                NarrativeKind.COLLISION, "en");
    }

    @Test
    void aPairThatCollidesWithTheSameFiguresIsNotPutIntoWordsAnew() {
        Narratives narratives = saying(List.of("Nothing [f9]."));
        StoredCollisions.put(TestDatabase.shared(), tenant, "corgi", "puppies", MovingWorld.END.minusSeconds(14_400));
        Narrative first = collision(narratives);
        StoredCollisions.put(TestDatabase.shared(), tenant, "corgi", "puppies", MovingWorld.END.minusSeconds(7_200));

        Narrative second = collision(narratives);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.asOf()).isEqualTo(MovingWorld.END.minusSeconds(7_200)).isAfter(first.asOf());
        StoredCollisions.put(TestDatabase.shared(), tenant, "corgi", "puppies", 13, MovingWorld.END);
        assertThat(collision(narratives).text().sentences().getFirst()).as("another figure is another text")
                .startsWith("13 creators");
    }

    @Test
    void whatMovesMostIsMadeOnceForAnInstant() {
        Narratives narratives = saying(List.of("Nothing [f9]."));
        narratives.run();

        Narratives.Round again = narratives.run();

        assertThat(again.made()).isZero();
        assertThat(again.same()).isGreaterThanOrEqualTo(6);
        assertThat(narratives.list(new Filter(null, null, Locale.of("en")), 100, 0).items())
                .extracting(one -> one.topic().name()).contains("#tag10").hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void aNewerOneTakesThePlaceOfTheOneThatStood() {
        Narratives narratives = saying(TRUE);
        UUID first = of(narratives.make(CORGI), NarrativeKind.NARRATIVE, "en").id();

        UUID second = of(narratives.make(CORGI), NarrativeKind.NARRATIVE, "en").id();

        assertThat(second).isNotEqualTo(first);
        assertThat(narratives.list(new Filter(NarrativeKind.NARRATIVE, Narratives.topic(CORGI), Locale.of("en")), 9, 0)
                .items()).extracting(Narrative::id).containsExactly(second);
        assertThat(narratives.get(first.toString()).id()).isEqualTo(first);
    }

    @Test
    void whatPeopleSayIsKeptAndCountsForThePrompt() {
        Wordings wordings = SampleWordings.of(tenant, TRUE);
        Narratives narratives = world.narratives(wordings);
        String id = of(narratives.make(CORGI), NarrativeKind.NARRATIVE, "en").id().toString();

        Narrative edited = narratives.judge(id,
                new Judged(Word.EDIT, "#corgi gained 120 K views in 24 hours [f1].", false, null, false), "ana");

        assertThat(edited.text().sentences()).containsExactly("#corgi gained 120 K views in 24 hours [f1].");
        assertThat(edited.text().word()).isEqualTo(Word.EDIT);
        assertThat(wordings.outputs().acceptance(Purpose.NARRATIVE, 1).edited()).isEqualTo(1);
        assertThatExceptionOfType(WordingRefused.class).isThrownBy(() -> narratives.judge(id,
                new Judged(Word.EDIT, "#corgi gained 9 M views [f1].", false, null, false), "ana"))
                .withMessageContaining("The edited text says more than its evidence: number (9 M views).");
        assertThat(narratives.judge(id, new Judged(Word.REJECT, null, false, null, false), "ana").isRejected())
                .isTrue();
    }

    @Test
    void whatSomebodyHasSpokenOfStaysUntilNewerFactsAreKnown() {
        Narratives narratives = saying(TRUE);
        List<Narrative> made = narratives.make(CORGI);
        UUID edited = of(made, NarrativeKind.NARRATIVE, "en").id();
        UUID other = of(made, NarrativeKind.NARRATIVE, "id").id();
        narratives.judge(edited.toString(),
                new Judged(Word.EDIT, "#corgi gained 120 K views in 24 hours [f1].", false, null, false), "ana");

        List<Narrative> again = narratives.make(CORGI);

        assertThat(of(again, NarrativeKind.NARRATIVE, "en").id()).isEqualTo(edited);
        assertThat(of(again, NarrativeKind.NARRATIVE, "en").text().sentences())
                .containsExactly("#corgi gained 120 K views in 24 hours [f1].");
        assertThat(of(again, NarrativeKind.NARRATIVE, "id").id()).isNotEqualTo(other);
    }

    private void date(String entity, Instant asOf) {
        TestDatabase.shared().transactions().run(tenant,
                db -> db.sql("update narrative set as_of = ? where subject_id = ?")
                        .params(asOf.atOffset(ZoneOffset.UTC), entity).update());
    }

    @Test
    void whatLeftTheListStandsForTwoDays() {
        Narratives narratives = saying(TRUE);
        narratives.make("hashtag/tag1");
        Filter ofIt = new Filter(null, Narratives.topic("hashtag/tag1"), null);
        date("tag1", MovingWorld.END.minus(Duration.ofDays(2)));
        narratives.run();
        assertThat(narratives.list(ofIt, 9, 0).items()).isNotEmpty();

        date("tag1", MovingWorld.END.minus(Duration.ofDays(2)).minusSeconds(1));
        narratives.run();

        assertThat(narratives.list(ofIt, 9, 0).items()).isEmpty();
        assertThat(narratives.list(new Filter(null, null, null), 9, 0).items()).isNotEmpty();
    }

    @Test
    void whereNoSentenceHoldsTheOlderTextNoLongerStandsAndThatIsSaid() {
        Wordings wordings = SampleWordings.of(tenant, TRUE);
        world.narratives(wordings).make(CORGI);
        date("corgi", MovingWorld.END.minusSeconds(3_600));
        Narratives mute = world.narratives(new Wordings(
                _ -> new Worded(UUID.randomUUID(), List.of(), Author.TEMPLATE, null, List.of()), wordings.prompts(),
                wordings.outputs(), wordings.spending(), "USD"));

        assertThatExceptionOfType(NarrativeRefused.class).isThrownBy(() -> mute.make(CORGI)).withMessageContaining(
                "Nothing can be told of hashtag/corgi: its last day has no gain of views"
                        + " (a theme: no post of two weeks), or no sentence held.");

        assertThat(mute.list(new Filter(null, Narratives.topic(CORGI), null), 9, 0).items()).isEmpty();
    }

    @Test
    void whatIsForetoldLaterIsNotTold() {
        Wordings wordings = SampleWordings.of(tenant, List.of("Nothing [f9]."));

        assertThat(of(MovingWorld.narratives(tenant, wordings, new Foretold(MovingWorld.END)).make(CORGI),
                NarrativeKind.NARRATIVE, "en").text().sentences()).anyMatch(one -> one.contains("surges within"));
        assertThat(of(MovingWorld.narratives(tenant, wordings, new Foretold(MovingWorld.END.plusSeconds(1)))
                .make(CORGI), NarrativeKind.NARRATIVE, "en").text().sentences())
                .noneMatch(one -> one.contains("surges within"));
    }

    /// A prediction of every entity as of an instant.
    private record Foretold(Instant asOf) implements Expectations {

        @Override
        public Facts facts(JdbcClient db, EntityKind kind, Instant from, Instant to, int judgedDays) {
            return Facts.NONE;
        }

        @Override
        public Optional<Expected.Explained> explained(JdbcClient db, EntityId entity, Instant from, Instant to) {
            return asOf.isBefore(from) || asOf.isAfter(to)
                    ? Optional.empty()
                    : Optional.of(new Expected.Explained(new Expected(asOf, 24, new UUID(0, 1), "rule", 0.341, null,
                            null, null, List.of()), null, null));
        }

        @Override
        public List<Expected> horizons(JdbcClient db, EntityId entity, Instant from, Instant to) {
            return List.of();
        }

        @Override
        public List<Expected.Past> past(JdbcClient db, EntityId entity, Instant from, Instant to, int limit) {
            return List.of();
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        Narratives narratives = saying(TRUE);

        assertThatExceptionOfType(NarrativeRefused.class).isThrownBy(() -> narratives.make("hashtag/unheard"))
                .withMessageContaining("Nothing is known of hashtag/unheard.");
        assertThatExceptionOfType(NarrativeRefused.class).isThrownBy(() -> narratives.make("corgi"))
                .withMessageContaining("Name it as kind/id, such as hashtag/corgilife or theme/12.");
        assertThatExceptionOfType(NarrativeRefused.class).isThrownBy(() -> narratives.get("7"))
                .withMessageContaining("There is no narrative 7.");
        assertThatExceptionOfType(NarrativeRefused.class).isThrownBy(() -> Narratives.kind("poem"))
                .withMessageContaining("Use one of narrative, risk, counterfactual, collision.");
        assertThatExceptionOfType(NarrativeRefused.class).isThrownBy(() -> Narratives.language("fr"))
                .withMessageContaining("Use en or id.");
    }
}
