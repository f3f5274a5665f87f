package dev.upswell.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.numeric.Concentration;
import dev.upswell.timeline.CounterSeries;
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

    /// How long a video that is no longer read still proves that the entity existed.
    private static final long REMEMBERED_SECONDS = GrowthHistory.TRAILING_SECONDS;

    final Gains gains = new Gains();
    private final Window window;
    private final List<CarrierTrack> waiting;
    private final List<CarrierTrack> active = new ArrayList<>();
    private final TopHolders now;
    private final TopHolders before;
    private final boolean soundsTell;

    private long end;
    private long start;
    private int live;
    /// Of the live, those read more than once, so that their cadence is known.
    private int steady;
    /// Videos read for the window before and no longer.
    private int dark;
    private boolean anyReadTooSeldom;
    private long backedSum;
    private int volume;
    private int volumeHigh;
    private int newVideos;
    private boolean creationKnown;
    /// When one of the videos no longer followed was last read.
    private long goneSecond = Long.MIN_VALUE;
    /// When one of the videos not read for this window nor the one before was last read.
    private long pastSecond;
    private int liveBefore;
    private long backedSumBefore;
    private long lastReading;
    private long cadence;
    private long newbornCadence;

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

    /// Moves to the window that ends at `windowEnd`; whether any video was read for it.
    ///
    /// Videos read only once since their birth make no window by themselves where others are known to be read too seldom for
    /// one.
    boolean moveTo(long windowEnd) {
        end = windowEnd;
        start = end - window.seconds();
        reset();
        while (!waiting.isEmpty() && waiting.getLast().firstSecond <= end) {
            active.add(waiting.removeLast());
        }
        active.removeIf(this::isGone);
        pastSecond = goneSecond;
        for (CarrierTrack track : active) {
            survey(track);
        }
        if (steady == 0 && (live == 0 || anyReadTooSeldom)) {
            return false;
        }
        for (CarrierTrack track : active) {
            if (isRecent(track)) {
                take(track);
            }
        }
        return true;
    }

    /// Finds which videos were read for the window, before anything dear is computed.
    private void survey(CarrierTrack track) {
        if (track.moveTo(end)) {
            live++;
            steady += track.views().isReadOnce() ? 0 : 1;
        } else if (isRecent(track)) {
            anyReadTooSeldom = anyReadTooSeldom || track.isReadTooSeldom();
        } else {
            pastSecond = Math.max(pastSecond, track.lastRead());
        }
    }

    private boolean isGone(CarrierTrack track) {
        boolean gone = track.lastSecond < start - GainCurve.MAX_CARRY.toSeconds();
        goneSecond = gone ? Math.max(goneSecond, track.lastSecond) : goneSecond;
        return gone;
    }

    private boolean wasRememberedInPast() {
        return pastSecond >= start - REMEMBERED_SECONDS;
    }

    private void reset() {
        gains.reset();
        now.clear();
        before.clear();
        live = 0;
        steady = 0;
        dark = 0;
        anyReadTooSeldom = false;
        backedSum = 0;
        volume = 0;
        volumeHigh = 0;
        newVideos = 0;
        creationKnown = false;
        liveBefore = 0;
        backedSumBefore = 0;
        lastReading = Long.MIN_VALUE;
        cadence = Long.MAX_VALUE;
        newbornCadence = Long.MAX_VALUE;
    }

    private void take(CarrierTrack track) {
        takeCreation(track);
        takeBaseline(track);
        if (track.isLive()) {
            takeGains(track);
        } else {
            dark += track.wasReadBefore() ? 1 : 0;
        }
    }

    /// Whether the video was read for this window or for the one before.
    private boolean isRecent(CarrierTrack track) {
        return track.lastRead() >= start - GainCurve.MAX_CARRY.toSeconds();
    }

    private void takeGains(CarrierTrack track) {
        WindowWalk views = track.views();
        backedSum += views.backedSeconds();
        lastReading = Math.max(lastReading, views.lastReading());
        if (views.isReadOnce()) {
            newbornCadence = Math.min(newbornCadence, views.cadenceSeconds());
        } else {
            cadence = Math.min(cadence, views.cadenceSeconds());
        }
        if (track.isCovered()) {
            Gains gained = track.gainedUntil(end);
            gains.add(gained);
            volume += gained.views > 0 ? 1 : 0;
            volumeHigh += gained.viewsHigh > 0 ? 1 : 0;
            now.add(track.creator, track.sound, gained.views);
        }
    }

    private void takeCreation(CarrierTrack track) {
        if (track.video.createdAt() != null) {
            long created = CounterSeries.secondOf(track.video.createdAt());
            creationKnown = true;
            newVideos += created > start && created <= end ? 1 : 0;
        }
    }

    private void takeBaseline(CarrierTrack track) {
        WindowWalk baseline = track.baselineAt(start);
        if (baseline != null) {
            liveBefore++;
            backedSumBefore += baseline.backedSeconds();
            if (baseline.isBacked(Metric.MIN_COVERAGE)) {
                before.add(track.creator, track.sound, baseline.gain());
            }
        }
    }

    /// The mean coverage of the videos read for this window or the one before, so that videos which fell silent do not pass
    /// for a fall in volume.
    double coverage() {
        return live == 0 ? 0 : (double) backedSum / ((live + dark) * window.seconds());
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

    /// Whether every video read in the week before the window or in it was born inside the window.
    boolean isSilentBefore() {
        for (CarrierTrack track : active) {
            if (track.existedAt(start, start - REMEMBERED_SECONDS)) {
                return false;
            }
        }
        return !wasRememberedInPast();
    }

    long lastReading() {
        return lastReading;
    }

    long cadenceSeconds() {
        return steady > 0 ? cadence : newbornCadence;
    }

    /// Identifies what the videos are and their readings that this window's metrics can depend on.
    long digest() {
        long digest = wasRememberedInPast() ? pastSecond : 0;
        for (CarrierTrack track : active) {
            digest += isRecent(track) ? track.digest(end) : 0;
        }
        return digest;
    }

    /// Puts down what only carrying videos tell.
    ///
    /// @param silent whether the entity is known not to have existed before the window
    void fill(MetricValues.Building values, boolean silent) {
        fillNewVideos(values);
        if (!now.knowsCreators()) {
            absentCreators(values, Absence.CREATORS_UNKNOWN);
        } else {
            values.put(Metric.UNIQUE_CREATORS, now.holdingCreators());
            if (now.creatorTotal() > 0) {
                values.put(Metric.CREATOR_DISPERSION, Concentration.simpson(now.creators()));
                values.put(Metric.TOP_CREATOR_SHARE, (double) now.topCreator() / now.creatorTotal());
            } else {
                values.absent(Metric.CREATOR_DISPERSION, gains.withoutViews());
                values.absent(Metric.TOP_CREATOR_SHARE, gains.withoutViews());
            }
        }
        fillNovelty(values, silent);
    }

    /// A video is known once it is read, so what was posted in the last step between readings is still unknown.
    private void fillNewVideos(MetricValues.Building values) {
        if (!creationKnown) {
            return;
        }
        if (window.seconds() - cadenceSeconds() >= Metric.MIN_COVERAGE * window.seconds()) {
            values.put(Metric.NEW_VIDEOS, newVideos);
        } else {
            values.absent(Metric.NEW_VIDEOS, Absence.READ_TOO_SELDOM);
        }
    }

    private static void absentCreators(MetricValues.Building values, Absence reason) {
        values.absent(Metric.UNIQUE_CREATORS, reason);
        values.absent(Metric.CREATOR_DISPERSION, reason);
        values.absent(Metric.TOP_CREATOR_SHARE, reason);
    }

    private void fillNovelty(MetricValues.Building values, boolean silent) {
        boolean measured = liveBefore > 0
                && (double) backedSumBefore / (liveBefore * Window.DAY.seconds()) >= Metric.MIN_COVERAGE;
        if (!now.any()) {
            values.absent(Metric.NOVELTY_INDEX, gains.withoutViews());
        } else if (!now.knowsHolders() || measured && !before.knowsHolders()) {
            values.absent(Metric.NOVELTY_INDEX, Absence.CREATORS_UNKNOWN);
        } else if (measured || liveBefore == 0 && silent) {
            values.put(Metric.NOVELTY_INDEX, now.distanceFrom(before));
        } else {
            values.absent(Metric.NOVELTY_INDEX, Absence.HISTORY_TOO_SHORT);
        }
    }
}
