package dev.upswell.server.recommend.index;

import static dev.upswell.server.recommend.Library.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.embed.HashedVectors;
import dev.upswell.language.TextTokens;
import dev.upswell.server.recommend.Found;
import dev.upswell.server.recommend.Library;
import dev.upswell.server.recommend.LibraryRepository;
import dev.upswell.server.recommend.LibraryVideo;
import dev.upswell.server.recommend.Wanted;
import dev.upswell.server.recommend.index.IndexFilling.Filled;
import dev.upswell.server.store.LakeSession;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFillingTest {

    private final Library library = new Library();

    @TempDir
    private Path folder;

    @BeforeEach
    void tellVideos() {
        library.video("soup", "anna", NOON.minus(Duration.ofDays(2)), "Night market soup! #streetfood", "streetfood");
        library.video("phở", "ben", NOON.minus(Duration.ofDays(40)), "Phở bò Hà Nội", "streetfood hanoi");
        library.video("bare", null, null, null, "");
        library.reading("soup", NOON.minus(Duration.ofHours(30)), 100, 9, 1, 1);
        library.reading("soup", NOON.minus(Duration.ofHours(3)), 900, 90, 10, 5);
    }

    private Filled fill(String version, @Nullable Duration lifetime) {
        return new IndexFilling(library.database, new HashedVectors(), version, lifetime).fill(library.tenant, folder);
    }

    private List<String> found(Map<String, Float> terms, String like, Instant at) {
        List<float[]> vectors = like.isEmpty() ? List.of() : List.of(new HashedVectors().vector(like).values());
        try (VideoIndex index = VideoIndex.open(folder)) {
            return index.find(new Wanted(vectors, terms, 10, Set.of(), Set.of(), at)).stream().map(Found::video)
                    .toList();
        }
    }

    @Test
    void everyVideoOfTheLakeIsFoundByItsWordsAndByItsMeaning() {
        assertThat(fill("1", null)).isEqualTo(new Filled(3, 3, 0));

        assertThat(found(Map.of("streetfood", 1f), "", NOON)).containsExactlyInAnyOrder("soup", "phở");
        assertThat(found(Map.of("phở", 1f), "", NOON)).containsExactly("phở");
        assertThat(found(Map.of(), "soup at a night market", NOON)).startsWith("soup").doesNotContain("bare");
    }

    @Test
    void laterRunsWriteOnlyWhatIsNewOrSaysSomethingElse() {
        fill("1", null);
        assertThat(fill("1", null)).isEqualTo(new Filled(3, 0, 0));

        library.video("chess", "cara", NOON, "An opening", "chess");
        library.video("bare", null, null, "Now with words", "");
        assertThat(fill("1", null)).isEqualTo(new Filled(4, 2, 0));
        assertThat(found(Map.of("words", 1f), "", NOON)).containsExactly("bare");
    }

    @Test
    void viewsThatMovedAreNotedWithoutWritingTheVideoAnew() {
        fill("1", null);
        library.reading("phở", NOON, 50_000, 10, 1, 1);
        assertThat(fill("1", null).written()).isZero();

        try (VideoIndex index = VideoIndex.open(folder)) {
            assertThat(index.popular(new Wanted(List.of(), Map.of(), 2, Set.of(), Set.of(), NOON)).stream()
                    .map(Found::video))
                    .containsExactly("phở", "soup");
        }
    }

    @Test
    void anotherVersionOfTextsMakesAllAnew() {
        fill("1", null);

        assertThat(fill("2", null)).isEqualTo(new Filled(3, 3, 0));
    }

    @Test
    void videosExpireSoLongAfterTheyWerePosted() {
        fill("1", Duration.ofDays(30));

        assertThat(found(Map.of("streetfood", 1f), "", NOON)).containsExactly("soup");
        assertThat(found(Map.of("streetfood", 1f), "", NOON.plus(Duration.ofDays(29)))).isEmpty();
    }

    @Test
    void whatTheLakeTellsLastIsRead() {
        List<LibraryVideo> videos = new ArrayList<>();
        try (LakeSession lake = library.database.lake().open(library.tenant)) {
            new LibraryRepository().read(lake, List.of("soup", "unknown", "it's"), videos::add);
        }

        assertThat(videos).containsExactly(new LibraryVideo("soup", "anna", NOON.minus(Duration.ofDays(2)),
                "Night market soup! #streetfood", "streetfood", 900L, 90L, 10L, 5L,
                null));
        assertThat(videos.getFirst().text()).isEqualTo("Night market soup! #streetfood");
        assertThat(LibraryVideo.language(TextTokens.of(videos.getFirst().text()))).as("two words tell no language")
                .isNull();
        assertThat(LibraryVideo.words(TextTokens.of("Soup of soup, see https://a.example #soup")))
                .contains("soup", "of",
                        "see")
                .noneMatch(word -> word.contains("example"));
        library.videos("long", 1, 1_000);
        videos.clear();
        try (LakeSession lake = library.database.lake().open(library.tenant)) {
            new LibraryRepository().read(lake, List.of("long0"), videos::add);
        }
        assertThat(videos).singleElement().satisfies(one -> assertThat(one.seconds()).isEqualTo(27));
    }
}
