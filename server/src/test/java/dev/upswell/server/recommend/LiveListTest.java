package dev.upswell.server.recommend;

import static dev.upswell.server.recommend.Library.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.embed.HashedVectors;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Diversity;
import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Rewards;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.server.crowd.Crowd;
import dev.upswell.server.live.LiveSearch.Answered;
import dev.upswell.server.live.LiveSearch.State;
import dev.upswell.server.recommend.IndexRefresh.Refreshed;
import dev.upswell.server.recommend.index.IndexFilling;
import dev.upswell.server.recommend.index.TenantIndex;
import dev.upswell.server.seek.LiveFind;
import dev.upswell.server.seek.Sought;
import dev.upswell.server.seek.Wish;
import dev.upswell.server.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists for which a live source was asked: what of its answers is shown, how it is marked, and what is said where nothing came.
class LiveListTest {

    private final Library library = new Library();
    private final RememberedTastes tastes = new RememberedTastes(library, new HashMap<>(Map.of("any", "noodles")));
    private final List<Wish> wishes = new ArrayList<>();
    private Sought sought = Sought.UNASKED;
    private Duration lifetime = Duration.ofDays(30);

    @TempDir
    private Path folder;

    @BeforeEach
    void tellVideos() {
        tastes.liked.put("noodles", 0.8);
        video("stored", "ani");
        new IndexFilling(library.database, new HashedVectors(), RememberedTastes.VERSION, lifetime)
                .fill(library.tenant, folder);
        new Configurations(library.tenant, library.database, () -> NOON).activate(new Configuration("usual",
                new ScoreWeights(0.3, 0.4, 0.3, Map.of()), null, 0.05, 100, Diversity.USUAL, 0));
    }

    private void video(String id, String creator) {
        video(id, creator, NOON.minus(Duration.ofHours(5)));
    }

    /// A video that is stored after the index was filled is not in it.
    private void video(String id, String creator, Instant posted) {
        library.video(id, creator, posted, "Soup " + id + " #noodles", "noodles");
        library.reading(id, NOON.minus(Duration.ofHours(1)), 50_000, 4_000, 300, 900);
    }

    /// An index that is as new as it can be.
    private record Fresh() implements IndexRefresh {

        @Override
        public Refreshed bring(Duration mayBeOld) {
            return new Refreshed(1, 0, 0);
        }

        @Override
        public Refreshed anew() {
            return new Refreshed(1, 1, 0);
        }
    }

    private Recommendations recommendations() {
        return recommendations(tastes);
    }

    private Recommendations recommendations(Tastes whose) {
        return new Recommendations(library.tenant, library.database, new Recommendations.Sources(
                new TenantIndex(folder, lifetime), whose, Rankers.NONE, Crowd.NONE, AuthorRates.NONE), () -> NOON);
    }

    private Recommender recommender(Recommendations recommendations) {
        return new Recommender(library.tenant, library.database, new Fresh(), recommendations,
                (handle, wish) -> {
                    wishes.add(wish);
                    return sought;
                });
    }

    private RecommendationDocument give(int count) {
        return recommender(recommendations()).give("mia", count, Duration.ofMinutes(5), Wish.LIVE);
    }

    private static Answered told(State state, Instant at, String query, String... videos) {
        return new Answered(query, state, "sim-ensembledata", at, List.of(videos), null);
    }

    private static Sought telling(Answered... answers) {
        return new Sought("ensembledata", List.of(answers), Set.of());
    }

    private static List<String> videos(RecommendationDocument given) {
        return given.items().stream().map(RecommendationDocument.Item::video).toList();
    }

    private static List<Degraded> lacks(RecommendationDocument given) {
        return given.degraded().stream().map(RecommendationDocument.Lack::what).toList();
    }

    private static Optional<LiveFind> mark(RecommendationDocument given, String video) {
        return given.items().stream().filter(item -> item.video().equals(video)).findFirst()
                .map(RecommendationDocument.Item::live);
    }

    @Test
    void whatALiveSourceToldIsShownBesideWhatIsStoredAndSaysWhoToldIt() {
        video("fresh", "budi");
        video("kept", "cik");
        sought = telling(told(State.KEPT, NOON.minus(Duration.ofMinutes(20)), "soup", "kept", "fresh"),
                told(State.ASKED, NOON, "noodles", "fresh", "stored"));

        RecommendationDocument given = give(10);

        assertThat(videos(given)).containsExactlyInAnyOrder("stored", "fresh", "kept");
        assertThat(mark(given, "fresh")).contains(new LiveFind("sim-ensembledata", "noodles", NOON, true));
        assertThat(mark(given, "stored")).as("found here and there, shown once").isPresent();
        assertThat(mark(given, "kept"))
                .contains(new LiveFind("sim-ensembledata", "soup", NOON.minus(Duration.ofMinutes(20)), false));
        assertThat(given.items()).allSatisfy(item -> {
            assertThat(item.terms()).containsEntry("way found", 1.0);
            assertThat(item.tags()).containsExactly("noodles");
        });
        assertThat(given.live()).isNotNull().satisfies(live -> {
            assertThat(live.source()).isEqualTo("ensembledata");
            assertThat(live.asked()).isEqualTo(1);
            assertThat(live.kept()).isEqualTo(1);
            assertThat(live.videos()).isEqualTo(3);
        });
        assertThat(lacks(given)).containsExactly(Degraded.TOO_FEW);
        assertThat(recommender(recommendations()).get(Objects.requireNonNull(given.id()).toString()))
                .as("as it was kept").isEqualTo(given);
    }

    @Test
    void whatMustNotBeShownIsNotShownBecauseALiveSourceTellsIt() {
        video("own", "mia");
        video("hidden", "budi");
        video("liked", "cik");
        video("old", "dewi", NOON.minus(Duration.ofDays(31)));
        video("good", "eko");
        tastes.react(tastes.subject, UUID.randomUUID(), List.of(new Rewards.Told("hidden", Reaction.HIDDEN, 1),
                new Rewards.Told("liked", Reaction.LIKED, 1)), NOON);
        sought = telling(told(State.ASKED, NOON, "noodles", "own", "hidden", "liked", "old", "refused", "good"));

        RecommendationDocument first = give(10);

        assertThat(videos(first)).as("what was not stored cannot be shown either")
                .containsExactlyInAnyOrder("good", "stored");
        assertThat(videos(give(10))).as("what was shown is not shown again").isEmpty();
        lifetime = Duration.ofDays(40);
        assertThat(videos(give(10))).containsExactly("old");
    }

    @Test
    void withoutAnIndexWhatALiveSourceTellsIsShownAllTheSame() {
        video("fresh", "budi");
        folder = folder.resolve("nothing");
        sought = telling(told(State.ASKED, NOON, "noodles", "fresh"));

        RecommendationDocument given = give(10);

        assertThat(given.degraded()).extracting(RecommendationDocument.Lack::what).contains(Degraded.INDEX_AWAY);
        assertThat(mark(given, "fresh")).isPresent();
    }

    @Test
    void whateverStandsInTheWayIsSaidAndStoredVideosStandIn() {
        Map<Sought.Lack, Degraded> said = Map.of(Sought.Lack.NO_SOURCE, Degraded.LIVE_UNSET, Sought.Lack.DENIED,
                Degraded.LIVE_DENIED, Sought.Lack.SPENT, Degraded.LIVE_SPENT, Sought.Lack.SILENT,
                Degraded.LIVE_SILENT, Sought.Lack.AWAY, Degraded.LIVE_AWAY);
        List<Recommendations> fresh = new ArrayList<>();
        for (Sought.Lack lack : Sought.Lack.values()) {
            video("more " + lack, "creator of " + lack);
            sought = new Sought(null, List.of(), Set.of(lack));
            fresh.add(recommendations());
            new IndexFilling(library.database, new HashedVectors(), RememberedTastes.VERSION, lifetime)
                    .fill(library.tenant, folder);

            RecommendationDocument given = recommender(fresh.getLast()).give("mia", 1, Duration.ZERO, Wish.LIVE);

            assertThat(lacks(given)).containsExactly(Objects.requireNonNull(said.get(lack)));
            assertThat(lacks(given).getFirst().says()).contains("stored videos alone");
            assertThat(given.items()).hasSize(1);
        }
    }

    @Test
    void whenTheDatabaseIsAwayThatIsSaidTooAndTheMostViewedAreShown() {
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
        sought = new Sought(null, List.of(), Set.of(Sought.Lack.AWAY));

        RecommendationDocument given = recommender(recommendations(away)).give("mia", 1, Duration.ZERO, Wish.LIVE);

        assertThat(lacks(given)).containsExactly(Degraded.CATALOG_AWAY, Degraded.LIVE_AWAY);
        assertThat(videos(given)).containsExactly("stored");
    }

    @Test
    void nothingIsAskedForANumberOfVideosThatCannotBe() {
        assertThatThrownBy(() -> give(0)).isInstanceOf(RecommendRefused.class);
        assertThatThrownBy(() -> give(101)).isInstanceOf(RecommendRefused.class);

        assertThat(wishes).isEmpty();
        assertThat(give(1).live()).as("nobody wished it").isNull();
        assertThat(wishes).containsExactly(Wish.LIVE);
    }
}
