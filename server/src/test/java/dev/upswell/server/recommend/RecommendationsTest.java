package dev.upswell.server.recommend;

import static dev.upswell.server.recommend.Library.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.embed.HashedVectors;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Diversity;
import dev.upswell.recommend.Objective;
import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Rewards;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.server.crowd.Crowd;
import dev.upswell.server.recommend.index.IndexFilling;
import dev.upswell.server.recommend.index.TenantIndex;
import dev.upswell.server.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests from the first to the next: what is shown, kept, learnt from what is done with it, and done when something is away.
class RecommendationsTest {

    private static final int OF_EACH = 8;

    private final Library library = new Library();
    private final Map<String, String> tags = new HashMap<>();
    private final RememberedTastes tastes = new RememberedTastes(library, tags);
    private Instant now = NOON;

    @TempDir
    private Path folder;

    @BeforeEach
    void tellVideos() {
        for (String tag : List.of("streetfood", "chess")) {
            for (int i = 0; i < OF_EACH; i++) {
                String id = tag + i;
                tags.put(id, tag);
                library.video(id, i == 0 ? "mia" : "creator" + i, NOON.minus(Duration.ofHours(5)),
                        "Video " + i + " #" + tag, tag);
                library.reading(id, NOON.minus(Duration.ofHours(1)), 50_000L + 1_000 * i, 4_000, 300, 900);
            }
        }
        tastes.liked.put("streetfood", 0.8);
    }

    private void fill(String version) {
        new IndexFilling(library.database, new HashedVectors(), version, null).fill(library.tenant, folder);
    }

    private Recommendations recommendations(Retrieval retrieval, Tastes whose) {
        return new Recommendations(library.tenant, library.database,
                new Recommendations.Sources(retrieval, whose, Rankers.NONE, Crowd.NONE, AuthorRates.NONE), () -> now);
    }

    private Recommendations recommendations() {
        return recommendations(new TenantIndex(folder), tastes);
    }

    private static List<String> videos(Given given) {
        return given.items().stream().map(Given.Item::video).toList();
    }

    private static Configuration warm(String name, double relevance, @Nullable String ranker) {
        return new Configuration(name, new ScoreWeights(0.3, relevance, 0.3, Map.of(Objective.FRESHNESS, 0.1)), ranker,
                0.05, 100,
                Diversity.USUAL, 0.2);
    }

    @Test
    void videosOfATasteAreRecommendedWithScoresWordsAndChancesAndKept() {
        fill(RememberedTastes.VERSION);

        Given given = recommendations().give("mia", 3);

        assertThat(videos(given)).hasSize(3).allMatch(video -> video.startsWith("streetfood"))
                .doesNotContain("streetfood0");
        assertThat(given.degraded()).isEmpty();
        Given.Item first = given.items().getFirst();
        assertThat(first.why()).startsWith("You like streetfood (0.80).");
        assertThat(first.tags()).containsExactly("streetfood");
        assertThat(first.terms()).containsKeys("views", "engagement rate", "share ratio", "age", "categories",
                "meaning", "way found");
        assertThat(first.probability()).isBetween(0.0, 1.0);
        assertThat(given.logSlate()).containsOnlyKeys("usual");
        assertThat(given.logSlate().get("usual")).isCloseTo(
                given.items().stream().mapToDouble(item -> Math.log(item.probability())).sum(), within(1e-9));
        assertThat(recommendations().get(Objects.requireNonNull(given.id()))).isEqualTo(given);
    }

    @Test
    void whatIsDoneWithAListCountsInTheNextRequest() {
        fill(RememberedTastes.VERSION);
        Recommendations recommendations = recommendations();
        recommendations.configurations().activate(warm("usual", 0.4, null));
        Given first = recommendations.give("mia", 14);
        String hidden = videos(first).getFirst();
        String liked = videos(first).stream().filter(video -> video.startsWith("chess")).findFirst().orElseThrow();

        recommendations.react(Objects.requireNonNull(first.id()),
                List.of(new Rewards.Told(hidden, Reaction.HIDDEN, 1), new Rewards.Told(liked, Reaction.LIKED, 1)));
        now = NOON.plus(Duration.ofDays(15));
        Given next = recommendations.give("mia", 14);

        assertThat(videos(next)).doesNotContain(hidden, liked);
        assertThat(next.items()).filteredOn(item -> item.video().startsWith("chess"))
                .isNotEmpty().allSatisfy(item -> assertThat(item.tags()).containsExactly("chess"));
        assertThat(first.items()).filteredOn(item -> item.video().startsWith("chess"))
                .allSatisfy(item -> assertThat(item.tags()).isEmpty());
    }

    @Test
    void nothingIsRepeatedWithinFourteenDaysAndAShortListSaysSo() {
        fill(RememberedTastes.VERSION);
        Recommendations recommendations = recommendations();
        recommendations.configurations().activate(warm("usual", 0.4, null));
        Set<String> shown = new HashSet<>();
        Given last = recommendations.give("mia", 5);
        while (!last.items().isEmpty()) {
            videos(last).forEach(video -> assertThat(shown.add(video)).as(video).isTrue());
            now = now.plus(Duration.ofHours(1));
            last = recommendations.give("mia", 5);
        }

        assertThat(shown).hasSize(2 * OF_EACH - 2);
        assertThat(last.degraded()).contains(Degraded.TOO_FEW);
        now = NOON.plus(Duration.ofDays(14)).plus(Duration.ofHours(12));
        assertThat(recommendations.give("mia", 5).items()).hasSize(5);
    }

    @Test
    void requestsAreDealtToAllActiveConfigurationsAndEachSaysHowLikelyItsListWas() {
        fill(RememberedTastes.VERSION);
        Recommendations recommendations = recommendations();
        recommendations.configurations().activate(warm("a", 0.4, null));
        recommendations.configurations().activate(warm("b", 0.1, null));
        recommendations.configurations().activate(warm("c", 0.1, null));
        assertThat(recommendations.configurations().retire("c")).isTrue();
        assertThat(recommendations.configurations().retire("c")).isFalse();
        List<String> dealt = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            now = now.plus(Duration.ofDays(15));
            Given given = recommendations.give("mia", 4);
            dealt.add(given.configuration());
            assertThat(given.logSlate()).containsOnlyKeys("a", "b");
        }

        assertThat(dealt).contains("a", "b").doesNotContain("c");
        assertThat(recommendations.configurations().active()).containsExactly(warm("a", 0.4, null),
                warm("b", 0.1, null));
    }

    @Test
    void withoutAnIndexTheMostViewedOfTheLakeAreTaken() {
        Given given = recommendations().give("mia", 4);

        assertThat(given.degraded()).contains(Degraded.INDEX_AWAY);
        assertThat(videos(given)).hasSize(4).doesNotContain("streetfood0", "chess0");
        fill(RememberedTastes.VERSION);
        now = now.plus(Duration.ofDays(15));
        assertThat(recommendations().give("mia", 4).degraded()).doesNotContain(Degraded.INDEX_AWAY);
    }

    @Test
    void withoutTheCatalogTheMostViewedOfTheIndexAreTakenAndNothingIsKept() {
        fill(RememberedTastes.VERSION);
        Tastes away = new Tastes() {
            @Override
            public Optional<Taste> find(String handle) {
                throw StoreException.permanent("the catalog is away", "test", "Wait.", null);
            }

            @Override
            public void react(UUID subject, UUID request, List<Rewards.Told> reactions, Instant at) {
                throw new IllegalStateException("nothing can be told now");
            }
        };

        Given given = recommendations(new TenantIndex(folder), away).give("mia", 2);

        assertThat(given.degraded()).containsExactly(Degraded.CATALOG_AWAY);
        assertThat(given.id()).isNull();
        assertThat(videos(given)).containsExactly("chess7", "streetfood7");
        assertThat(given.items()).extracting(Given.Item::why).containsOnly("It is popular with others.");
    }

    @Test
    void vectorsOfOtherTextsAreNotComparedAndMissingRankersGiveWayToTheFormula() {
        fill("other");
        Recommendations recommendations = recommendations();
        library.database.transactions().run(library.tenant,
                db -> db.sql(
                        """
                            insert into ranker_model (id, trained_at, requests, people, dataset_hash, columns_version, seed, code_version,
                                artefact, judged, wins, promoted_at, promoted_by)
                            values ('trees-1', now(), 1, 1, '', 1, 1, '', '', '{}', true, now(), 'test')""")
                        .update());
        recommendations.configurations().activate(warm("learned", 0.4, "trees-1"));

        Given given = recommendations.give("mia", 3);

        assertThat(given.degraded()).containsExactlyInAnyOrder(Degraded.OTHER_TEXTS, Degraded.RANKER_AWAY);
        assertThat(given.items()).hasSize(3).allSatisfy(item -> assertThat(item.terms()).doesNotContainKey("meaning"));
    }

    @Test
    void strangersAreShownWhatIsPopular() {
        fill(RememberedTastes.VERSION);
        tastes.liked.clear();
        Recommendations recommendations = recommendations();
        recommendations.configurations().activate(warm("usual", 0.4, null));

        Given given = recommendations.give("mia", 6);

        assertThat(given.degraded()).containsExactly(Degraded.STRANGER);
        assertThat(given.items()).hasSize(6)
                .allSatisfy(item -> assertThat(item.why()).startsWith("Little is known of what you like"));
    }

    @Test
    void erasingAPersonErasesWhatWasRecommendedToThem() {
        fill(RememberedTastes.VERSION);
        UUID id = Objects.requireNonNull(recommendations().give("mia", 3).id());
        library.database.transactions().run(library.tenant, db -> db.sql("delete from profile_subject").update());

        assertThatThrownBy(() -> recommendations().get(id)).isInstanceOf(RecommendRefused.class)
                .hasMessageContaining("There is no such recommendation.");
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        fill(RememberedTastes.VERSION);
        Recommendations recommendations = recommendations();
        UUID id = Objects.requireNonNull(recommendations.give("mia", 1).id());

        assertThatThrownBy(() -> recommendations.give("nobody", 3))
                .hasMessageContaining("There is no profile of nobody.");
        assertThatThrownBy(() -> recommendations.give("mia", 101))
                .hasMessageContaining("So many videos cannot be recommended at once: 101.");
        assertThatThrownBy(() -> recommendations.react(id, List.of(new Rewards.Told("chess0", Reaction.LIKED, 1))))
                .hasMessageContaining("Video chess0 is not in this recommendation.");
    }
}
