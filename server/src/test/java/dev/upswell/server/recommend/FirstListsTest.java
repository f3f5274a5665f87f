package dev.upswell.server.recommend;

import static dev.upswell.server.recommend.Library.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.embed.HashedVectors;
import dev.upswell.recommend.Way;
import dev.upswell.server.crowd.Crowd;
import dev.upswell.server.crowd.CrowdScores;
import dev.upswell.server.recommend.index.IndexFilling;
import dev.upswell.server.recommend.index.TenantIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first lists of somebody, before a ranker has learnt anything: by what all people of the tenant did.
class FirstListsTest {

    private static final List<String> VIDEOS = List.of("chess1", "streetfood1", "chess2", "streetfood3", "chess4",
            "streetfood5", "chess6");

    private final Library library = new Library();
    private final Map<String, String> tags = new HashMap<>();
    private final RememberedTastes tastes = new RememberedTastes(library, tags);

    @TempDir
    private Path folder;

    /// 700 for chess1, 600 for streetfood1 by the same creator … 100 for chess6; nobody did anything with the others.
    private final Crowd ofAll = (subject, at) -> Optional.of(new CrowdScores(NOON,
            CrowdScores.Places.of(VIDEOS, new float[]{700, 600, 500, 400, 300, 200, 100}), new float[0],
            new float[0]));

    @BeforeEach
    void tellVideos() {
        for (String tag : List.of("streetfood", "chess")) {
            for (int i = 1; i < 8; i++) {
                String id = tag + i;
                tags.put(id, tag);
                library.video(id, "creator" + i, NOON.minus(Duration.ofHours(5)), "Video " + i + " #" + tag, tag);
                library.reading(id, NOON.minus(Duration.ofHours(1)), 50_000L, 4_000, 300, 900);
            }
        }
        new IndexFilling(library.database, new HashedVectors(), RememberedTastes.VERSION, null).fill(library.tenant,
                folder);
    }

    private Given given(Crowd crowd, int count) {
        return new Recommendations(library.tenant, library.database, new Recommendations.Sources(
                new TenantIndex(folder), tastes, Rankers.NONE, crowd, AuthorRates.NONE), () -> NOON).give("mia", count);
    }

    @Test
    void strangersBeginWithWhatAllPeopleDidOneVideoOfACreator() {
        Given given = given(ofAll, 7);

        assertThat(given.degraded()).containsExactly(Degraded.STRANGER);
        List<Given.Item> items = given.items();
        // A lead of 100 of 700 is one of odds e^(1/7 / 0.05) = 17. What nobody did anything with has the median of all
        // fourteen, a seventh.
        assertThat(items.subList(0, 5)).extracting(Given.Item::video).contains("chess2", "streetfood3", "chess4");
        assertThat(items).extracting(Given.Item::video).as("the same creator").containsOnlyOnce("chess1")
                .doesNotContain("streetfood1");
        assertThat(items.getFirst().why())
                .startsWith("Little is known of what you like, so this is what people here did much with.");
        assertThat(items.getFirst().way()).isEqualTo(Way.POPULARITY);
        assertThat(items.getFirst().terms()).containsKey("crowd");
        Set<String> creators = new HashSet<>();
        items.forEach(item -> creators.add(item.video().substring(item.video().length() - 1)));
        assertThat(creators).as("a creator each").hasSize(7);
    }

    @Test
    void withoutACrowdTheFormulaStandsAndSaysNothingOfOne() {
        tastes.liked.put("streetfood", 0.8);

        Given.Item first = given(Crowd.NONE, 1).items().getFirst();

        assertThat(first.terms()).doesNotContainKey("crowd");
        double parts = 0.3 * number(first.virality()) + 0.4 * number(first.relevance())
                + 0.3 * number(first.engagement());
        assertThat(first.score()).isCloseTo(parts, within(1e-12));
        assertThat(first.why()).doesNotContain("crowd");
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
