package dev.upswell.server.narrative;

import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.OnlineVectors;
import dev.upswell.server.narrative.Narratives.Filter;
import dev.upswell.server.narrative.page.NarrativePagesConfiguration;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.ModelRegistry;
import dev.upswell.server.text.EntityNames;
import dev.upswell.server.text.NamedCreatorRepository;
import dev.upswell.server.text.PostedCaptions;
import dev.upswell.server.theme.CollisionRun;
import dev.upswell.server.theme.Collisions;
import dev.upswell.server.theme.Divergences;
import dev.upswell.server.theme.KeptTheme;
import dev.upswell.server.theme.StoredCollisions;
import dev.upswell.server.theme.Themes;
import dev.upswell.server.theme.page.ThemePagesConfiguration;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.Expectations;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.compute.MetricJob;
import dev.upswell.server.trend.compute.ObservedLake;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.wording.Outputs.Judged;
import dev.upswell.server.wording.Outputs.Word;
import dev.upswell.server.wording.SampleWordings;
import dev.upswell.server.wording.Worded.Author;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Themes of six subjects, posted daily through February.
class ThemeNarrativesTest {

    /// When the newest caption was posted.
    private static final Instant NEWEST = Instant.parse("2026-02-28T00:00:00Z");
    private static final Filter ENGLISH = new Filter(NarrativeKind.NARRATIVE, null, Locale.of("en"));

    private final PostedCaptions posted = PostedCaptions.of(600);
    private final Themes themes = new Themes(posted.tenant, posted.database, () -> PostedCaptions.NOON, posted.texts);

    private Narratives saying(String... sentences) {
        return new Narratives(posted.tenant, posted.database, InstantSource.fixed(PostedCaptions.NOON),
                new Narratives.Services(new TrendQuery(posted.database, Expectations.NONE),
                        new EntityQuery(posted.database, Expectations.NONE), MovingWorld.models(posted.database),
                        themes, SampleWordings.of(posted.tenant, List.of(sentences)),
                        new NarrativeSettings(3, 0, List.of(Locale.of("en"), Locale.of("id")))));
    }

    private KeptTheme first() {
        posted.texts.run(false);
        themes.run(false);
        return themes.list(false).getFirst();
    }

    private static List<Narrative> english(List<Narrative> all) {
        return all.stream().filter(one -> one.language().getLanguage().equals("en")).toList();
    }

    /// Reads the theme's first hashtag and its first two videos every hour of two days: they gain 1,000, 400 and 100 views an hour.
    private void read(Themes.Members members) {
        List<Observation> readings = new ArrayList<>();
        List<EntityId> entities = List.of(EntityId.hashtag(members.hashtags().getFirst()),
                new EntityId(EntityKind.VIDEO, members.videos().get(0)),
                new EntityId(EntityKind.VIDEO, members.videos().get(1)));
        long[] hourly = {1_000, 400, 100};
        for (int hour = 0; hour <= 48; hour++) {
            for (int i = 0; i < 3; i++) {
                readings.add(new Observation(entities.get(i), "test", NEWEST.minus(Duration.ofHours(36 - hour)),
                        new Counts(Count.exact(10_000 + hour * hourly[i]), Count.exact(100), Count.exact(10),
                                Count.exact(5), null, null, null)));
            }
        }
        new ObservedLake(posted.tenant).observe(readings);
        new MetricJob(posted.database, InstantSource.fixed(PostedCaptions.NOON), done -> {
        }).computeDue(posted.tenant, (done, total) -> {
        });
    }

    @Test
    void aThemeIsToldByItsPostsItsHashtagThatMovesMostAndWhoBroughtItsViews() {
        KeptTheme theme = first();
        Themes.Members members = themes.members(theme.id());
        read(members);
        KeptTheme.Figures figures = theme.figures();

        List<Narrative> made = saying("Nothing [f9].").make("theme/" + theme.id());

        Narrative english = english(made).getFirst();
        assertThat(english.text().by()).isEqualTo(Author.TEMPLATE);
        assertThat(english.text().sentences()).contains(
                "%d posts on %s in 7 days [f1], after %d in the 7 days before [f2].".formatted(figures.lastWeek(),
                        theme.shown(), figures.weekBefore()),
                "%d creators posted on %s in 90 days [f3].".formatted(figures.creators(), theme.shown()),
                "#%s gained 24,000 views in 24 hours [f4], steady against the day before [f5]."
                        .formatted(members.hashtags().getFirst()))
                .anySatisfy(sentence -> assertThat(sentence).matches("Videos of @c\\d+ with .+ gained 9,600 views in"
                        + " 24 hours \\[f6], and those of @c\\d+ gained 2,400 \\[f7]\\."));
        assertThat(english.links()).containsEntry("f1", "/themes/" + theme.id());
        assertThat(english.topic().kind()).isEqualTo("theme");
        assertThat(made).extracting(one -> one.language().getLanguage()).containsExactlyInAnyOrder("en", "id");
    }

    @Test
    void whatIsNewerThanTheCaptionsByMoreThanTwoDaysIsNotToldBesideThem() {
        KeptTheme theme = first();
        read(themes.members(theme.id()));
        TestRuns.date(posted, NEWEST.minus(Duration.ofDays(2)));

        assertThat(english(saying("Nothing [f9].").make("theme/" + theme.id())).getFirst().text().sentences())
                .hasSize(2).noneMatch(sentence -> sentence.contains("views"));
    }

    @Test
    void theJobMakesThemOnceForARunOfThemes() {
        first();
        Narratives narratives = saying("Nothing [f9].");

        assertThat(narratives.run().made()).isEqualTo(6);

        assertThat(narratives.run()).isEqualTo(new Narratives.Round(0, 6, 0));
        assertThat(narratives.list(ENGLISH, 9, 0).items()).hasSize(3)
                .allSatisfy(one -> assertThat(one.topic().isTheme()).isTrue());
    }

    @Test
    void whatSomebodySaidStaysAndANewerOneKeepsTheVersionBefore() {
        KeptTheme theme = first();
        Narratives narratives = saying("Nothing [f9].");
        String entity = "theme/" + theme.id();
        UUID first = english(narratives.make(entity)).getFirst().id();
        UUID second = english(narratives.make(entity)).getFirst().id();
        Narrative edited = narratives.judge(second.toString(), new Judged(Word.EDIT, "%d creators posted on %s [f3]."
                .formatted(theme.figures().creators(), theme.shown()), false, null, false), "ana");

        assertThat(second).isNotEqualTo(first);
        assertThat(narratives.get(first.toString()).text().sentences()).isNotEmpty();
        assertThat(english(narratives.make(entity)).getFirst()).isEqualTo(edited);
        assertThat(narratives.judge(second.toString(), new Judged(Word.REJECT, null, false, null, false), "ana")
                .isRejected()).isTrue();
    }

    @Test
    void aModelsWordingIsCheckedAgainstTheThemesFigures() {
        KeptTheme theme = first();
        String held = "%d posts on %s in 7 days [f1].".formatted(theme.figures().lastWeek(), theme.shown());

        assertThat(english(saying("9 million posts on %s in 7 days [f1].".formatted(theme.shown()))
                .make("theme/" + theme.id())).getFirst().text().by()).isEqualTo(Author.TEMPLATE);
        assertThat(english(saying(held, held, held).make("theme/" + theme.id())).getFirst().text().by())
                .isEqualTo(Author.MODEL);
    }

    @Test
    void pairsOfThemesThatCollideAreKeptToo() {
        KeptTheme theme = first();
        KeptTheme other = themes.list(false).get(1);
        TestRuns.collided(posted, theme, other, NEWEST.plusSeconds(1));
        Narratives narratives = saying("Nothing [f9].");

        narratives.run();

        CollisionRun run = new Collisions(posted.tenant, posted.database).last(CollisionRun.Kind.THEME, null)
                .orElseThrow();
        assertThat(narratives.collided(run, Locale.of("en"))).singleElement().satisfies(one -> assertThat(one)
                .hasValueSatisfying(kept -> assertThat(kept.text().sentences()).contains(
                        "12 creators carried both %s and %s in 28 days [f1], 8 times as many as by chance [f2]."
                                .formatted(theme.shown(), other.shown()))));
        assertThat(narratives.list(new Filter(NarrativeKind.COLLISION, Narratives.topic("theme/" + theme.id()), null),
                9, 0).items()).hasSize(2);
    }

    @Test
    void thePageOfAThemeShowsWhatIsKeptOfIt() {
        KeptTheme theme = first();
        Narratives narratives = saying("Nothing [f9].");
        narratives.make("theme/" + theme.id());
        InstantSource clock = InstantSource.fixed(PostedCaptions.NOON);
        try (LocalSite site = LocalSite.of(List.of(ThemePagesConfiguration.class, NarrativePagesConfiguration.class),
                clock, posted.tenant, narratives, themes, new Collisions(posted.tenant, posted.database),
                new Divergences(posted.tenant, posted.database),
                new EntityNames(posted.tenant, posted.database, clock,
                        new NamedCreatorRepository(posted.tenant, posted.database, 0)))) {
            String page = text(site.client().page("/themes/" + theme.id()), 200);
            assertThat(page).contains("In words", "Why it moves", "Evidence", "%d creators posted on %s in 90 days."
                    .formatted(theme.figures().creators(), theme.shown()));
            String id = english(narratives.list(ENGLISH, 1, 0).items()).getFirst().id().toString();
            assertThat(site.client().post("/themes/narratives/" + id + "/verdict", site.client().origin(),
                    "verdict=accept&by=ana&ofEntity=true").headers().firstValue("location"))
                    .hasValueSatisfying(where -> assertThat(where).endsWith("/themes/" + theme.id()));
        }
    }

    @Test
    void aThemeThatIsNotThereIsRefused() {
        assertThatExceptionOfType(NarrativeRefused.class).isThrownBy(() -> saying("Nothing.").make("theme/77"))
                .withMessageContaining("Nothing is known of theme/77.");
        assertThatExceptionOfType(NarrativeRefused.class).isThrownBy(() -> saying("Nothing.").make("theme/seven"))
                .withMessageContaining("Name it as kind/id, such as hashtag/corgilife or theme/12.");
    }

    /// What a run of themes left, as the tests want it.
    private static final class TestRuns {

        static void date(PostedCaptions posted, Instant asOf) {
            posted.database.transactions().run(posted.tenant, db -> db.sql("update collision_run set as_of = ?")
                    .param(RowTime.utc(asOf)).update());
        }

        static void collided(PostedCaptions posted, KeptTheme one, KeptTheme other, Instant asOf) {
            StoredCollisions.put(posted.database, posted.tenant, one, other, asOf);
        }
    }
}
