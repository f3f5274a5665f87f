package dev.upswell.trend;

import dev.upswell.content.Video;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.EntityCurves;
import dev.upswell.timeline.GainCurve;
import dev.upswell.timeline.WindowWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One carrying video on its way from window to window; of several sources it takes the best covered, then by name.
final class CarrierTrack {

    final Video video;
    final int creator;
    final int sound;
    final long firstSecond;
    final long lastSecond;
    private final Gains gains = new Gains();
    private final long salt;
    private final List<SourceWalk> walks = new ArrayList<>();
    private final List<WindowWalk> baselines = new ArrayList<>();
    private final long windowSeconds;
    private @Nullable SourceWalk chosen;
    private boolean wasReadBefore;
    private long lastRead = Long.MIN_VALUE;

    /// @param creator index of the creator, or of none where it is unknown
    CarrierTrack(Video video, Map<String, EntityCurves> sources, int creator, int sound, Window window) {
        this.video = video;
        this.creator = creator;
        this.sound = sound;
        this.windowSeconds = window.seconds();
        this.salt = salt(video.id().value() + " " + video.creator() + " " + video.sound() + " " + video.createdAt());
        sources.forEach((source, curves) -> {
            walks.add(new SourceWalk(source, curves, window));
            baselines.add(new WindowWalk(curves.of(Counter.VIEWS), Window.DAY.seconds()));
        });
        firstSecond = viewCurves(sources).stream().mapToLong(GainCurve::firstSecond).min().orElse(Long.MAX_VALUE);
        lastSecond = viewCurves(sources).stream().mapToLong(GainCurve::lastSecond).max().orElse(Long.MIN_VALUE);
    }

    private static List<GainCurve> viewCurves(Map<String, EntityCurves> sources) {
        List<GainCurve> curves = new ArrayList<>();
        for (EntityCurves each : sources.values()) {
            GainCurve curve = each.of(Counter.VIEWS);
            if (curve != null) {
                curves.add(curve);
            }
        }
        return curves;
    }

    /// Moves to the window that ends at `end`; whether the video was read for it.
    boolean moveTo(long end) {
        SourceWalk best = null;
        lastRead = Long.MIN_VALUE;
        for (SourceWalk walk : walks) {
            boolean live = walk.moveTo(end);
            if (live || walk.views.wasRead()) {
                lastRead = Math.max(lastRead, walk.views.lastReading());
            }
            if (live && (best == null || walk.views.coverage() > best.views.coverage())) {
                best = walk;
            }
        }
        chosen = best;
        return best != null;
    }

    /// Whether the video was read for the window moved to.
    boolean isLive() {
        return chosen != null;
    }

    /// What the video gained in the window that ends at `end`, to which [#moveTo] moved with enough coverage.
    Gains gainedUntil(long end) {
        gains.reset();
        if (chosen != null) {
            chosen.fill(gains, end);
        }
        return gains;
    }

    /// When the video was last read up to the window's end, however long before; the smallest number where it never was.
    long lastRead() {
        return lastRead;
    }

    /// Whether the video is known to have existed at `second`, because it was read since `since` and not born after.
    boolean existedAt(long second, long since) {
        for (SourceWalk walk : walks) {
            if (walk.views.existedAt(second, since)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the video is read, but too seldom for this window.
    boolean isReadTooSeldom() {
        for (SourceWalk walk : walks) {
            if (walk.views.isReadTooSeldom()) {
                return true;
            }
        }
        return false;
    }

    WindowWalk views() {
        if (chosen == null) {
            throw new IllegalStateException("video (" + video.id() + ") has no window\nMaybe moveTo returned false.");
        }
        return chosen.views;
    }

    boolean isCovered() {
        return views().isBacked(Metric.MIN_COVERAGE);
    }

    /// The walk over the 24 hours that end at `start`, where this window starts; `null` where they were not read.
    @Nullable
    WindowWalk baselineAt(long start) {
        WindowWalk best = null;
        wasReadBefore = false;
        for (WindowWalk walk : baselines) {
            if (walk.moveTo(start)) {
                wasReadBefore |= walk.cadenceSeconds() <= windowSeconds;
                best = best == null || walk.coverage() > best.coverage() ? walk : best;
            }
        }
        return best;
    }

    /// Whether the video was read for the window before, as found by [#baselineAt].
    boolean wasReadBefore() {
        return wasReadBefore;
    }

    /// Identifies the video's readings by all sources up to `end`, and what it is.
    long digest(long end) {
        long mixed = salt;
        for (SourceWalk walk : walks) {
            if (walk.views.wasRead()) {
                mixed = (mixed ^ walk.digest(end)) * 0x9E3779B97F4A7C15L;
                mixed ^= mixed >>> 32;
            }
        }
        return mixed;
    }

    private static long salt(String text) {
        // FNV-1a (Fowler, Noll and Vo), 64 bits.
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }
}
