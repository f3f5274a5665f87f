package dev.upswell.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.numeric.Concentration;
import dev.upswell.timeline.EntityCurves;
import dev.upswell.timeline.GainCurve;
import dev.upswell.timeline.WindowWalk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the videos that carry a hashtag or sound say about one window after the other.
final class CarrierPart {

    private static final int UNKNOWN = -1;

    final Gains gains = new Gains();
    private final Window window;
    private final List<CarrierTrack> waiting;
    private final List<CarrierTrack> active = new ArrayList<>();
    private final TopHolders now;
    private final TopHolders before;
    private final boolean soundsTell;

    private long end;
    private int live;
    private long backedSum;
    private int volume;
    private int volumeHigh;
    private int newVideos;
    private boolean creationKnown;
    private boolean silentBefore;
    private int liveBefore;
    private long backedSumBefore;
    private long lastReading;
    private long cadence;
    private long digest;

    CarrierPart(WatchedEntity entity, Map<EntityId, Map<String, EntityCurves>> curves, Window window) {
        this.window = window;
        soundsTell = entity.id().kind() != EntityKind.SOUND;
        List<WatchedEntity.Carrier> carriers = entity.carriers();
        Map<EntityId, Integer> creators = index(carriers.stream().map(c -> c.video().creator()).toList());
        Map<EntityId, Integer> sounds = index(carriers.stream().map(c -> c.video().sound()).toList());
        now = new TopHolders(creators.size(), sounds.size());
        before = new TopHolders(creators.size(), sounds.size());
        waiting = new ArrayList<>();
        for (WatchedEntity.Carrier carrier : carriers) {
            EntityId creator = carrier.video().creator();
            EntityId sound = carrier.video().sound();
            waiting.add(new CarrierTrack(carrier.video(), curves.getOrDefault(carrier.video().id(), Map.of()),
                    creator == null ? UNKNOWN : creators.getOrDefault(creator, UNKNOWN),
                    sound == null || !soundsTell ? UNKNOWN : sounds.getOrDefault(sound, UNKNOWN), window));
        }
        waiting.sort(Comparator.comparingLong((CarrierTrack track) -> track.firstSecond).reversed());
    }

    private static Map<EntityId, Integer> index(List<@Nullable EntityId> ids) {
        Map<EntityId, Integer> index = new TreeMap<>();
        for (EntityId id : new TreeSet<>(ids.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList())) {
            index.put(id, index.size());
        }
        return index;
    }

    /// Moves to the window that ends at `end`; whether any video was read for it.
    boolean moveTo(long windowEnd) {
        end = windowEnd;
        reset();
        while (!waiting.isEmpty() && waiting.getLast().firstSecond <= end) {
            active.add(waiting.removeLast());
        }
        long goneBefore = end - window.seconds() - GainCurve.MAX_CARRY.toSeconds();
        active.removeIf(track -> track.lastSecond < goneBefore);
        for (CarrierTrack track : active) {
            take(track);
            takeBaseline(track);
        }
        return live > 0;
    }

    private void reset() {
        gains.reset();
        now.clear();
        before.clear();
        live = 0;
        backedSum = 0;
        volume = 0;
        volumeHigh = 0;
        newVideos = 0;
        creationKnown = false;
        silentBefore = true;
        liveBefore = 0;
        backedSumBefore = 0;
        lastReading = Long.MIN_VALUE;
        cadence = Long.MAX_VALUE;
        digest = 0;
    }

    private void take(CarrierTrack track) {
        if (!track.moveTo(end)) {
            return;
        }
        WindowWalk views = track.views();
        live++;
        backedSum += views.backedSeconds();
        lastReading = Math.max(lastReading, views.lastReading());
        cadence = Math.min(cadence, views.cadenceSeconds());
        silentBefore &= views.isUnbornUntil(end - window.seconds());
        digest += track.digest(end);
        takeCreation(track);
        if (track.isCovered()) {
            gains.add(track.gains);
            volume += track.gains.views > 0 ? 1 : 0;
            volumeHigh += track.gains.viewsHigh > 0 ? 1 : 0;
            now.add(track.creator, track.sound, track.gains.views);
        }
    }

    private void takeCreation(CarrierTrack track) {
        if (track.video.createdAt() != null) {
            long created = track.video.createdAt().getEpochSecond();
            creationKnown = true;
            newVideos += created > end - window.seconds() && created <= end ? 1 : 0;
        }
    }

    private void takeBaseline(CarrierTrack track) {
        WindowWalk baseline = track.baselineAt(end - window.seconds());
        if (baseline != null) {
            liveBefore++;
            backedSumBefore += baseline.backedSeconds();
            before.add(track.creator, track.sound, baseline.gain());
        }
    }

    /// The mean coverage of the videos read.
    double coverage() {
        return live == 0 ? 0 : (double) backedSum / (live * window.seconds());
    }

    boolean isCovered() {
        return coverage() >= Metric.MIN_COVERAGE;
    }

    long volume() {
        return volume;
    }

    /// The most videos that may have gained a view, given the rounding of their counters.
    long volumeHigh() {
        return volumeHigh;
    }

    /// Whether every video read was born inside the window.
    boolean isSilentBefore() {
        return silentBefore;
    }

    long lastReading() {
        return lastReading;
    }

    long cadenceSeconds() {
        return cadence;
    }

    long digest() {
        return digest;
    }

    /// Puts down what only carrying videos tell.
    void fill(MetricValues.Building values) {
        if (creationKnown) {
            values.put(Metric.NEW_VIDEOS, newVideos);
        }
        if (!now.anyCreator()) {
            absentCreators(values, Absence.CREATORS_UNKNOWN);
        } else {
            values.put(Metric.UNIQUE_CREATORS, now.holdingCreators());
            if (now.creatorTotal() > 0) {
                values.put(Metric.CREATOR_DISPERSION, Concentration.simpson(now.creators()));
                values.put(Metric.TOP_CREATOR_SHARE, (double) now.topCreator() / now.creatorTotal());
            } else {
                values.absent(Metric.CREATOR_DISPERSION, Absence.NO_VIEWS_GAINED);
                values.absent(Metric.TOP_CREATOR_SHARE, Absence.NO_VIEWS_GAINED);
            }
        }
        fillNovelty(values);
    }

    private static void absentCreators(MetricValues.Building values, Absence reason) {
        values.absent(Metric.UNIQUE_CREATORS, reason);
        values.absent(Metric.CREATOR_DISPERSION, reason);
        values.absent(Metric.TOP_CREATOR_SHARE, reason);
    }

    private void fillNovelty(MetricValues.Building values) {
        boolean measured = liveBefore > 0
                && (double) backedSumBefore / (liveBefore * Window.DAY.seconds()) >= Metric.MIN_COVERAGE;
        if (!now.any()) {
            values.absent(Metric.NOVELTY_INDEX, gains.views > 0 ? Absence.CREATORS_UNKNOWN : Absence.NO_VIEWS_GAINED);
        } else if (measured || liveBefore == 0 && silentBefore) {
            values.put(Metric.NOVELTY_INDEX, now.distanceFrom(before));
        } else {
            values.absent(Metric.NOVELTY_INDEX, Absence.HISTORY_TOO_SHORT);
        }
    }
}
