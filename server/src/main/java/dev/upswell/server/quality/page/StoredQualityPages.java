package dev.upswell.server.quality.page;

import dev.upswell.quality.GateLimit;
import dev.upswell.server.quality.Quality;
import dev.upswell.server.quality.QualityProblem;
import dev.upswell.server.quality.QualityRepository.Failure;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import java.util.List;
import java.util.UUID;

/// The quality page over the store.
public final class StoredQualityPages implements QualityPages {

    private static final int MOST_HELD = 100;

    private final Quality quality;

    public StoredQualityPages(Quality quality) {
        this.quality = quality;
    }

    @Override
    public View view(Paging paging) {
        var found = quality.found();
        return new View(found.rules(), found.latest(), found.batches("", "held", MOST_HELD, 0),
                new Listing<>(found.batches("", "", paging.limit(), paging.offset()), found.count("", ""), paging),
                quality.staleness().sources(), quality.staleness().watched(), found.versions());
    }

    @Override
    public List<Failure> failures(UUID batch, int limit) {
        return quality.found().failures(batch, limit, 0);
    }

    @Override
    public void set(GateLimit limit) {
        quality.found().set(limit);
    }

    @Override
    public void settle(UUID batch, boolean release) {
        QualityProblem.translated(() -> release ? quality.held().release(batch) : quality.held().drop(batch));
    }
}
