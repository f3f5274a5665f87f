package dev.upswell.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffinityScoringTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final HashedVectors EMBEDDER = new HashedVectors();
    private static final SensitiveTopics SENSITIVE = SensitiveTopics.shipped(EMBEDDER);
    private static final Taxonomy TAXONOMY = new Taxonomy("hashed-128", List.of(
            category("sourdough_bread", "sourdough", "bread", "oven", "crumb", "flour"),
            category("football_league", "football", "league", "striker", "penalty", "derby"),
            category("modern_art", "art", "painting", "gallery", "sculpture", "canvas"),
            category("election_news", "election", "vote", "parliament", "senate", "party")));

    private static Category category(String tag, String... keywords) {
        List<String> words = List.of(keywords);
        String description = "Videos about " + tag.replace('_', ' ') + ".";
        Vector vector = EMBEDDER.vector(Category.text(tag, description, words));
        return new Category(tag, description, words, vector, vector, null);
    }

    private static Counts counts(long views, long likes, long comments, long shares) {
        return new Counts(Count.exact(views), Count.exact(likes), Count.exact(comments), Count.exact(shares), null,
                null,
                null);
    }

    private static TastedItem item(String id, Source source, String caption, int daysAgo, Counts counts) {
        return new TastedItem(source, new Video(EntityId.video(id), null, null, List.of(), null, null, caption), null,
                NOON.minus(Duration.ofDays(daysAgo)), counts);
    }

    private static TastedItem like(String id, String caption) {
        return item(id, Source.LIKE, caption, 1, counts(10_000, 500, 20, 20));
    }

    private static Profile profile(@Nullable Long followers, List<TastedItem> liked, List<TastedItem> hidden) {
        return new AffinityScoring(EMBEDDER, SENSITIVE, .5).of(
                new Person(EntityId.creator("ani"), followers, liked, hidden), TAXONOMY, NOON);
    }

    private static double affinity(Profile profile, String tag) {
        return profile.affinities().stream().filter(one -> one.tag().equals(tag)).mapToDouble(Affinity::affinity)
                .findFirst().orElse(0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.8", "999, 0.8", "1000, 0.9", "9999, 0.9", "10000, 1.0", "99999, 1.0", "100000, 1.1",
            "999999, 1.1", "1000000, 1.2", "900000000, 1.2"})
    void influenceFollowsTheTableOfFollowers(long followers, double influence) {
        assertThat(Influence.of(followers)).isEqualTo(influence);
    }

    @Test
    void unknownFollowersCountAsOneAndAreSaid() {
        assertThat(Influence.of(null)).isEqualTo(1.0);
        assertThat(profile(null, List.of(like("v1", "bread")), List.of()).notes())
                .contains("Followers are not known: influence counts as 1.0.");
    }

    @Test
    void twentyLikesOfAHundredViewsAreNotTwentyOfTenMillion() {
        double[] rates = new double[6];
        long views = 100;
        for (int i = 0; i < rates.length; i++, views *= 10) {
            rates[i] = Engagement.rate(counts(views, 20, 0, 0), .5).orElseThrow();
        }
        assertThat(rates[5]).isLessThan(.001).isNotNegative();
        assertThat(rates[0]).as("drawn to the usual rate by few views").isCloseTo((1 * 100 + .5 * 200) / 300,
                within(1e-9));
        for (int i = 1; i < rates.length - 1; i++) {
            assertThat(rates[i]).isGreaterThan(rates[i + 1]);
        }
        assertThat(Engagement.rate(counts(1_000_000, 20_000, 20_000, 47_000), .5).orElseThrow())
                .as("full from one point for five views").isCloseTo(1, within(1e-3));
    }

    @Test
    void unknownCountsSayNothing() {
        assertThat(Engagement.rate(new Counts(Count.exact(100), Count.exact(5), null, Count.exact(1), null, null, null),
                .5)).isEmpty();
        assertThat(Engagement.rate(counts(0, 0, 0, 0), .5)).isEmpty();
        Profile known = profile(null, List.of(like("v1", "sourdough bread, oven, crumb")), List.of());
        Profile mixed = profile(null, List.of(like("v1", "sourdough bread, oven, crumb"),
                item("v2", Source.LIKE, "sourdough bread, oven, crumb", 1, Counts.NONE)), List.of());

        assertThat(mixed.affinities().getFirst().boost()).isEqualTo(known.affinities().getFirst().boost());
        assertThat(mixed.notes()).contains("1 of 2 items have no known counts and say nothing of engagement.");
    }

    @ParameterizedTest
    @CsvSource({"art, a party tonight, false", "art, ART in town, true", "art, #art, true", "art, #streetart, false",
            "ngon, quán này ngon quá, true", "ngon, ngonn, false", "phở bò, tô phở bò nóng, true",
            "phở bò, phở gà bò, false", "ikan bakar, resep ikan bakar pedas, true", "ikan, makanan, false",
            "อาหาร, รีวิวอาหารไทย, true", "รถ, รีวิวอาหารไทย, false"})
    void keywordsAreFoundAsWholeWordsInAnyScript(String keyword, String text, boolean found) {
        assertThat(new KeywordMatch(List.of(keyword)).share(List.of(TextTokens.of(text)))).isEqualTo(found ? 1 : 0);
    }

    @Test
    void furtherWordsCanOnlyBringSomebodyNearer() {
        List<String> keywords = List.of("noodles", "rice");
        var further = new KeywordMatch(keywords, List.of("kuliner"));

        assertThat(further.share(List.of(TextTokens.of("noodles"))))
                .isEqualTo(new KeywordMatch(keywords).share(List.of(TextTokens.of("noodles"))));
        assertThat(further.share(List.of(TextTokens.of("kuliner")))).isBetween(.2, .5);
        assertThat(further.share(List.of(TextTokens.of("kuliner noodles rice")))).isEqualTo(1);
    }

    @Test
    void whatIsLikedStandsFirstWithReasonAndEvidence() {
        Profile profile = profile(500L, List.of(like("v1", "My sourdough bread with open crumb"),
                item("v2", Source.POST, "Bread flour and a hot oven #sourdough", 2, counts(1_000, 300, 20, 10)),
                like("v3", "a quiet evening")), List.of());

        Affinity first = profile.affinities().getFirst();
        assertThat(first.tag()).isEqualTo("sourdough_bread");
        assertThat(first.affinity()).isEqualTo(Math.min(1, first.base() + .8 * first.boost()));
        assertThat(first.evidence()).containsExactly("v2", "v1");
        assertThat(first.reason())
                .isEqualTo("2 of 3 items (1 post, 1 like) speak of it, by sourdough, bread, oven.");
        assertThat(affinity(profile, "football_league")).isZero();
        assertThat(profile.sample()).isEqualTo(new Profile.Sample(1, 0, 2, 0));
    }

    @Test
    void aWordWithinAnotherMakesNoAffinity() {
        assertThat(affinity(profile(null, List.of(like("v1", "party party with a cartload of parts")), List.of()),
                "modern_art")).isZero();
    }

    @Test
    void sensitiveCategoriesAndItemsAreLeftOut() {
        Profile profile = profile(null,
                List.of(like("v1", "election: vote for parliament and senate #election"), like("v2", "vote today")),
                List.of());

        assertThat(profile.affinities()).isEmpty();
        assertThat(profile.longTaste().saysNothing()).isTrue();
        assertThat(profile.notes())
                .contains("Health, religion, sexuality, politics, ethnicity and unions are left out.");
        assertThat(SENSITIVE.of(TextTokens.of("#pilpres2024 debat"))).hasValue("politics");
        assertThat(SENSITIVE.of(TextTokens.of("street food and a race car"))).isEmpty();
        assertThat(SENSITIVE.of(TextTokens.of("street food at night"))).isEmpty();
    }

    @Test
    void aLikeChangesTheNextProfileAndAHideTakesAway() {
        Profile before = profile(null, List.of(like("v1", "sourdough bread crumb")), List.of());
        Profile liked = profile(null, List.of(like("v1", "sourdough bread crumb"),
                like("v2", "football league derby, a late penalty")), List.of());
        Profile hid = profile(null, List.of(like("v1", "sourdough bread crumb")),
                List.of(like("v3", "bread and flour, sourdough in the oven")));

        assertThat(affinity(before, "football_league")).isZero();
        assertThat(affinity(liked, "football_league")).isGreaterThanOrEqualTo(.3);
        assertThat(affinity(hid, "sourdough_bread")).isLessThan(affinity(before, "sourdough_bread"));
        assertThat(hid.shortTaste().likeness(before.shortTaste())).isLessThan(1);
        assertThat(liked.shortTaste().likeness(EMBEDDER.vector("football league derby, a late penalty")))
                .isGreaterThan(.5);
    }

    @Test
    void nothingLaterCountsAndTheNewestOfEachSourceDo() {
        List<TastedItem> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add(item("p" + i, Source.POST, "bread", i, Counts.NONE));
            many.add(item("r" + i, Source.REPOST, "bread", i, Counts.NONE));
            many.add(item("l" + i, Source.LIKE, "bread", i, Counts.NONE));
        }
        Profile all = profile(null, many, List.of());
        List<TastedItem> later = new ArrayList<>(many);
        later.add(item("late", Source.LIKE, "football league derby penalty striker", -1, Counts.NONE));

        assertThat(all.sample()).isEqualTo(new Profile.Sample(50, 30, 30, 0));
        assertThat(profile(null, later, List.of())).isEqualTo(all);
    }

    @Test
    void aStrangerHasNoAffinityAndGetsTheLargestCategoriesWithoutSensitiveOnes() {
        Profile stranger = profile(5L, List.of(), List.of());

        assertThat(stranger.isStranger()).isTrue();
        assertThat(stranger.notes().getFirst()).startsWith("Nothing is known of what this account likes");
        assertThat(Newcomer.categories(TAXONOMY, SENSITIVE)).extracting(Category::tag)
                .containsExactly("sourdough_bread", "football_league", "modern_art");
        assertThat(QueryMaking.of(stranger, TAXONOMY, List.of(), SENSITIVE)).extracting(SearchQuery::text)
                .contains("sourdough bread", "football league", "modern art").doesNotContain("election news");
    }

    @Test
    void queriesAreBroadNarrowAndOfFormAndNoneTwice() {
        List<TastedItem> liked = List.of(like("v1", "sourdough bread crumb painting, a tutorial"),
                like("v2", "bread in the oven, a tutorial"), like("v3", "art gallery with painting and canvas"));
        Profile profile = profile(null, liked, List.of());

        List<SearchQuery> queries = QueryMaking.of(profile, TAXONOMY, liked.stream().map(TastedItem::text).toList(),
                SENSITIVE);

        assertThat(queries).hasSizeLessThanOrEqualTo(10).extracting(SearchQuery::text).doesNotHaveDuplicates();
        assertThat(queries).contains(new SearchQuery("sourdough bread", SearchQuery.Kind.BROAD,
                List.of("sourdough_bread")));
        assertThat(queries).filteredOn(query -> query.kind() == SearchQuery.Kind.NARROW).first()
                .satisfies(query -> assertThat(query.tags()).as("two interests that stand together").hasSize(2));
        assertThat(queries).filteredOn(query -> query.kind() == SearchQuery.Kind.FORM).first()
                .satisfies(query -> assertThat(query.text()).endsWith(" tutorial"));
        for (SearchQuery query : queries) {
            Category category = TAXONOMY.find(query.tags().getFirst()).orElseThrow();
            assertThat(category.keywords().stream().map(TextTokens::of)
                    .anyMatch(word -> TextTokens.of(query.text()).contains(word))).as(query.text()).isTrue();
        }
    }
}
