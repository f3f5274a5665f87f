package dev.upswell.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.Vector;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Category;
import dev.upswell.taste.Profile;
import dev.upswell.taste.Taxonomy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoughtTest {

    private static final HashedVectors EMBEDDER = new HashedVectors();
    private static final Taxonomy TAXONOMY = new Taxonomy("hashed-128", List.of(
            category("street_food", "street food", "noodles"), category("cats", "cat"), category("music", "song")));

    @Test
    void theMidstsOfTheTwoStrongestCategoriesAndTheLastLikesAreSought() {
        Vector last = EMBEDDER.vector("piano");

        assertThat(Sought.of(profile(last), TAXONOMY).vectors()).containsExactly(centre("street_food"), centre("cats"),
                last);
        assertThat(Sought.of(profile(Vector.nothing(128)), TAXONOMY).vectors()).containsExactly(centre("street_food"),
                centre("cats"));
    }

    @Test
    void wordsWeighByAffinityAndLessTheFurtherDownTheyStand() {
        assertThat(Sought.of(profile(Vector.nothing(128)), TAXONOMY).terms()).hasSize(5).containsEntry("street", 0.8f)
                .containsEntry("food", 0.8f).containsEntry("noodles", (float) (0.8 / Math.sqrt(2)))
                .containsEntry("cat", 0.5f).containsEntry("song", 0.4f);
    }

    private static Profile profile(Vector last) {
        return new Profile(EntityId.creator("somebody"), Instant.EPOCH, new Profile.Sample(1, 1, 1, 0), null,
                List.of(affinity("music", 0.4), affinity("street_food", 0.8), affinity("cats", 0.5),
                        affinity("of_an_older_taxonomy", 0.3)),
                last, last, List.of());
    }

    private static Affinity affinity(String tag, double affinity) {
        return new Affinity(tag, affinity, affinity, 0, "", List.of());
    }

    private static Vector centre(String tag) {
        return TAXONOMY.find(tag).orElseThrow().centre();
    }

    private static Category category(String tag, String... keywords) {
        Vector vector = EMBEDDER.vector(String.join(" ", keywords));
        return new Category(tag, "", List.of(keywords), vector, vector, null);
    }
}
