package dev.upswell.server.recommend.person;

import static dev.upswell.server.recommend.Library.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.recommend.Leanings;
import dev.upswell.server.recommend.Library;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.taste.Taxonomy;
import dev.upswell.taste.TextCategories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryUsualTest {

    private final Library library = new Library();
    private Instant now = NOON;
    private final LibraryUsual usual = new LibraryUsual(library.tenant, library.database, () -> now);
    private final KeptTaxonomy taxonomy = new Taxonomies(library.tenant, library.database, () -> now)
            .keep(new Taxonomy(TaxonomyMaking.SPACE, List.of()), "test");

    @BeforeEach
    void tell() {
        library.video("a", "cook", NOON, "noodles soup", "");
        library.video("b", "cook", NOON, "noodles noodles", "");
        library.video("c", "baker", NOON, "bread", "");
        library.video("d", null, NOON, "bread", "");
        library.reading("a", NOON.minus(Duration.ofHours(3)), 980, 99, 0, 0);
        library.reading("b", NOON.minus(Duration.ofHours(3)), 10, 1, 0, 0);
        library.reading("b", NOON.minus(Duration.ofHours(1)), 1_980, 199, 0, 0);
        library.reading("c", NOON.plus(Duration.ofHours(1)), 1_980, 199, 0, 0);
    }

    private Map<String, Double> shares(Leanings.Kind kind) {
        return Objects.requireNonNull(
                usual.usual(taxonomy, new TextCategories(taxonomy.taxonomy())).shares().get(kind));
    }

    @Test
    void sharesAreThoseOfVideosThatHaveATrait() {
        assertThat(shares(Leanings.Kind.WORD)).containsOnly(Map.entry("noodles", 0.5), Map.entry("soup", 0.25),
                Map.entry("bread", 0.5));
        assertThat(shares(Leanings.Kind.AUTHOR)).containsOnly(Map.entry("cook", 0.5), Map.entry("baker", 0.25));
    }

    @Test
    void ratesAreMeansOfLikesPerViewDrawnToTheUsualByThreeVideos() {
        assertThat(Objects.requireNonNull(usual.of("cook"))).isCloseTo((-9 + 2 * Math.log(0.1)) / 5, within(1e-9));
        assertThat(usual.of("baker")).as("counted later").isNull();
        assertThat(usual.of("nobody")).isNull();
    }

    @Test
    void whileFilesAreAwayRatesAreUnknownUntilTheNextLook() throws IOException {
        Path files = TestDatabase.sharedFolder().resolve("lake").resolve(library.tenant.toString());
        Path away = files.resolveSibling(library.tenant + "-away");
        Files.move(files, away);
        assertThat(usual.of("cook")).isNull();
        Files.move(away, files);

        now = NOON.plus(Duration.ofMinutes(4));
        assertThat(usual.of("cook")).as("nobody asked again").isNull();
        now = NOON.plus(Duration.ofMinutes(5));
        assertThat(usual.of("cook")).isNotNull();
    }

    @Test
    void whatIsStoredLaterIsKnownFiveMinutesLaterAndInSharesAnHourLater() {
        assertThat(usual.of("walker")).isNull();
        assertThat(shares(Leanings.Kind.WORD)).doesNotContainKey("harbour");
        library.video("e", "walker", NOON, "harbour", "");
        library.reading("e", NOON, 980, 99, 0, 0);
        now = NOON.plus(Duration.ofMinutes(4));
        assertThat(usual.of("walker")).isNull();
        now = NOON.plus(Duration.ofMinutes(5));
        assertThat(usual.of("walker")).isNotNull();
        assertThat(shares(Leanings.Kind.WORD)).doesNotContainKey("harbour");
        now = NOON.plus(Duration.ofMinutes(65));
        assertThat(shares(Leanings.Kind.WORD)).containsEntry("harbour", 0.2);
    }
}
