package dev.upswell.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
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

    private final EntityId entity;
    private final EngagementPrior prior;
    private final Candidate[] candidates;
    private final Candidate[] readable;
    private final @Nullable CarrierPart carriers;
    private boolean engagementWasAbove;

    /// @param ends how many window ends will come at most
    RowMaker(WatchedEntity entity, Map<String, EntityCurves> own, Map<EntityId, Map<String, EntityCurves>> videos,
            EngagementPrior prior, Window window, int ends) {
        EntityKind kind = entity.id().kind();
        this.entity = entity.id();
        this.prior = prior;
        carriers = entity.carriers().isEmpty() ? null : new CarrierPart(entity, videos, window);
        List<Candidate> candidates = new ArrayList<>();
        own.forEach((source, curves) -> candidates
                .add(new Candidate(entity.id(), source, new OwnPart(kind, source, curves, window), window, ends)));
        if (carriers != null) {
            candidates.add(new Candidate(entity.id(), Candidate.VIDEOS_SOURCE, null, window, ends));
        }
        this.candidates = candidates.toArray(Candidate[]::new);
        readable = new Candidate[this.candidates.length];
    }

    /// Moves to the window that ends at `end`, and emits its row unless the sink is `null` or nothing was read.
    void moveTo(long end, WindowsOf.@Nullable Sink sink) {
        CarrierPart videos = carriers != null && carriers.moveTo(end) ? carriers : null;
        int size = 0;
        for (Candidate candidate : candidates) {
            if (candidate.moveTo(end, videos)) {
                readable[size++] = candidate;
            }
        }
        if (size == 0) {
            return;
        }
        boolean silentBefore = isSilentBefore();
        Instant at = Instant.ofEpochSecond(end);
        Optional<EngagementPrior.Rates> rates = prior.at(at);
        Candidate best = readable[0];
        for (int i = 0; i < size; i++) {
            readable[i].compute(rates, silentBefore);
            best = i == 0 || readable[i].isBetterThan(best) ? readable[i] : best;
        }
        report(best, at, sink);
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

    private void report(Candidate best, Instant at, WindowsOf.@Nullable Sink sink) {
        Gains gains = best.gains();
        boolean above = gains.givenAll > 0 && gains.engagementOfAll > gains.viewsOfAll && gains.viewsOfAll > 0;
        if (sink != null) {
            sink.row(best.passing());
            if (above && !engagementWasAbove) {
                sink.issue(new Issue.EngagementAboveViews(entity, best.sourceOfGains(), at,
                        gains.engagementOfAll, gains.viewsOfAll));
            }
        }
        engagementWasAbove = above;
    }
}
