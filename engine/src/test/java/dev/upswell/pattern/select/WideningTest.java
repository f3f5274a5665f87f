package dev.upswell.pattern.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.Reactions;
import dev.upswell.pattern.AnalysedVideo.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WideningTest {

    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-01T00:00:00Z");

    private static Candidate video(String id, double seconds, Instant at) {
        return new Candidate(EntityId.video(id), EntityId.creator("c" + id), seconds, at,
                new Reactions(10_000L, 500L + 10 * Math.floorMod(7919 * id.hashCode(), 13), 0L, 0L, null), null);
    }

    private static List<Candidate> videos(String prefix, int count, Instant first, Duration apart) {
        return IntStream.range(0, count).mapToObj(i -> video(prefix + i, 10, first.plus(apart.multipliedBy(i))))
                .toList();
    }

    private static SelectionSettings taking(Instant from, Instant to, int best) {
        return new SelectionSettings(from, to, 1_000, .01, 800, best, 50, 42);
    }

    private static Sibling sibling(String hashtag, int videos) {
        return new Sibling(hashtag, 8, 20, 50, videos(hashtag, videos, FROM.plusSeconds(60), Duration.ofMinutes(1)));
    }

    @Test
    void datesAreWidenedByWholeDaysAndNoFurtherThanNeeded() {
        List<Candidate> all = new ArrayList<>(videos("in", 20, FROM, Duration.ofHours(1)));
        all.addAll(videos("before", 30, FROM.minus(Duration.ofDays(30)), Duration.ofDays(1)));
        all.addAll(videos("after", 3, TO, Duration.ofDays(1)));

        Selection selection = VideoSelection.of(all, taking(FROM, TO, 30), false, Widening.DATES, List::of);

        assertThat(selection.widened()).containsExactly(new Widened(DurationBucket.UP_TO_15, 30, 20, 0, 10,
                FROM.minus(Duration.ofDays(7)), TO.plus(Duration.ofDays(3)), List.of()));
        assertThat(selection.widened().getFirst().after()).isEqualTo(30);
        assertThat(selection.selected()).filteredOn(one -> one.origin() instanceof Origin.OtherDates)
                .extracting(one -> one.video().id().value()).contains("before29", "before23", "after2")
                .doesNotContain("before22");
        assertThat(selection.reasons()).isEqualTo(Map.of(Exclusion.TOO_EARLY, 23));
    }

    @Test
    void aRangeIsWidenedByAYearAtMost() {
        List<Candidate> all = new ArrayList<>(videos("in", 2, FROM, Duration.ofHours(1)));
        all.add(video("just", 10, FROM.minus(Duration.ofDays(365))));
        all.add(video("ancient", 10, FROM.minus(Duration.ofDays(365)).minusMillis(1)));

        Selection selection = VideoSelection.of(all, taking(FROM, null, 30), false, Widening.DATES, List::of);

        assertThat(selection.selected()).extracting(one -> one.video().id().value()).containsExactly("in0", "in1",
                "just");
        assertThat(selection.widened().getFirst().from()).isEqualTo(FROM.minus(Duration.ofDays(365)));
        assertThat(selection.widened().getFirst().to()).isNull();
    }

    @Test
    void videosOfTheRangeThatWereNotLookedAtComeBeforeOtherDates() {
        List<Candidate> all = new ArrayList<>(videos("in", 100, FROM, Duration.ofHours(1)));
        all.addAll(videos("before", 30, FROM.minus(Duration.ofDays(30)), Duration.ofDays(1)));
        var settings = new SelectionSettings(FROM, TO, 1_000, .01, 10, 30, 50, 42);

        Selection selection = VideoSelection.of(all, settings, false, Widening.HASHTAGS, List::of);

        assertThat(selection.widened()).containsExactly(
                new Widened(DurationBucket.UP_TO_15, 30, 10, 20, 0, null, null, List.of()));
        assertThat(selection.reasons()).containsEntry(Exclusion.NOT_COLLECTED, 70);
    }

    @Test
    void siblingsLendNoMoreThanALengthHasOfItsOwn() {
        List<Candidate> own = videos("in", 12, FROM, Duration.ofHours(1));

        Selection selection = VideoSelection.of(own, taking(null, null, 50), false, Widening.HASHTAGS,
                () -> List.of(sibling("food", 9), sibling("ubud", 30)));

        assertThat(selection.selected()).hasSize(24);
        assertThat(selection.widened()).singleElement().satisfies(one -> {
            assertThat(one.lent()).containsExactly(
                    new Widened.Lent("food", 8 / Math.sqrt(20 * 50), 8, 9),
                    new Widened.Lent("ubud", 8 / Math.sqrt(20 * 50), 8, 3));
            assertThat(one.before()).isEqualTo(12);
            assertThat(one.after()).isEqualTo(24);
        });
        assertThat(selection.buckets().getFirst().suitable()).as("of its own").isEqualTo(12);
        assertThat(selection.selected()).filteredOn(one -> one.origin() instanceof Origin.Sibling)
                .allSatisfy(one -> assertThat(one.entry()).isEqualTo(SelectedVideo.Entry.SAMPLE));
    }

    @Test
    void siblingsLendNothingWhereALengthStaysTooShortToBeSearched() {
        Selection selection = VideoSelection.of(videos("in", 9, FROM, Duration.ofHours(1)), taking(null, null, 50),
                false,
                Widening.HASHTAGS, () -> List.of(sibling("food", 40)));

        assertThat(selection.selected()).hasSize(9);
        assertThat(selection.widened()).isEmpty();
    }

    @Test
    void siblingsAreAskedForOnlyWhereTheyAreNeededAndWanted() {
        List<Candidate> enough = videos("in", 60, FROM, Duration.ofHours(1));
        List<Candidate> few = enough.subList(0, 12);

        assertThat(VideoSelection.of(enough, taking(null, null, 50), false, Widening.HASHTAGS, () -> {
            throw new AssertionError("nobody needs them");
        }).widened()).isEmpty();
        assertThat(VideoSelection.of(few, taking(null, null, 50), false, Widening.DATES, () -> {
            throw new AssertionError("nobody wants them");
        })).isEqualTo(VideoSelection.of(few, taking(null, null, 50)));
    }

    @Test
    void aVideoOfSeveralSiblingsIsTakenOnceAndOwnOnesAreNeverBorrowed() {
        List<Candidate> own = videos("in", 15, FROM, Duration.ofHours(1));
        List<Candidate> lent = new ArrayList<>(own);
        lent.addAll(videos("x", 6, FROM, Duration.ofHours(1)));

        Selection selection = VideoSelection.of(own, taking(null, null, 50), false, Widening.HASHTAGS,
                () -> List.of(new Sibling("food", 8, 20, 50, lent), new Sibling("ubud", 8, 20, 50, lent)));

        assertThat(selection.selected()).extracting(one -> one.video().id()).doesNotHaveDuplicates().hasSize(21);
        assertThat(selection.widened().getFirst().lent()).extracting(Widened.Lent::hashtag).containsExactly("food");
    }

    @Test
    void neitherOrderNorRepetitionChangesWhatComesIn() {
        List<Candidate> all = new ArrayList<>(videos("in", 12, FROM, Duration.ofHours(1)));
        all.addAll(videos("before", 9, FROM.minus(Duration.ofDays(9)), Duration.ofHours(5)));
        List<Sibling> siblings = List.of(sibling("food", 30), sibling("ubud", 30));
        Selection first = VideoSelection.of(all, taking(FROM, TO, 40), false, Widening.HASHTAGS, () -> siblings);
        List<Candidate> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(7));
        List<Candidate> lent = new ArrayList<>(siblings.getFirst().videos());
        Collections.shuffle(lent, new Random(8));

        assertThat(first.selected()).hasSize(40);
        assertThat(VideoSelection.of(shuffled, taking(FROM, TO, 40), false, Widening.HASHTAGS,
                () -> List.of(new Sibling("food", 8, 20, 50, lent), siblings.getLast()))).isEqualTo(first);
    }
}
