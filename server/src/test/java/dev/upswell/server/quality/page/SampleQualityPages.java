package dev.upswell.server.quality.page;

import dev.upswell.quality.Finding;
import dev.upswell.quality.GateLimit;
import dev.upswell.quality.GateRule;
import dev.upswell.quality.RuleTable;
import dev.upswell.quality.Verdict;
import dev.upswell.server.quality.QualityRepository.Batch;
import dev.upswell.server.quality.QualityRepository.Failure;
import dev.upswell.server.quality.QualityRepository.Latest;
import dev.upswell.server.quality.QualityRepository.Version;
import dev.upswell.server.quality.StalenessRepository.Source;
import dev.upswell.server.quality.StalenessRepository.Watched;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Made-up findings for looking at the quality page.
public final class SampleQualityPages implements QualityPages {

    private static final UUID BATCH = UUID.fromString("5e3f1c0a-0000-4000-8000-000000000001");

    private final Instant now;

    public SampleQualityPages(Instant now) {
        this.now = now;
    }

    @Override
    public View view(Paging paging) {
        Finding falling = new Finding(GateRule.MONOTONIC, 0.61, 1_204, 734, Verdict.BLOCK, "");
        Finding missing = new Finding(GateRule.MISSING, 0.072, 18_000, 1_296, Verdict.WARN, "video: saves in 1296");
        Finding fresh = new Finding(GateRule.FRESHNESS, 4.0, 1, 0, Verdict.PASS, "");
        Batch held = new Batch(BATCH, "file", "merged_hosts.csv", "block", "held", 1_204, now.minusSeconds(600), null);
        Batch passed = new Batch(UUID.fromString("5e3f1c0a-0000-4000-8000-000000000002"), "live",
                "ensembledata hashtag:glasshair page 1 and 7 more", "warn", "passed", 0, now.minusSeconds(240), null);
        return new View(RuleTable.USUAL,
                List.of(new Latest("merged", falling, BATCH, now.minusSeconds(600)),
                        new Latest("ensembledata", missing, passed.id(), now.minusSeconds(240)),
                        new Latest("ensembledata", fresh, passed.id(), now.minusSeconds(240))),
                List.of(held), Listing.of(List.of(passed, held), paging),
                List.of(new Source("creative-center:hashtags-7d:my", now.minus(Duration.ofDays(40)), false,
                        Finding.none(GateRule.FRESHNESS), "the same counters from 2025-09-24 to 2025-10-02"),
                        new Source("ensembledata", now.minusSeconds(240), true, fresh, null)),
                List.of(new Watched("ensembledata", "hashtag:glasshair", now.minusSeconds(9_000), null,
                        Duration.ofMinutes(45), true)),
                List.of(new Version("ensembledata-posts", 2, 240, 61, "new: statistics.repost_count",
                        now.minus(Duration.ofDays(3)), now)));
    }

    @Override
    public List<Failure> failures(UUID batch, int limit) {
        return List.of(new Failure("monotonic", "merged", "hashtag", "glasshair", now.minusSeconds(7_200), "views",
                1_204_000L, 1_100_000L));
    }

    @Override
    public void set(GateLimit limit) {
        // Nothing is kept.
    }

    @Override
    public void settle(UUID batch, boolean release) {
        // Nothing is kept.
    }
}
