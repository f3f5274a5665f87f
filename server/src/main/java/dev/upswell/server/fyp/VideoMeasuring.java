package dev.upswell.server.fyp;

import dev.upswell.commerce.VideoViewing;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.content.Viewing;
import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.Mark;
import dev.upswell.fyp.MarkValues;
import dev.upswell.fyp.Measuring;
import dev.upswell.fyp.PostingCadence;
import dev.upswell.fyp.Told;
import dev.upswell.fyp.TrendAlignment;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.fyp.MeasureRepository.Measured;
import dev.upswell.server.fyp.ProgressRepository.Progress;
import dev.upswell.server.fyp.WatchedVideoRepository.Then;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.timeline.EntitySeries;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Measures the videos that were touched since the last time, and keeps what is new or other than before.
///
/// Videos go by in portions, each kept in a transaction of its own, so memory does not grow with their number. Who is killed
/// between two of them measures the first again and finds it kept.
final class VideoMeasuring {

    private final LakeSession lake;
    private final Database database;
    private final Viewings viewings;
    private final int most;
    private final WatchedVideoRepository videos = new WatchedVideoRepository();
    private final MeasureRepository measures = new MeasureRepository();
    private final ScoreRepository scores = new ScoreRepository();
    private final ProgressRepository progress = new ProgressRepository();

    /// @param most videos that are looked at together
    VideoMeasuring(Database database, LakeSession lake, Viewings viewings, int most) {
        this.most = most;
        this.database = database;
        this.lake = lake;
        this.viewings = viewings;
    }

    /// Measures what was touched, and gives how far that went.
    ///
    /// Marks that were measured by a clock that was later stay, and are mended when something new is read of them.
    Progress goOn(Progress before, Instant now) {
        long place = lake.last(TouchedVideoRepository.DATASETS);
        TouchedVideoRepository touched = new TouchedVideoRepository(database, lake);
        Progress reached = before;
        for (TouchedVideoRepository.Portion portion : touched.find(before, now, most)) {
            reached = keep(measured(portion, now), reached);
        }
        Progress from = reached;
        Progress after = reached.measured(place, now, touched.nextMark(now));
        database.transactions().run(lake.tenant(), db -> progress.go(db, from, after));
        return after;
    }

    /// What became of a portion.
    private record Change(Map<Basis, List<Measured>> come, Map<Basis, List<MarkValues.Key>> gone) {

        boolean isEmpty() {
            return come.isEmpty() && gone.isEmpty();
        }
    }

    private Progress keep(Change change, Progress before) {
        Progress after = before;
        for (Basis basis : Basis.values()) {
            for (Measured measured : come(change, basis)) {
                after = after.since(basis, measured.values().asOf());
            }
            for (MarkValues.Key key : gone(change, basis)) {
                after = after.since(basis, key.asOf());
            }
        }
        Progress kept = after;
        if (!change.isEmpty()) {
            database.transactions().run(lake.tenant(), db -> {
                progress.go(db, before, kept);
                for (Basis basis : Basis.values()) {
                    measures.forget(db, basis, gone(change, basis));
                    scores.forget(db, basis, gone(change, basis));
                    measures.keep(db, basis, come(change, basis));
                    scores.forgetBut(db, basis,
                            come(change, basis).stream().map(one -> one.values().key()).toList());
                }
            });
        }
        return kept;
    }

    private static List<Measured> come(Change change, Basis basis) {
        return change.come().getOrDefault(basis, List.of());
    }

    private static List<MarkValues.Key> gone(Change change, Basis basis) {
        return change.gone().getOrDefault(basis, List.of());
    }

    private Change measured(TouchedVideoRepository.Portion portion, Instant now) {
        Map<String, Video> described = videos.portion(lake, portion);
        Bench bench = new Bench(described, now);
        Instant first = bench.posted(Comparator.naturalOrder());
        Instant last = bench.posted(Comparator.reverseOrder());
        videos.posts(lake, TouchedVideoRepository.cadenceFrom(first), last).forEach(bench.posts::put);
        bench.trends.putAll(videos.trends(lake, first.truncatedTo(ChronoUnit.DAYS), Mark.DAY.of(last)));
        bench.told.putAll(told(described.values()));
        bench.kept.putAll(database.transactions().call(lake.tenant(), db -> measures.of(db, described.keySet())));
        Map<String, Video> unread = new HashMap<>(described);
        videos.readings(lake, first, last, (id, series) -> {
            Video video = unread.remove(id);
            if (video != null) {
                bench.measure(video, series);
            }
        });
        unread.values().forEach(video -> bench.measure(video, new EntitySeries(video.id(), "", Map.of())));
        return new Change(bench.come, bench.gone);
    }

    private Map<EntityId, Told> told(Collection<Video> described) {
        Map<EntityId, List<VideoViewing>> histories = viewings
                .histories(described.stream().map(Video::id).collect(Collectors.toSet()));
        List<Then> counted = new ArrayList<>();
        histories.values().forEach(history -> history.stream().filter(one -> tellsCounts(one.told()))
                .map(one -> new Then(one.video(), one.observedAt())).distinct().forEach(counted::add));
        Map<Then, Long> views = videos.viewsThen(lake, counted);
        Map<EntityId, Told> told = new HashMap<>();
        histories.forEach((video, history) -> told.put(video,
                new Told(history.stream().map(one -> new Told.Telling(one.observedAt(), one.told(),
                        views.get(new Then(video, one.observedAt())))).toList())));
        return told;
    }

    private static boolean tellsCounts(Viewing told) {
        return told.profileViews() != null || told.linkClicks() != null || told.newFollowers() != null;
    }

    /// What is known of a portion while its readings go by.
    private static final class Bench {

        private final Map<String, Video> described;
        private final Instant now;
        private final Map<String, List<Instant>> posts = new HashMap<>();
        private final Map<Instant, Map<EntityId, Double>> trends = new HashMap<>();
        private final Map<EntityId, Told> told = new HashMap<>();
        private final Map<Basis, Map<String, Map<Mark, Measured>>> kept = new EnumMap<>(Basis.class);
        private final Map<Basis, List<Measured>> come = new EnumMap<>(Basis.class);
        private final Map<Basis, List<MarkValues.Key>> gone = new EnumMap<>(Basis.class);

        Bench(Map<String, Video> described, Instant now) {
            this.described = described;
            this.now = now;
        }

        Instant posted(Comparator<Instant> order) {
            return described.values().stream().map(video -> Objects.requireNonNull(video.createdAt())).min(order)
                    .orElseThrow();
        }

        void measure(Video video, EntitySeries series) {
            Instant postedAt = Objects.requireNonNull(video.createdAt());
            Told ofOwner = told.getOrDefault(video.id(), Told.NOTHING);
            for (Mark mark : Mark.values()) {
                Measured earlier = earlier(Basis.KNOWN, video, mark);
                if (earlier != null || !mark.of(postedAt).isAfter(now)) {
                    take(Basis.KNOWN, earlier, Measuring.of(video.id(), postedAt, mark, series,
                            new Measuring.Surroundings(ofOwner, trend(video, postedAt, mark),
                                    consistency(video, postedAt)))
                            .map(values -> new Measured(values, null)));
                }
            }
            Measured earlier = earlier(Basis.SETTLED, video, Mark.DAY);
            Instant day = Mark.DAY.of(postedAt);
            if (earlier != null || !day.isAfter(now)) {
                take(Basis.SETTLED, earlier, Measuring.settled(video.id(), postedAt, series,
                        new Measuring.Surroundings(ofOwner, trend(video, postedAt, Mark.DAY),
                                consistency(video, postedAt)))
                        .map(values -> new Measured(values, ofOwner.lastAfter(day).orElse(null))));
            }
        }

        private @Nullable Measured earlier(Basis basis, Video video, Mark mark) {
            return kept.getOrDefault(basis, Map.of()).getOrDefault(video.id().value(), Map.of()).get(mark);
        }

        private void take(Basis basis, @Nullable Measured earlier, Optional<Measured> measured) {
            if (measured.isPresent()) {
                if (!measured.get().equals(earlier)) {
                    come.computeIfAbsent(basis, key -> new ArrayList<>()).add(measured.get());
                }
            } else if (earlier != null) {
                gone.computeIfAbsent(basis, key -> new ArrayList<>()).add(earlier.values().key());
            }
        }

        /// As it was when the mark was measured first, while it is the same time: what trended is reckoned anew as models change.
        private @Nullable Double trend(Video video, Instant postedAt, Mark mark) {
            for (Basis basis : Basis.values()) {
                Measured earlier = earlier(basis, video, mark);
                Double known = earlier == null || !earlier.values().postedAt().equals(postedAt)
                        ? null
                        : earlier.values().values().get(FypMetric.TREND);
                if (known != null) {
                    return known;
                }
            }
            return number(TrendAlignment.of(WatchedVideo.carried(video),
                    trends.getOrDefault(mark.of(postedAt).truncatedTo(ChronoUnit.DAYS), Map.of())));
        }

        private @Nullable Double consistency(Video video, Instant postedAt) {
            EntityId creator = video.creator();
            return creator == null
                    ? null
                    : number(PostingCadence.consistency(posts.getOrDefault(creator.value(), List.of()), postedAt));
        }

        private static @Nullable Double number(OptionalDouble value) {
            return value.isEmpty() ? null : Double.valueOf(value.getAsDouble());
        }
    }
}
