package dev.upswell.trend;

import dev.upswell.content.EntityId;
import dev.upswell.timeline.EntityCurves;
import dev.upswell.timeline.Issue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the rows of one entity and one kind of window, end after end.
///
/// Each source of own counters is a candidate with its own history, so that changes never compare two sources; one more
/// candidate knows the carrying videos alone. At each end the best candidate makes the row: of those with enough coverage
/// one with own counters, then by coverage, then by name.
final class RowMaker {

    /// The source that a row names when it rests on carrying videos alone.
    static final String VIDEOS_SOURCE = "videos";

    private final WatchedEntity entity;
    private final Window window;
    private final EngagementPrior prior;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Candidate> readable = new ArrayList<>();
    private final @Nullable CarrierPart carriers;
    private boolean engagementWasAbove;

    RowMaker(WatchedEntity entity, Map<String, EntityCurves> own, Map<EntityId, Map<String, EntityCurves>> videos,
            Window window,
            EngagementPrior prior) {
        this.entity = entity;
        this.window = window;
        this.prior = prior;
        carriers = entity.carriers().isEmpty() ? null : new CarrierPart(entity, videos, window);
        own.forEach((source, curves) -> candidates
                .add(new Candidate(source, new OwnPart(source, curves, window), window)));
        if (carriers != null) {
            candidates.add(new Candidate(VIDEOS_SOURCE, null, window));
        }
    }

    /// Moves to the window that ends at `end`, and emits its row unless the sink is `null` or nothing was read.
    void moveTo(long end, WindowsOf.@Nullable Sink sink) {
        CarrierPart videos = carriers != null && carriers.moveTo(end) ? carriers : null;
        readable.clear();
        for (Candidate candidate : candidates) {
            if (candidate.moveTo(end, videos)) {
                readable.add(candidate);
            }
        }
        if (readable.isEmpty()) {
            return;
        }
        boolean silentBefore = isSilentBefore();
        Optional<EngagementPrior.Rates> rates = prior.at(Instant.ofEpochSecond(end));
        Candidate best = null;
        for (Candidate candidate : readable) {
            candidate.compute(rates, silentBefore);
            best = best == null || candidate.isBetterThan(best) ? candidate : best;
        }
        if (best != null) {
            report(best, end, sink);
        }
    }

    /// Whether neither own counters nor carrying videos can have been there before the window.
    private boolean isSilentBefore() {
        for (Candidate candidate : candidates) {
            if (!candidate.isSilentBefore()) {
                return false;
            }
        }
        return carriers == null || carriers.isSilentBefore();
    }

    private void report(Candidate best, long end, WindowsOf.@Nullable Sink sink) {
        Gains gains = best.gains();
        boolean above = gains.givenAll > 0 && gains.engagementOfAll > gains.viewsOfAll && gains.viewsOfAll > 0;
        if (sink != null) {
            sink.row(best.row(entity.id()));
            if (above && !engagementWasAbove) {
                sink.issue(new Issue.EngagementAboveViews(entity.id(), best.source(), Instant.ofEpochSecond(end),
                        gains.engagementOfAll, gains.viewsOfAll));
            }
        }
        engagementWasAbove = above;
    }
}
