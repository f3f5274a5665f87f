package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Feed;
import dev.upswell.server.live.RoundReport.Left;
import dev.upswell.server.live.Source;
import dev.upswell.server.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A source's part of a round: its open sweeps, one page after the other.
final class Turn implements Callable<Turn.Done> {

    /// How long a round waits for what providers work on.
    private static final Duration LONGEST_WAITING = Duration.ofMinutes(10);

    private final Source source;
    private final List<Sweep> sweeps;
    private final Visit visit;
    private final Backlog backlog;
    private final InstantSource clock;
    private final List<Left> left = new ArrayList<>();
    /// What the provider works on, the first to be ready first.
    private final Queue<Visit.End.Underway> underway = new PriorityQueue<>(
            Comparator.comparing(Visit.End.Underway::at));
    /// What was said when nobody was there; null while somebody is.
    private @Nullable String unreached;
    private boolean stored;
    private long pages;
    private long reused;
    private long ended;
    private long broken;

    /// What came of it.
    ///
    /// @param reused pages that were known already
    /// @param ended sweeps that came to their end
    /// @param broken sweeps that ended in a dead letter
    /// @param left sweeps that stay open
    record Done(long requests, long pages, long reused, long ended, long broken, List<Left> left) {
    }

    Turn(Source source, List<Sweep> sweeps, Visit visit, Backlog backlog, InstantSource clock) {
        this.source = source;
        this.sweeps = sweeps;
        this.visit = visit;
        this.backlog = backlog;
        this.clock = clock;
    }

    @Override
    public Done call() {
        for (Sweep sweep : sweeps) {
            if (unreached != null) {
                leave(sweep, unreached);
            } else {
                goOn(sweep);
            }
        }
        goOnWithWork();
        return new Done(visit.requests(), pages, reused, ended, broken, left);
    }

    /// Comes back to what the provider works on, as long as a round may wait; the rest is taken up by the next one.
    private void goOnWithWork() {
        Instant last = clock.instant().plus(LONGEST_WAITING);
        for (Visit.End.Underway work = underway.poll(); work != null; work = underway.poll()) {
            boolean soon = !work.at().isAfter(last) && !backlog.isStopped();
            if (soon && visit.rested(Duration.between(clock.instant(), work.at()))) {
                goOn(work.sweep());
            } else {
                leave(work.sweep(), "the provider works on it");
            }
        }
    }

    private void goOn(Sweep from) {
        Sweep sweep = from;
        while (sweep != null) {
            if (backlog.isStopped()) {
                leave(sweep, "the collecting was stopped");
                return;
            }
            storeBeforeVideos(sweep);
            switch (page(sweep)) {
                case Visit.End.Kept kept -> {
                    pages++;
                    ended += kept.sweep() == null ? sweep.visits() : 0;
                    backlog.kept(kept.characters());
                    sweep = kept.sweep();
                }
                case Visit.End.Reused known -> {
                    reused++;
                    ended += known.sweep() == null ? sweep.visits() : 0;
                    sweep = known.sweep();
                }
                case Visit.End.Underway work when !work.at().isAfter(clock.instant()) -> sweep = work.sweep();
                case Visit.End.Underway work -> {
                    underway.add(work);
                    sweep = null;
                }
                case Visit.End.Done() -> {
                    ended += sweep.visits();
                    sweep = null;
                }
                case Visit.End.Dead() -> {
                    broken += sweep.visits();
                    sweep = null;
                }
                case Visit.End.Left(String why) -> {
                    leave(sweep, why);
                    sweep = null;
                }
                case Visit.End.Unreached(String why) -> {
                    unreached = why;
                    leave(sweep, why);
                    sweep = null;
                }
            }
        }
    }

    /// Stores what waits before the first video, which may stand in a page that waits. That the store fails is no fault of the video.
    private void storeBeforeVideos(Sweep sweep) {
        if (!stored && sweep.watch().subject().feed() == Feed.VIDEO) {
            backlog.storeWaiting();
            stored = true;
        }
    }

    private void leave(Sweep sweep, String why) {
        left.add(new Left(source.name(), sweep.about(), why));
    }

    /// A fault of one sweep ends that sweep alone, also one of the store that would come again; where the store itself is away, burying
    /// it fails too and ends the round.
    private Visit.End page(Sweep sweep) {
        try {
            return visit.page(sweep);
        } catch (StoreException e) {
            if (e.isRetryable()) {
                throw e;
            }
            return visit.fault(sweep, e);
        } catch (RuntimeException e) {
            return visit.fault(sweep, e);
        }
    }
}
