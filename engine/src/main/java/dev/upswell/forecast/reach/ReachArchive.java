package dev.upswell.forecast.reach;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.numeric.LowerBound;
import dev.upswell.numeric.Quantiles;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All watched videos with their readings, to be asked what was known at any instant.
///
/// Every question takes the instant, and an outcome counts from the reading on that told it; so a later video or reading
/// changes no earlier answer. The exception is an archive of late readings, whose target is settled: its outcomes count from
/// the age on that they are taken for, long before they were read, so a backtest on it knows a little too much. Videos whose
/// time of posting is unknown are left out.
public final class ReachArchive {

    static final int LEAST_OUTCOMES = 30;
    private static final double BREAKOUT_QUANTILE = 0.9;
    private static final long MARKET_SECONDS = 30L * 24 * 3600;
    private static final long MARKET_STEP = 6L * 3600;

    private final ReachTarget target;
    private final List<Entry> entries;
    private final KnownOutcomes all;
    private final Map<EntityId, KnownOutcomes> outcomes = new HashMap<>();
    private final Map<EntityId, long[]> uses = new HashMap<>();
    private final Map<EntityId, CounterSeries> followers;
    private final Map<EntityId, Integer> creatorNumbers = new HashMap<>();
    private final Map<Long, Optional<Market>> markets = new ConcurrentHashMap<>();

    private ReachArchive(ReachTarget target, List<Entry> entries, Map<EntityId, CounterSeries> followers) {
        this.target = target;
        this.entries = entries;
        this.followers = Map.copyOf(followers);
        all = new KnownOutcomes(entries.stream().map(Entry::outcome).filter(Objects::nonNull).toList());
        index();
    }

    /// A video as it was watched.
    ///
    /// @param series its readings by the source that speaks of it; null for one that was never read
    public record Watched(Video video, @Nullable EntitySeries series) {

        /// When it was posted.
        ///
        /// **errors** `IllegalStateException` when that is unknown, as it is of none that an archive gives
        public Instant postedAt() {
            if (video.createdAt() == null) {
                throw new IllegalStateException(
                        "time of posting of " + video.id()
                                + " (null) must be known\nMaybe ask an archive for its videos.");
            }
            return video.createdAt();
        }
    }

    /// A watched video with what became of it.
    ///
    /// @param firstSeen epoch second from which the archive knows of the video
    record Entry(Video video, long createdAt, long firstSeen, @Nullable EntitySeries series,
            ReachTarget.@Nullable Outcome outcome) {
    }

    /// What videos in general had reached in the 30 days before an instant.
    ///
    /// @param median decimal logarithm of the views that half of them had
    /// @param breakout the same of what one in ten had: from here on a video has broken out
    public record Market(double median, double breakout) {
    }

    /// The archive of these videos.
    ///
    /// @param followers follower series of creators, where they are known
    public static ReachArchive of(ReachTarget target, List<Watched> videos, Map<EntityId, CounterSeries> followers) {
        List<Entry> entries = videos.stream().filter(one -> one.video().createdAt() != null)
                .map(one -> entry(target, one))
                .sorted(Comparator.comparingLong(Entry::createdAt).thenComparing(one -> one.video().id())).toList();
        return new ReachArchive(target, entries, followers);
    }

    private static Entry entry(ReachTarget target, Watched one) {
        long createdAt = one.postedAt().getEpochSecond();
        CounterSeries views = one.series() == null ? null : one.series().counter(Counter.VIEWS).orElse(null);
        long firstSeen = views == null || views.size() == 0 || target.settled()
                ? createdAt
                : Math.max(createdAt, views.epochSecondAt(0));
        return new Entry(one.video(), createdAt, firstSeen, one.series(),
                views == null ? null : target.outcome(createdAt, views).orElse(null));
    }

    private void index() {
        Map<EntityId, List<ReachTarget.Outcome>> known = new HashMap<>();
        Map<EntityId, List<Long>> seen = new HashMap<>();
        for (Entry entry : entries) {
            for (EntityId subject : subjects(entry.video())) {
                seen.computeIfAbsent(subject, id -> new ArrayList<>()).add(entry.firstSeen());
                if (entry.outcome() != null) {
                    known.computeIfAbsent(subject, id -> new ArrayList<>()).add(entry.outcome());
                }
            }
            EntityId creator = entry.video().creator();
            if (creator != null) {
                creatorNumbers.putIfAbsent(creator, creatorNumbers.size() + 1);
            }
        }
        known.forEach((id, list) -> outcomes.put(id, new KnownOutcomes(list)));
        seen.forEach((id, list) -> uses.put(id, list.stream().mapToLong(Long::longValue).sorted().toArray()));
    }

    private static List<EntityId> subjects(Video video) {
        List<EntityId> subjects = new ArrayList<>(video.hashtags().stream().distinct().toList());
        if (video.sound() != null) {
            subjects.add(video.sound());
        }
        if (video.creator() != null) {
            subjects.add(video.creator());
        }
        return subjects;
    }

    /// Which views count.
    public ReachTarget target() {
        return target;
    }

    /// The videos posted in (from, to], in the order of posting.
    public List<Watched> postedBetween(Instant from, Instant to) {
        return entries.stream()
                .filter(one -> one.createdAt() > from.getEpochSecond() && one.createdAt() <= to.getEpochSecond())
                .map(one -> new Watched(one.video(), one.series())).toList();
    }

    /// The views that this video had at the age of the target; empty when its readings do not tell.
    public Optional<Double> viewsReached(Watched watched) {
        return Optional.ofNullable(entry(target, watched).outcome())
                .map(outcome -> ReachTarget.views(outcome.logViews()));
    }

    /// When the latest outcome became known; empty when none is.
    public Optional<Instant> lastKnown() {
        return entries.stream().map(Entry::outcome).filter(Objects::nonNull).map(ReachTarget.Outcome::knownAt)
                .max(Comparator.naturalOrder()).map(Instant::ofEpochSecond);
    }

    /// When the first video was posted; empty when there is none.
    public Optional<Instant> firstPosted() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(entries.getFirst().createdAt()));
    }

    List<Entry> entries() {
        return entries;
    }

    /// A number that stands for the creator in bootstraps, by the creators' first videos; 0 for all that are unknown.
    int creatorNumber(@Nullable EntityId creator) {
        return creator == null ? 0 : creatorNumbers.getOrDefault(creator, 0);
    }

    KnownOutcomes outcomesOf(EntityId subject) {
        return outcomes.getOrDefault(subject, KnownOutcomes.NONE);
    }

    /// How many videos of this creator, sound or hashtag were first seen in (from, to].
    int uses(EntityId subject, long from, long to) {
        long[] times = uses.getOrDefault(subject, new long[0]);
        return LowerBound.of(times.length, i -> times[i] <= to) - LowerBound.of(times.length, i -> times[i] <= from);
    }

    /// When the latest video of this creator was first seen before this second; empty when there is none.
    Optional<Long> lastUse(EntityId subject, long before) {
        long[] times = uses.getOrDefault(subject, new long[0]);
        int earlier = LowerBound.of(times.length, i -> times[i] < before);
        return earlier == 0 ? Optional.empty() : Optional.of(times[earlier - 1]);
    }

    Optional<CounterSeries> followers(EntityId creator) {
        return Optional.ofNullable(followers.get(creator));
    }

    /// What was known of videos in general at this second, to the last full six hours; empty while fewer than 30 outcomes of the
    /// last 30 days were known.
    Optional<Market> market(long second) {
        return markets.computeIfAbsent(Math.floorDiv(second, MARKET_STEP) * MARKET_STEP, at -> {
            double[] recent = all.between(at - MARKET_SECONDS, at);
            Arrays.sort(recent);
            return recent.length < LEAST_OUTCOMES
                    ? Optional.empty()
                    : Optional.of(new Market(Quantiles.ofSorted(recent, 0.5),
                            Quantiles.ofSorted(recent, BREAKOUT_QUANTILE)));
        });
    }

    /// This video at this stage; empty while too little was known of others to say what much is.
    Optional<ReachMoment> moment(Video video, long createdAt, ReachStage stage, @Nullable EntitySeries series) {
        return market(createdAt + stage.seconds())
                .map(market -> new ReachMoment(video, createdAt, stage, series, this, market));
    }
}
