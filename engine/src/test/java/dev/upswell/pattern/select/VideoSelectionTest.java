package dev.upswell.pattern.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.Reactions;
import dev.upswell.numeric.Dice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VideoSelectionTest {

    private static final Instant POSTED = Instant.parse("2026-03-01T12:00:00Z");

    /// A video whose engagement rate is likes over 10,000 views.
    private static Candidate video(String id, double seconds, long likes) {
        return new Candidate(EntityId.video(id), null, seconds, POSTED, new Reactions(10_000L, likes, 0L, 0L, null),
                null);
    }

    private static Candidate with(Candidate one, @Nullable Double seconds, @Nullable Instant at, Reactions reactions,
            @Nullable Long followers) {
        return new Candidate(one.id(), null, seconds, at, reactions, followers);
    }

    private static Reactions counts(long views, long likes) {
        return new Reactions(views, likes, 0L, 0L, null);
    }

    private static List<Candidate> many(int count) {
        Dice dice = Dice.of(1, "videos", 0);
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Candidate(EntityId.video("v" + i), null, dice.between(5, 60), POSTED,
                    new Reactions(10_000L, Math.round(dice.logNormal(400, .6)), 20L, Math.round(dice.between(0, 100)),
                            null),
                    null));
        }
        return all;
    }

    private static SelectionSettings taking(int best, int sample) {
        return new SelectionSettings(null, null, 1_000, .01, 800, best, sample, 42);
    }

    @Test
    void everyVideoIsTakenOrLeftOutForAReason() {
        Candidate good = video("good", 10, 500);
        List<Candidate> all = List.of(good, good, with(video("photo", 1, 1), null, POSTED, counts(5_000, 400), null),
                video("long", 120.5, 500),
                with(video("few", 10, 1), 10.0, POSTED, counts(999, 400), null),
                video("dull", 10, 99), video("bought", 10, 10_001),
                with(video("open", 10, 1), 10.0, POSTED, new Reactions(5_000L, 10L, 3L, null, null), null),
                video("edge", 120, 100));

        Selection selection = VideoSelection.of(all, SelectionSettings.USUAL);

        assertThat(selection.selected()).extracting(one -> one.video().id().value()).containsExactly("edge", "good");
        assertThat(selection.excluded()).extracting(one -> one.id().value() + " " + one.why() + " " + one.value())
                .containsExactly("bought IMPOSSIBLE 1.0001", "dull LITTLE_ENGAGEMENT 0.0099", "few FEW_VIEWS 999.0",
                        "good DUPLICATE null", "long TOO_LONG 120.5", "open COUNTS_UNKNOWN null",
                        "photo LENGTH_UNKNOWN null");
        assertThat(selection.reasons()).containsEntry(Exclusion.TOO_LONG, 1).containsEntry(Exclusion.DUPLICATE, 1);
        assertThat(selection.buckets()).extracting(Selection.Bucket::bucket).containsExactly(DurationBucket.UP_TO_15,
                DurationBucket.UP_TO_120);
    }

    @Test
    void videosOfUnknownLengthAreAGroupOfTheirOwnOnlyWhereSomebodyAsks() {
        Candidate untold = with(video("untold", 1, 1), null, POSTED, counts(5_000, 400), null);
        Candidate photo = with(video("photo", 1, 1), 0.0, POSTED, counts(5_000, 400), null);
        List<Candidate> all = List.of(video("short", 10, 500), untold, photo);

        Selection usual = VideoSelection.of(all, SelectionSettings.USUAL);
        Selection asked = VideoSelection.of(all, SelectionSettings.USUAL, true, Widening.HASHTAGS, List::of);

        assertThat(usual.reasons()).containsEntry(Exclusion.LENGTH_UNKNOWN, 2);
        assertThat(usual.selected()).hasSize(1);
        assertThat(asked.selected()).extracting(one -> one.video().id().value() + " " + one.bucket())
                .containsExactly("short UP_TO_15", "untold UNKNOWN");
        assertThat(asked.excluded()).extracting(one -> one.id().value() + " " + one.why())
                .containsExactly("photo LENGTH_UNKNOWN");
        assertThat(asked.buckets()).extracting(Selection.Bucket::bucket).containsExactly(DurationBucket.UP_TO_15,
                DurationBucket.UNKNOWN);
    }

    @Test
    void onlyTheRangeOfDatesCounts() {
        var settings = new SelectionSettings(POSTED, POSTED.plusSeconds(1), 1_000, .01, 800, 50, 50, 42);

        Selection selection = VideoSelection.of(
                List.of(video("in", 10, 500),
                        with(video("early", 1, 1), 10.0, POSTED.minusSeconds(1), counts(5_000, 400), null),
                        with(video("late", 1, 1), 10.0, POSTED.plusSeconds(1), counts(5_000, 400), null),
                        with(video("open", 1, 1), 10.0, null, counts(5_000, 400), null)),
                settings);

        assertThat(selection.selected()).hasSize(1);
        assertThat(selection.reasons()).containsOnlyKeys(Exclusion.TOO_EARLY, Exclusion.TOO_LATE,
                Exclusion.TIME_UNKNOWN);
    }

    @Test
    void outliersBelowAreLeftOutAndThoseAboveAreFlagged() {
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(video("v" + i, 10, 500 + i));
        }
        all.add(video("far-below", 10, 150));
        all.add(video("far-above", 10, 9_000));

        Selection selection = VideoSelection.of(all, SelectionSettings.USUAL);

        assertThat(selection.excluded()).singleElement().satisfies(one -> {
            assertThat(one.id().value()).isEqualTo("far-below");
            assertThat(one.why()).isEqualTo(Exclusion.OUTLIER);
            assertThat(one.value()).isEqualTo(.015);
        });
        assertThat(selection.selected()).filteredOn(SelectedVideo::outlier)
                .extracting(one -> one.video().id().value()).containsExactly("far-above");
        assertThat(selection.buckets().getFirst().outliers()).isEqualTo(1);
    }

    @Test
    void videosOfCelebritiesWeighHalf() {
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(with(video("v" + i, 1, 1), 10.0, POSTED, counts(10_000 + i, 500), 5_000L));
        }
        all.add(with(video("famous", 1, 1), 10.0, POSTED, counts(10_000, 500), 1_000_001L));
        all.add(with(video("seen", 1, 1), 10.0, POSTED, counts(1_000_000, 50_000), 100_001L));

        List<SelectedVideo> taken = VideoSelection.of(all, SelectionSettings.USUAL).selected();

        assertThat(taken).filteredOn(one -> one.weight() == .5).extracting(one -> one.video().id().value())
                .containsExactly("famous", "seen");
        assertThat(taken.getFirst().tier()).isEqualTo(CreatorTier.CELEBRITY);
        assertThat(taken.getFirst().reach()).isEqualTo(10_000 / (.02 * 1_000_001));
        assertThat(Reach.of(taken)).singleElement().satisfies(one -> {
            assertThat(one.videos()).isEqualTo(22);
            assertThat(one.expected()).isEqualTo(100);
            assertThat(one.times()).isBetween(100.0, 100.2);
            assertThat(one.above()).as("all but the one of a celebrity").isEqualTo(21);
        });
        assertThat(taken).extracting(SelectedVideo::tier).contains(CreatorTier.NANO, CreatorTier.MACRO);
    }

    @Test
    void theBestByEngagementAndSharesAreTakenAndASampleOfAllLevelsOfTheRest() {
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(video("v" + (100 + i), 10, 400 + i));
        }
        all.add(new Candidate(EntityId.video("shared"), null, 10.0, POSTED,
                new Reactions(10_000L, 250L, 0L, 245L, null),
                null));

        Selection selection = VideoSelection.of(all, taking(3, 8));

        List<SelectedVideo> best = selection.selected().stream()
                .filter(one -> one.entry() == SelectedVideo.Entry.BEST).toList();
        assertThat(best).extracting(one -> one.video().id().value()).containsExactly("shared", "v198", "v199");
        List<Long> sampled = selection.selected().stream().filter(one -> one.entry() == SelectedVideo.Entry.SAMPLE)
                .map(one -> one.video().reactions().likes()).toList();
        assertThat(sampled).hasSize(8);
        for (int quarter = 0; quarter < 4; quarter++) {
            int from = 400 + 98 * quarter / 4;
            int to = 400 + 98 * (quarter + 1) / 4;
            assertThat(sampled.stream().filter(likes -> likes >= from && likes < to)).as("quarter " + quarter)
                    .hasSize(2);
        }
        assertThat(selection.reasons()).containsEntry(Exclusion.NOT_DRAWN, 90);
        assertThat(selection.buckets().getFirst().suitable()).isEqualTo(101);
        assertThat(selection.buckets().getFirst().taken()).isEqualTo(11);
    }

    @Test
    void neitherOrderNorRepetitionChangesWhatIsTaken() {
        List<Candidate> all = many(1_000);
        Selection first = VideoSelection.of(all, taking(10, 20));
        List<Candidate> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(VideoSelection.of(shuffled, taking(10, 20))).isEqualTo(first);
        assertThat(first.reasons()).containsEntry(Exclusion.NOT_COLLECTED, 200);
        assertThat(first.selected()).hasSize(90);
        assertThat(Stream.concat(first.selected().stream().map(one -> one.video().id()),
                first.excluded().stream().map(Selection.Excluded::id))).doesNotHaveDuplicates().hasSize(1_000);
    }

    @Test
    void anotherSeedDrawsOthers() {
        List<Candidate> all = many(300);
        var other = new SelectionSettings(null, null, 1_000, .01, 800, 10, 20, 43);

        assertThat(VideoSelection.of(all, other).selected())
                .isNotEqualTo(VideoSelection.of(all, taking(10, 20)).selected());
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SelectionSettings(POSTED, POSTED, 1_000, .01, 800, 50, 50, 42))
                .withMessageContaining("must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SelectionSettings(null, null, 1_000, 1, 800, 50, 50, 42))
                .withMessageContaining("must lie between 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SelectionSettings(null, null, 1_000, .01, 0, 50, 50, 42))
                .withMessageContaining("must be 1 to 20000");
        assertThatIllegalArgumentException().isThrownBy(() -> taking(0, 0)).withMessageContaining("not both 0");
    }
}
