package dev.upswell.server.report.source;

import dev.upswell.brief.FieldTrial;
import dev.upswell.server.across.Benchmarks;
import dev.upswell.server.across.ClientHashtags;
import dev.upswell.server.across.Competitors;
import dev.upswell.server.across.Industries;
import dev.upswell.server.creative.PatternRuns;
import java.util.List;
import java.util.function.Supplier;

/// What reports of searches for patterns are made from.
///
/// @param trials what ended trials gave
public record ReportGround(PatternRuns runs, ClientHashtags hashtags, Competitors competitors, Industries industries,
        Benchmarks benchmarks, Supplier<List<FieldTrial>> trials) {
}
