package dev.upswell.server.recommend.person;

import static dev.upswell.server.recommend.Library.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.Vector;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Diversity;
import dev.upswell.recommend.Habits;
import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Rewards;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.server.crowd.Crowd;
import dev.upswell.server.recommend.Degraded;
import dev.upswell.server.recommend.Given;
import dev.upswell.server.recommend.Library;
import dev.upswell.server.recommend.Rankers;
import dev.upswell.server.recommend.Recommendations;
import dev.upswell.server.recommend.index.IndexFilling;
import dev.upswell.server.recommend.index.TenantIndex;
import dev.upswell.server.taste.Ground;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.taste.Category;
import dev.upswell.taste.Taxonomy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a profile that was made to a list, and from what is done with the list to the next one.
class FeedbackNextRequestTest {

    private final Library library = new Library();
    private Instant now = NOON;

    @TempDir
    private Path folder;

    private static Category category(String tag, String word) {
        Vector vector = new HashedVectors().vector(word + " #" + word);
        return new Category(tag, "Videos about " + word + ".", List.of(word), vector, vector, null);
    }

    @Test
    void aLikeIsKnownToTheNextRequestAndWhatWasHiddenNeverComesAgain() {
        for (String word : List.of("noodles", "chess")) {
            for (int i = 0; i < 6; i++) {
                library.video(word + i, "creator" + i, NOON.minus(Duration.ofHours(9)),
                        "All about " + word + " #" + word, word);
                library.reading(word + i, NOON.minus(Duration.ofHours(1)), 50_000, 4_000, 300, 900);
            }
        }
        var taxonomy = new Taxonomies(library.tenant, library.database, () -> now).keep(
                new Taxonomy(TaxonomyMaking.SPACE,
                        List.of(category("noodles", "noodles"), category("chess", "chess"))),
                "test");
        new Profiles(library.tenant, library.database, () -> now).make("mia", Ground.OWN, "test", taxonomy);
        new IndexFilling(library.database, new HashedVectors(), taxonomy.taxonomy().space(), null).fill(library.tenant,
                folder);
        KnownLibrary known = new KnownLibrary(library.tenant, library.database, () -> now);
        ProfiledTastes tastes = new ProfiledTastes(library.tenant, library.database, () -> now, known);
        Recommendations recommendations = new Recommendations(library.tenant, library.database,
                new Recommendations.Sources(new TenantIndex(folder), tastes, Rankers.NONE, Crowd.NONE, known.authors()),
                () -> now);
        recommendations.configurations().activate(
                new Configuration("usual", ScoreWeights.USUAL, null, 0.05, 100, Diversity.USUAL, 0));

        Given first = recommendations.give("mia", 8);
        assertThat(first.degraded()).contains(Degraded.STRANGER);
        List<Given.Item> chess = first.items().stream().filter(item -> item.video().startsWith("chess")).toList();
        String hidden = first.items().stream().map(Given.Item::video).filter(video -> video.startsWith("noodles"))
                .findFirst()
                .orElseThrow();
        now = now.plus(Duration.ofMinutes(1));
        recommendations.react(Objects.requireNonNull(first.id()), List.of(new Rewards.Told(hidden, Reaction.HIDDEN, 1),
                new Rewards.Told(chess.getFirst().video(), Reaction.LIKED, 1)));
        now = now.plus(Duration.ofMinutes(1));
        Given next = recommendations.give("mia", 4);
        Habits habits = tastes.find("mia").orElseThrow().habits();
        assertThat(habits.authors()).containsExactly(Map.entry(
                "creator" + chess.getFirst().video().substring("chess".length()), 1.0));
        assertThat(habits.reactions()).isEqualTo(2);

        assertThat(next.degraded()).doesNotContain(Degraded.STRANGER, Degraded.OTHER_TEXTS);
        assertThat(next.items()).anySatisfy(item -> assertThat(item.tags()).contains("chess"));
        assertThat(next.items()).extracting(Given.Item::video)
                .doesNotContainAnyElementsOf(first.items().stream().map(Given.Item::video).toList());
        now = now.plus(Duration.ofDays(20));
        assertThat(recommendations.give("mia", 20).items()).extracting(Given.Item::video).doesNotContain(hidden);
    }
}
