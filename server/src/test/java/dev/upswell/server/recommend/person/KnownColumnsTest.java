package dev.upswell.server.recommend.person;

import static dev.upswell.server.recommend.Library.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.Vector;
import dev.upswell.language.LanguageGuess;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token;
import dev.upswell.recommend.Candidate;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Diversity;
import dev.upswell.recommend.EngagementQuality;
import dev.upswell.recommend.FinalScore;
import dev.upswell.recommend.Habits;
import dev.upswell.recommend.Leanings;
import dev.upswell.recommend.RankingColumns;
import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Rewards;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.recommend.Way;
import dev.upswell.server.crowd.CrowdLearning;
import dev.upswell.server.crowd.CrowdScores;
import dev.upswell.server.crowd.KeptCrowd;
import dev.upswell.server.crowd.AudienceLearner;
import dev.upswell.server.recommend.Degraded;
import dev.upswell.server.recommend.Given;
import dev.upswell.server.recommend.Library;
import dev.upswell.server.recommend.Rankers;
import dev.upswell.server.recommend.Recommendations;
import dev.upswell.server.recommend.Tastes;
import dev.upswell.server.recommend.index.IndexFilling;
import dev.upswell.server.recommend.index.TenantIndex;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.taste.Ground;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.server.taste.ProfileJson;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.server.theme.ThemeGrowth;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Category;
import dev.upswell.taste.Taxonomy;
import dev.upswell.taste.TextCategories;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a ranker sees of a list that the service made, beside what the engine computes from the same acts; and what the crowd finds.
class KnownColumnsTest {

    private static final List<String> LEANINGS = List.of("words of late", "all words of late", "words", "all words",
            "category leaning of late", "category leaning", "author leaning", "language leaning");
    private static final Instant DAYS_AGO = NOON.minus(Duration.ofDays(6));

    private final Library library = new Library();
    /// Captions by id.
    private final Map<String, String> captions = new LinkedHashMap<>();
    private Instant now = NOON;
    private KnownLibrary known = new KnownLibrary(library.tenant, library.database, () -> now);

    @TempDir
    private Path folder;

    private static Category category(String tag, String word) {
        Vector vector = new HashedVectors().vector(word + " #" + word);
        return new Category(tag, "Videos about " + word + ".", List.of(word), vector, vector, null);
    }

    private final Taxonomy taxonomy = new Taxonomy(TaxonomyMaking.SPACE,
            List.of(category("noodles", "noodles"), category("chess", "chess")));

    /// Videos of noodles and of chess, one of neither, and mia, who liked two of noodles and posted one of chess.
    @BeforeEach
    void tell() {
        for (int i = 0; i < 6; i++) {
            video("noodles" + i, "cook" + i % 3, "How to make the best noodles with your friends, part " + i);
            video("chess" + i, "player" + i % 3, "Cara bermain chess yang enak dan mudah untuk kamu " + i);
        }
        video("quiet", "walker", "Clouds over a harbour");
        video("own", "mia", "My first chess opening");
        library.acted("mia", "liked", "noodles0", DAYS_AGO, null);
        library.acted("mia", "favourited", "noodles1", NOON.minus(Duration.ofDays(1)), null);
        library.acted("mia", "liked", "chess0", DAYS_AGO, null);
        library.acted("mia", "hidden", "chess0", DAYS_AGO, null);
        library.acted("mia", "watched", "chess1", DAYS_AGO, 5.0);
        KeptTaxonomy kept = new Taxonomies(library.tenant, library.database, () -> now).keep(taxonomy, "test");
        profiles().make("mia", Ground.OWN, "test", kept);
        new IndexFilling(library.database, new HashedVectors(), TaxonomyMaking.SPACE, null).fill(library.tenant,
                folder);
    }

    private Profiles profiles() {
        return new Profiles(library.tenant, library.database, () -> now);
    }

    private void video(String id, String creator, String caption) {
        captions.put(id, caption);
        library.video(id, creator, NOON.minus(Duration.ofDays(9)), caption, "");
        library.reading(id, NOON.minus(Duration.ofHours(2)), 1_000, 80, 5, 5);
        library.reading(id, NOON.plus(Duration.ofDays(1)), 1_000_000, 900_000, 5, 5);
    }

    private ProfiledTastes tastes() {
        return new ProfiledTastes(library.tenant, library.database, () -> now, known);
    }

    private Recommendations recommendations() {
        Recommendations made = new Recommendations(library.tenant, library.database,
                new Recommendations.Sources(new TenantIndex(folder), tastes(), Rankers.NONE,
                        new KeptCrowd(library.tenant, library.database), known.authors()),
                () -> now);
        made.configurations().activate(
                new Configuration("usual", ScoreWeights.USUAL, null, 0.05, 400, Diversity.USUAL, 0));
        return made;
    }

    private static float column(List<Float> row, String name) {
        return row.get(RankingColumns.NAMES.indexOf(name));
    }

    private static Set<String> words(String caption) {
        return TextTokens.of(caption).tokens().stream().filter(token -> token.kind() != Token.Kind.LINK)
                .map(Token::text).collect(Collectors.toSet());
    }

    private static Set<String> language(String caption) {
        String told = LanguageGuess.of(TextTokens.of(caption)).language();
        return told.equals(LanguageGuess.UNKNOWN) ? Set.of() : Set.of(told);
    }

    private Set<String> categories(String caption) {
        return new TextCategories(taxonomy).of(caption, new HashedVectors().vector(caption));
    }

    private Map<Leanings.Kind, Set<String>> traits(String id, String creator) {
        String caption = captions.getOrDefault(id, "");
        return Map.of(Leanings.Kind.WORD, words(caption), Leanings.Kind.CATEGORY, categories(caption),
                Leanings.Kind.AUTHOR, Set.of(creator), Leanings.Kind.LANGUAGE, language(caption));
    }

    private static String creator(String id) {
        int number = Character.digit(id.charAt(id.length() - 1), 10) % 3;
        return id.startsWith("noodles")
                ? "cook" + number
                : id.startsWith("chess") ? "player" + number : id.equals("own") ? "mia" : "walker";
    }

    private Leanings byHand() {
        Map<Leanings.Kind, Map<String, Double>> shares = new HashMap<>();
        captions.keySet().forEach(id -> traits(id, creator(id)).forEach((kind, names) -> names.forEach(
                name -> shares.computeIfAbsent(kind, any -> new HashMap<>()).merge(name, 1.0 / captions.size(),
                        Double::sum))));
        return Leanings.of(List.of(new Leanings.Act(traits("noodles0", "cook0"), 2, DAYS_AGO),
                new Leanings.Act(traits("noodles1", "cook1"), 3, NOON.minus(Duration.ofDays(1))),
                new Leanings.Act(traits("own", "mia"), 4, NOON.minus(Duration.ofDays(9)))),
                new Leanings.Usual(shares), NOON);
    }

    /// What the engine makes of leanings and a video.
    private List<Float> row(Tastes.Taste taste, Leanings leanings, String id) {
        String caption = captions.getOrDefault(id, "");
        Candidate candidate = new Candidate(id, creator(id), NOON, null, Candidate.Tally.NONE, categories(caption),
                null, Way.QUERY, new Candidate.Form(language(caption).stream().findFirst().orElse(null), null, null,
                        words(caption), null, Candidate.Audience.UNKNOWN),
                Map.of());
        FinalScore score = FinalScore.Scoring.of(taste.profile(), EngagementQuality.among(List.of(candidate)),
                ScoreWeights.USUAL, NOON).of(candidate);
        List<Float> row = new ArrayList<>();
        for (float value : RankingColumns
                .of(taste.profile(), new Habits(Map.of(), Map.of(), null, 0, leanings, Map.of()))
                .row(candidate, score, 1)) {
            row.add(value);
        }
        return row;
    }

    private List<List<Float>> allRows() {
        Tastes.Taste taste = tastes().find("mia").orElseThrow();
        return captions.keySet().stream().map(id -> row(taste, taste.habits().leanings(), id)).toList();
    }

    @Test
    void keptColumnsOfLeaningsAreWhatTheEngineComputesFromTheSameActs() {
        Tastes.Taste taste = tastes().find("mia").orElseThrow();
        Leanings byHand = byHand();

        Given given = recommendations().give("mia", 12);

        assertThat(given.items()).hasSizeGreaterThan(8).allSatisfy(item -> {
            List<Float> expected = row(taste, byHand, item.video());
            for (String name : LEANINGS) {
                assertThat(column(item.columns(), name)).as(item.video() + " " + name)
                        .satisfies(value -> assertThat(Float.isNaN(value))
                                .isEqualTo(Float.isNaN(column(expected, name))));
                if (!Float.isNaN(column(expected, name))) {
                    assertThat(column(item.columns(), name)).as(item.video() + " " + name)
                            .isCloseTo(column(expected, name), within(1e-5f));
                }
            }
            assertThat(column(item.columns(), "author's rate")).as("two videos of each author, quiet's alone")
                    .isCloseTo((float) ((-9 + (item.video().equals("quiet") ? 1 : 2) * Math.log(81 / 1_020.0))
                            / (item.video().equals("quiet") ? 4 : 5)), within(1e-5f));
        });
        assertThat(given.items()).filteredOn(item -> item.video().startsWith("noodles"))
                .allSatisfy(item -> assertThat(column(item.columns(), "words")).isPositive());
        assertThat(given.items()).filteredOn(item -> item.video().equals("quiet")).singleElement()
                .satisfies(item -> assertThat(column(item.columns(), "words of late")).isZero());
    }

    @Test
    void whatIsDoneLaterChangesNothingAndWhatIsDoneNowCountsInTheNextRequest() {
        List<List<Float>> before = allRows();
        library.acted("mia", "reposted", "noodles4", NOON.plus(Duration.ofHours(1)), null);
        library.acted("mia", "liked", "noodles0", NOON.plus(Duration.ofHours(1)), null);
        library.acted("mia", "hidden", "noodles1", NOON.plus(Duration.ofHours(1)), null);

        assertThat(allRows()).as("remembered or not").isEqualTo(before);
        known = new KnownLibrary(library.tenant, library.database, () -> now);
        assertThat(allRows()).isEqualTo(before);

        Given given = recommendations().give("mia", 3);
        now = NOON.plus(Duration.ofMinutes(1));
        recommendations().react(Objects.requireNonNull(given.id()),
                List.of(new Rewards.Told(given.items().getFirst().video(), Reaction.LIKED, 1)));
        List<List<Float>> after = allRows();
        assertThat(after).isNotEqualTo(before);
        now = NOON.plus(Duration.ofHours(2));
        assertThat(allRows()).as("time has come").isNotEqualTo(after);
    }

    @Test
    void whoDidNothingOfLateIsSoughtForByTheProfile() {
        assertThat(tastes().find("mia").orElseThrow().terms()).containsKeys("noodles", "opening");
        now = NOON.plus(Duration.ofDays(60));

        Tastes.Taste taste = tastes().find("mia").orElseThrow();

        assertThat(taste.habits().leanings().strongest(Leanings.Kind.WORD)).isNotEmpty()
                .allSatisfy((word, leaning) -> assertThat(leaning).isLessThan(0.01f));
        assertThat(taste.terms()).as("of the categories of the profile").containsOnlyKeys("noodles", "chess");
    }

    @Test
    void aProfileThatWasBroughtServesUntilTheNextReactionHoweverOldItIs() {
        Given given = recommendations().give("mia", 3);
        List<Rewards.Told> liked = List
                .of(new Rewards.Told(given.items().getFirst().video(), Reaction.LIKED, 1));
        recommendations().react(Objects.requireNonNull(given.id()), liked);
        now = NOON.plus(Duration.ofMinutes(1));
        profiles().take("mia", ProfileJson.read("""
            {"username":"mia","as_of":"2020-01-01T00:00:00Z","tags":[{"tag":"chess","affinity":0.75}]}"""));

        assertThat(tastes().find("mia").orElseThrow().profile().affinities()).extracting(Affinity::affinity)
                .containsExactly(0.75);
        now = NOON.plus(Duration.ofMinutes(2));
        recommendations().react(Objects.requireNonNull(given.id()), liked);
        assertThat(tastes().find("mia").orElseThrow().profile().affinities()).extracting(Affinity::affinity)
                .doesNotContain(0.75);
    }

    @Test
    void leaningsSayNothingOfWhatIsSensitive() {
        List<List<Float>> before = allRows();
        video("church", "priest", "Sunday church prayer with the noodles choir");
        library.acted("mia", "liked", "church", DAYS_AGO, null);

        Tastes.Taste taste = tastes().find("mia").orElseThrow();

        assertThat(taste.habits().leanings().strongest(Leanings.Kind.WORD)).doesNotContainKeys("church", "prayer");
        assertThat(taste.habits().authors()).isNotEmpty().doesNotContainKey("priest");
        assertThat(before).hasSize(14);
    }

    @Test
    void aStrangersColumnsAreUnknown() {
        profiles().make("newcomer", Ground.CONSENT, "test",
                new Taxonomies(library.tenant, library.database, () -> now).latest());

        Given given = recommendations().give("newcomer", 2);

        assertThat(given.degraded()).containsExactly(Degraded.STRANGER);
        assertThat(given.items()).hasSize(2).allSatisfy(item -> {
            LEANINGS.forEach(name -> assertThat(column(item.columns(), name)).as(name).isNaN());
            assertThat(column(item.columns(), "audience of late")).isNaN();
            assertThat(column(item.columns(), "audience")).isNaN();
            assertThat(item.way()).isEqualTo(Way.POPULARITY);
        });
    }

    /// Four who liked what mia liked, and the harbour.
    private UUID crowd() {
        for (String one : List.of("ani", "bea", "cid", "dan")) {
            library.liked(one, DAYS_AGO, "noodles0", "noodles1", "quiet");
            profiles().make(one, Ground.CONSENT, "test",
                    new Taxonomies(library.tenant, library.database, () -> now).latest());
        }
        assertThat(new CrowdLearning(library.tenant, library.database, new AudienceLearner(), () -> now).learn()
                .people()).isEqualTo(5);
        return tastes().find("mia").orElseThrow().subject();
    }

    @Test
    void whatOthersWhoLikedTheSameLikedIsFoundKeptAndKnown() {
        // So many that neither words nor likeness find the harbour among their hundred.
        library.videos("noodlesoup", 130, 1_000);
        library.videos("chessgame", 130, 1_000);
        library.reading("quiet", NOON.plus(Duration.ofDays(2)), 5_000_000, 900_000, 50_000, 100_000);
        new IndexFilling(library.database, new HashedVectors(), TaxonomyMaking.SPACE, null).fill(library.tenant,
                folder);
        UUID mia = crowd();
        CrowdScores scores = new KeptCrowd(library.tenant, library.database).of(mia, now).orElseThrow();

        Given given = recommendations().give("mia", 100);

        Given.Item quiet = given.items().stream().filter(item -> item.video().equals("quiet")).findFirst()
                .orElseThrow();
        assertThat(quiet.way()).isEqualTo(Way.CROWD);
        assertThat(quiet.why()).startsWith("Others who turned to the same videos as you also turned to this one.");
        assertThat(column(quiet.columns(), "audience of late"))
                .isEqualTo(Objects.requireNonNull(scores.late("quiet")).floatValue());
        assertThat(column(quiet.columns(), "audience"))
                .isEqualTo(Objects.requireNonNull(scores.overall("quiet")).floatValue());
        assertThat(given.items()).filteredOn(item -> item.video().startsWith("noodlesoup")).isNotEmpty()
                .allSatisfy(item -> assertThat(column(item.columns(), "audience of late")).isNaN());
        assertThat(recommendations().get(Objects.requireNonNull(given.id()))).isEqualTo(given);
    }

    @Test
    void worthAndGrowthAreFilledWhereTheyAreKnownAndUnknownElsewhere() {
        library.acted("ani", "watched", "noodles2", DAYS_AGO, 3.0);
        library.acted("ani", "liked", "noodles2", DAYS_AGO, null);
        library.acted("bea", "watched", "noodles2", DAYS_AGO, null);
        library.acted("mia", "watched", "noodles5", DAYS_AGO, null);
        library.acted("mia", "liked", "noodles5", DAYS_AGO, null);
        crowd();
        library.database.transactions().run(library.tenant, db -> theme(db, "noodles2"));

        Map<String, List<Float>> rows = new HashMap<>();
        recommendations().give("mia", 30).items().forEach(item -> rows.put(item.video(), item.columns()));

        // By hand: of four who are known to have watched two liked, 1 a watcher; of chess1 mia watched five seconds.
        List<Float> noodles2 = Objects.requireNonNull(rows.get("noodles2"));
        assertThat(column(noodles2, "worth")).isCloseTo((2 + 5 * 1f) / 7, within(1e-6f));
        assertThat(column(noodles2, "author's worth")).as("noodles2 and noodles5 are cook2's")
                .isCloseTo((4 + 20 * 1f) / 23, within(1e-6f));
        assertThat(column(noodles2, "own worth of author")).as("one watched and liked, two more and half a like")
                .isEqualTo((2 + 1) / 3f);
        assertThat(column(noodles2, "growth")).isEqualTo(1.5f);
        List<Float> quiet = Objects.requireNonNull(rows.get("chess2"));
        for (String name : List.of("worth", "author's worth", "own worth of author", "growth")) {
            assertThat(column(quiet, name)).as(name).isNaN();
        }
        assertThat(column(Objects.requireNonNull(rows.get("chess4")), "own worth of author"))
                .as("player1 made chess1, of which mia watched five seconds").isEqualTo(1 / 3f);
    }

    /// A theme of this video that had two captions in the week before and three in the last, carried on yesterday.
    private static void theme(JdbcClient db, String video) {
        db.sql("""
            insert into theme (id, label_state, written_by, terms, naming_due, centre, bar, captions, creators, last_week,
                week_before, languages, begun_at, last_caption_at, split_due, merge_due)
            values (7, 'NONE', 'TEMPLATE', '{}', 0, '\\x00000000', 0.5, 9, 9, 3, 2, '{}', ?, ?, 0, 0)""")
                .params(RowTime.utc(DAYS_AGO), RowTime.utc(DAYS_AGO)).update();
        db.sql("insert into theme_member (kind, entity_id, theme_id, likeness, since) values ('VIDEO', ?, 7, 0.9, ?)")
                .params(video, RowTime.utc(DAYS_AGO)).update();
        run(db, NOON.minus(Duration.ofDays(1)));
    }

    private static void run(JdbcClient db, Instant at) {
        db.sql("""
            insert into theme_run (id, at, version_id, captions, themes, unthemed, silhouette)
            values (gen_random_uuid(), ?, gen_random_uuid(), 9, 1, 0, 0.5)""").param(RowTime.utc(at)).update();
    }

    @Test
    void growthIsNotToldWhereThemesWereCarriedOnAWeekAgoOrLaterThanTheList() {
        library.database.transactions().run(library.tenant, db -> theme(db, "noodles2"));
        ThemeGrowth growth = new ThemeGrowth(library.tenant, library.database);
        List<String> videos = List.of("noodles2", "quiet");

        assertThat(growth.of(videos, NOON)).isEqualTo(Map.of("noodles2", 1.5));
        assertThat(growth.of(videos, NOON.minus(Duration.ofDays(2)))).as("carried on later").isEmpty();
        assertThat(growth.of(videos, NOON.plus(Duration.ofDays(7)))).as("a week ago").isEmpty();
        assertThat(new ThemeGrowth(TestDatabase.newTenant(), library.database).of(videos, NOON)).isEmpty();
        library.database.transactions().run(library.tenant,
                db -> db.sql("update theme set week_before = 0").update());
        assertThat(growth.of(videos, NOON)).as("nothing in the week before").isEmpty();
    }

    @Test
    void theCrowdFindsNothingThatMustNotBeShown() {
        crowd();
        library.acted("mia", "hidden", "quiet", DAYS_AGO, null);

        Set<String> shown = new HashSet<>();
        recommendations().give("mia", 30).items().forEach(item -> shown.add(item.video()));

        assertThat(shown).isNotEmpty().doesNotContain("quiet", "noodles0", "noodles1", "own");
    }

    @Test
    void afterSomebodyWasErasedNothingIsSoughtByTheCrowdUntilItIsLearntAnew() {
        crowd();
        profiles().erase("dan", "hand");

        Given given = recommendations().give("mia", 12);

        assertThat(given.items()).allSatisfy(item -> {
            assertThat(item.way()).isNotEqualTo(Way.CROWD);
            assertThat(column(item.columns(), "audience of late")).isNaN();
        });
    }
}
