package dev.upswell.server.creative;

import dev.upswell.brief.ChoiceWords;
import dev.upswell.pattern.PatternAnalysis;
import java.util.List;
import java.util.Locale;

/// A search for patterns with all that it found, as pages, commands and answers show it.
///
/// @param chosen which videos there were, and which were left out why
/// @param failures why videos could not be read
/// @param buckets the shortest length first; empty until it is done
public record RunDocument(RunSummary run, PatternSettings settings, Chosen chosen, List<PatternRun.Skipped> failures,
        List<BucketDocument> buckets) {

    public RunDocument {
        failures = List.copyOf(failures);
        buckets = List.copyOf(buckets);
    }

    /// A search with its words in this language.
    public static RunDocument of(PatternRun run, List<PatternRun.Skipped> failures, Locale language) {
        PatternAnalysis analysis = run.analysis();
        ChoiceWords words = ChoiceWords.in(language);
        return new RunDocument(RunSummary.of(run), run.settings(), run.chosen(), failures,
                analysis == null
                        ? List.of()
                        : analysis.buckets().stream()
                                .map(bucket -> BucketDocument.of(bucket, analysis, run.chosen(), words)).toList());
    }
}
