package dev.upswell.server.quality.page;

import dev.upswell.quality.GateLimit;
import dev.upswell.quality.RuleTable;
import dev.upswell.server.quality.QualityRepository.Batch;
import dev.upswell.server.quality.QualityRepository.Failure;
import dev.upswell.server.quality.QualityRepository.Latest;
import dev.upswell.server.quality.QualityRepository.Version;
import dev.upswell.server.quality.StalenessRepository.Source;
import dev.upswell.server.quality.StalenessRepository.Watched;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import java.util.List;
import java.util.UUID;

/// What the quality page asks of the product.
public interface QualityPages {

    /// All that the page shows, with this part of the batches.
    View view(Paging paging);

    /// Readings of a batch that failed a rule, at most so many.
    List<Failure> failures(UUID batch, int limit);

    /// Writes a limit.
    void set(GateLimit limit);

    /// Lets a batch in, or drops it.
    void settle(UUID batch, boolean release);

    /// What the page shows.
    ///
    /// @param held batches that wait for a decision
    record View(RuleTable rules, List<Latest> findings, List<Batch> held, Listing<Batch> batches, List<Source> sources,
            List<Watched> watched, List<Version> versions) {

        public View {
            findings = List.copyOf(findings);
            held = List.copyOf(held);
            sources = List.copyOf(sources);
            watched = List.copyOf(watched);
            versions = List.copyOf(versions);
        }
    }
}
