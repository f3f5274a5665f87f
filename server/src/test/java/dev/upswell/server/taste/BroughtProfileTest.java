package dev.upswell.server.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.Vector;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Category;
import dev.upswell.taste.Taxonomy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is kept of a profile that was brought in a file, and what is refused.
class BroughtProfileTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final Profiles profiles = new Profiles(tenant, database, () -> NOON);

    private static Category category(String tag, String word) {
        Vector vector = new HashedVectors().vector(word + " #" + word);
        return new Category(tag, "Videos about " + word + ".", List.of(word), vector, vector, null);
    }

    @BeforeEach
    void keepTaxonomy() {
        new Taxonomies(tenant, database, () -> NOON).keep(new Taxonomy(TaxonomyMaking.SPACE,
                List.of(category("noodles", "noodles"), category("chess", "chess"), category("church", "church"))),
                "test");
    }

    private KeptProfile take(String told) {
        return profiles.take("mia",
                ProfileJson.read("{\"username\":\"mia\",\"ground\":\"consent\"," + told + "}"));
    }

    @Test
    void whatIsSensitiveWeakOrUnknownIsLeftOutAndCounted() {
        KeptProfile kept = take("""
            "tags":[{"tag":"noodles","affinity":0.9},{"tag":"church","affinity":0.8},{"tag":"chess","affinity":0.29},
            {"tag":"unheard","affinity":0.5},{"tag":"of","affinity":0.5}]""");

        assertThat(kept.profile().affinities()).extracting(Affinity::tag).containsExactly("noodles");
        assertThat(kept.profile().notes()).containsExactly("The profile was brought in a file.",
                "Tags of the file that the taxonomy does not know were left out: 2.",
                "Tags of the file that are about sensitive topics were left out: 1.",
                "Tags of the file with an affinity below 0.3 were left out: 1.");
        assertThat(profiles.get("mia")).isEqualTo(kept);
    }

    @Test
    void whereNothingIsLeftNothingIsKept() {
        assertThatThrownBy(() -> take("\"tags\":[{\"tag\":\"church\",\"affinity\":0.8}]"))
                .isInstanceOf(TasteRefused.class).hasMessageContaining("Nothing of the profile can be kept.")
                .hasMessageContaining("not about a sensitive topic");
        assertThat(profiles.subjects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "as_of":"2026-03-01T12:00:01Z","tags":[{"tag":"chess","affinity":0.5}] | as_of (2026-03-01T12:00:01Z) is later than now
        "tags":[{"tag":"chess","affinity":0.5},{"tag":"chess","affinity":0.6}] | the tag chess stands in it twice
        "tags":[{"tag":"chess","affinity":0.5,"base":1.5}]                     | base (1.5) of a tag is not from 0 to 1
        "tags":[{"tag":"chess","affinity":0.5,"boost":0.6}]                    | boost (0.6) of a tag is not from 0 to 0.5
        "likes":-1,"tags":[{"tag":"chess","affinity":0.5}]                     | likes (-1) is not from 0 to
        "followers":-5,"tags":[{"tag":"chess","affinity":0.5}]                 | followers (-5) is not from 0 to
        """)
    void whatNoProfileSaysIsRefused(String told, String why) {
        assertThatThrownBy(() -> take(told)).isInstanceOf(TasteRefused.class)
                .hasMessageContaining("This is no profile: " + why).hasMessageContaining("upswell profile --username");
        assertThat(profiles.subjects()).isEmpty();
    }
}
