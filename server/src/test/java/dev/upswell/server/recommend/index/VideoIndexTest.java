package dev.upswell.server.recommend.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.numeric.Dice;
import dev.upswell.server.recommend.Found;
import dev.upswell.server.recommend.IndexUnavailable;
import dev.upswell.server.recommend.Wanted;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoIndexTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private static IndexedVideo video(String id, String creator, String terms, @Nullable Instant expiresAt,
            float... vector) {
        return new IndexedVideo(id, creator, List.of(terms.split(" ")), NOW, 100, expiresAt, vector);
    }

    private static Wanted wanted(List<float[]> vectors, Map<String, Float> terms, Set<String> leftOut,
            Set<String> creators) {
        return new Wanted(vectors, terms, 10, leftOut, creators, NOW);
    }

    private void write(String texts, IndexedVideo... videos) {
        try (IndexWriting writing = IndexWriting.open(folder, texts, 16)) {
            writing.add(List.of(videos));
            writing.commit();
        }
    }

    private static List<String> ids(List<Found> found) {
        return found.stream().map(Found::video).toList();
    }

    @Test
    void vectorsAndWordsAreJoinedByTheirPlaces() {
        write("1", video("east", "a", "surf beach", null, 5, 0), video("north", "b", "noodle soup", null, -1, 0.5f),
                video("between", "c", "soup of the day", null, 1, 0.2f), video("far", "d", "chess", null, 0, -1));
        try (VideoIndex index = VideoIndex.open(folder)) {
            List<Found> found = index.find(wanted(List.of(new float[]{1, 0}), Map.of("soup", 1f), Set.of(), Set.of()));

            // between: 2nd by vector and by word; north: 4th and 1st; east: 1st by vector only
            assertThat(ids(found)).containsExactly("between", "north", "east", "far");
            assertThat(found.getFirst().byVectors()).isEqualTo(1);
            assertThat(found.getFirst().byTerms()).isTrue();
            assertThat(found.getFirst().creator()).isEqualTo("c");
            assertThat(found.stream().filter(f -> f.video().equals("east")).findFirst().orElseThrow().vector())
                    .containsExactly(1, 0);
        }
    }

    @Test
    void wordsAreSoughtAsTheyWereSplit() {
        write("1", video("party", "a", "party", null, 1, 0), video("art", "a", "art", null, 1, 0));
        try (VideoIndex index = VideoIndex.open(folder)) {
            assertThat(ids(index.find(wanted(List.of(), Map.of("art", 1f), Set.of(), Set.of()))))
                    .containsExactly("art");
        }
    }

    @Test
    void nothingIsFoundThatIsLeftOutOwnOrExpired() {
        write("1", video("seen", "a", "soup", null, 1, 0), video("own", "me", "soup", null, 1, 0),
                video("expired", "a", "soup", NOW, 1, 0), video("expiring", "a", "soup", NOW.plusMillis(1), 1, 0),
                video("good", "a", "soup", null, 1, 0));
        try (VideoIndex index = VideoIndex.open(folder)) {
            Wanted wanted = wanted(List.of(new float[]{1, 0}), Map.of("soup", 1f), Set.of("seen", "unknown"),
                    Set.of("me"));

            assertThat(ids(index.find(wanted))).containsExactlyInAnyOrder("good", "expiring");
            assertThat(ids(index.popular(wanted))).containsExactlyInAnyOrder("good", "expiring");
            assertThat(ids(index.named(List.of("seen", "own", "expired", "expiring", "good", "nowhere"), wanted)))
                    .containsExactlyInAnyOrder("good", "expiring");
        }
    }

    @Test
    void videosAreFoundByTheirIdsAsTheyWereWrittenLast() {
        write("1", video("a", "x", "old", null, 1, 0), video("b", "y", "soup", null, 0, 1));
        write("1", video("a", "z", "new", null, 0, 1), video("c", "y", "soup", null, 0, 1));
        try (VideoIndex index = VideoIndex.open(folder)) {
            List<Found> found = index.named(List.of("c", "a"), wanted(List.of(), Map.of(), Set.of(), Set.of()));

            assertThat(ids(found)).containsExactlyInAnyOrder("a", "c");
            assertThat(found).filteredOn(one -> one.video().equals("a")).singleElement().satisfies(one -> {
                assertThat(one.creator()).isEqualTo("z");
                assertThat(one.vector()).containsExactly(0, 1);
                assertThat(one.byTerms()).isFalse();
            });
        }
    }

    @Test
    void videosWithoutWordsOrVectorsCanStillBePopular() {
        write("1", new IndexedVideo("mute", "a", List.of(), NOW, 900, null, new float[0]),
                new IndexedVideo("blank", "a", List.of("soup"), NOW, 50, null, new float[2]),
                video("usual", "a", "soup", null, 1, 0));
        try (VideoIndex index = VideoIndex.open(folder)) {
            assertThat(ids(index.popular(wanted(List.of(), Map.of(), Set.of(), Set.of())))).containsExactly("mute",
                    "usual", "blank");
            assertThat(index.find(wanted(List.of(new float[]{1, 0}), Map.of(), Set.of(), Set.of()))).singleElement()
                    .satisfies(found -> assertThat(found.video()).isEqualTo("usual"));
            assertThat(index.find(wanted(List.of(new float[2]), Map.of(), Set.of(), Set.of()))).isEmpty();
        }
    }

    @Test
    void aVideoThatComesAgainReplacesItselfAndOthersCanBeTakenOut() {
        write("1", video("a", "x", "old", null, 1, 0), video("b", "x", "old", null, 1, 0));
        try (VideoIndex index = VideoIndex.open(folder)) {
            try (IndexWriting writing = IndexWriting.open(folder, "1", 16)) {
                assertThat(writing.begunAnew()).isFalse();
                writing.add(List.of(video("a", "x", "new", null, 0, 1)));
                writing.remove(List.of("b", "never"));
                writing.commit();
            }
            assertThat(index.videos()).isEqualTo(2);
            index.refresh();

            assertThat(index.videos()).isEqualTo(1);
            assertThat(index.find(wanted(List.of(), Map.of("old", 1f), Set.of(), Set.of()))).isEmpty();
            assertThat(ids(index.find(wanted(List.of(new float[]{1, 0}), Map.of(), Set.of(), Set.of()))))
                    .containsExactly("a");
        }
    }

    @Test
    void vectorsOfOtherTextsAreThrownAwayAtTheCommitAndNotBefore() {
        write("1", video("a", "x", "old", null, 1, 0));
        try (VideoIndex index = VideoIndex.open(folder)) {
            try (IndexWriting writing = IndexWriting.open(folder, "2", 16)) {
                assertThat(writing.begunAnew()).isTrue();
                writing.add(List.of(video("b", "x", "new", null, 1, 0, 0)));
                index.refresh();
                assertThat(index.textVersion()).isEqualTo("1");
                writing.commit();
            }
            index.refresh();

            assertThat(index.textVersion()).isEqualTo("2");
            assertThat(ids(index.popular(wanted(List.of(), Map.of(), Set.of(), Set.of())))).containsExactly("b");
        }
    }

    @Test
    void whatWasNotCommittedIsDropped() {
        write("1", video("a", "x", "old", null, 1, 0));
        try (IndexWriting writing = IndexWriting.open(folder, "1", 16)) {
            writing.add(List.of(video("b", "x", "new", null, 1, 0)));
        }
        try (VideoIndex index = VideoIndex.open(folder)) {
            assertThat(index.videos()).isEqualTo(1);
        }
    }

    @Test
    void twoCannotWriteAtOnceAndAFolderWithoutIndexIsToldSo() {
        try (IndexWriting first = IndexWriting.open(folder, "1", 16)) {
            first.commit();
            assertThatThrownBy(() -> IndexWriting.open(folder, "1", 16)).isInstanceOf(IndexUnavailable.class)
                    .hasMessage("the index of videos in " + folder + " is being written by another process")
                    .satisfies(e -> assertThat(((IndexUnavailable) e).retryable()).isTrue());
        }
        Path empty = folder.resolve("empty");
        assertThatThrownBy(() -> VideoIndex.open(empty)).isInstanceOf(IndexUnavailable.class)
                .hasMessage("there is no index of videos in " + empty);
    }

    @Test
    void nearestVideosAreThoseThatAllWouldTellUnderTheSameExclusions() {
        Dice dice = Dice.of(11, "videos", 0);
        List<IndexedVideo> videos = IntStream.range(0, 3_000).mapToObj(i -> {
            float[] vector = new float[16];
            for (int k = 0; k < vector.length; k++) {
                vector[k] = (float) dice.gaussian();
            }
            return video("v" + i, "c" + i % 70, "word" + i % 9, i % 20 == 0 ? NOW : null, vector);
        }).toList();
        try (IndexWriting writing = IndexWriting.open(folder, "1", 16)) {
            for (int from = 0; from < 3_000; from += 1_000) {
                writing.add(videos.subList(from, from + 1_000));
                writing.commit();
            }
        }
        Set<String> seen = new HashSet<>(IntStream.range(0, 400).mapToObj(i -> "v" + i * 3).toList());
        int hits = 0;
        try (VideoIndex index = VideoIndex.open(folder)) {
            for (int query = 0; query < 20; query++) {
                float[] vector = videos.get(query * 7 + 1).vector();
                Set<String> exact = new HashSet<>(videos.stream()
                        .filter(v -> !seen.contains(v.id()) && !v.creator().equals("c3") && v.expiresAt() == null)
                        .sorted(Comparator.comparingDouble(v -> -cosine(v.vector(), vector))).limit(10)
                        .map(IndexedVideo::id)
                        .toList());
                List<String> found = ids(index.find(wanted(List.of(vector), Map.of(), seen, Set.of("c3"))));
                assertThat(found).hasSize(10).doesNotHaveDuplicates().noneMatch(seen::contains);
                hits += (int) found.stream().filter(exact::contains).count();
            }
            assertThat(hits).isGreaterThanOrEqualTo(190);
        }
    }

    @Test
    void subjectsThatAreFarFromAllOthersAreReached() {
        Dice dice = Dice.of(12, "clouds", 0);
        List<IndexedVideo> videos = IntStream.range(0, 4_000).mapToObj(i -> {
            float[] vector = new float[64];
            for (int k = 0; k < vector.length; k++) {
                vector[k] = (float) (0.02 * dice.gaussian());
            }
            vector[i % 60] += 1;
            return video("v" + i, "c", "word", null, vector);
        }).toList();
        try (IndexWriting writing = IndexWriting.open(folder, "1", 64)) {
            writing.add(videos);
            writing.commit();
        }
        try (VideoIndex index = VideoIndex.open(folder)) {
            for (int cloud = 0; cloud < 60; cloud++) {
                float[] middle = new float[64];
                middle[cloud] = 1;
                int number = cloud;
                assertThat(ids(index.find(wanted(List.of(middle), Map.of(), Set.of(), Set.of())))).hasSize(10)
                        .allMatch(id -> Integer.parseInt(id.substring(1)) % 60 == number);
            }
        }
    }

    @Test
    void oneSettledPartHoldsAll() {
        try (IndexWriting writing = IndexWriting.open(folder, "1", 16)) {
            writing.add(List.of(video("a", "x", "soup", null, 1, 0)));
            writing.commit();
            writing.add(List.of(video("b", "x", "soup", null, 1, 0)));
            writing.settle();
            writing.commit();
        }
        try (VideoIndex index = VideoIndex.open(folder)) {
            assertThat(index.segments()).isEqualTo(1);
            assertThat(index.videos()).isEqualTo(2);
        }
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        double lengths = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            lengths += a[i] * a[i];
        }
        return dot / Math.sqrt(lengths);
    }

    @Test
    void impossibleSearchesAreRefused() {
        assertThatThrownBy(() -> new Wanted(List.of(), Map.of("soup", 0f), 10, Set.of(), Set.of(), NOW))
                .hasMessage("search for 10 by terms {soup=0.0} must be for 1 or more, all weights above 0\n"
                        + "Maybe a term was taken that nobody weighed.");
        assertThatThrownBy(() -> new IndexedVideo(" ", "x", List.of(), NOW, 1, null, new float[0]))
                .hasMessageStartingWith(
                        "video ( , 1 views) must have an id");
    }
}
