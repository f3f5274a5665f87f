package dev.upswell.server.creative;

import dev.upswell.brief.ChoiceWords;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.BucketFigures;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.PatternAnalysis;
import dev.upswell.pattern.select.Selection;
import dev.upswell.pattern.select.Widened;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What was found among the videos of one length, or of unknown length, as pages, commands and answers show it.
///
/// @param bucket for example up_to_15; unknown for videos whose length nobody tells, which are no length
/// @param label for example 0–15 s, or unknown length
/// @param length whether it is a length
/// @param depth insufficient (below 20 videos), exploratory (below 30) or recommended
/// @param suitable how many videos there were to choose from; null where that was not kept
/// @param widened what came in because there were too few; null where nothing did
/// @param engagement mean engagement rate of all suitable ones, of which those looked at hold the best; null as above
/// @param verdict high_priority, moderate, low_priority or avoid; null for unknown length
/// @param notConfirmed suggested by some videos and not confirmed by the others
public record BucketDocument(String bucket, String label, boolean length, String depth, @Nullable Integer suitable,
        @Nullable Widened widened, @Nullable Double engagement, BucketFigures figures, @Nullable String verdict,
        boolean steady,
        List<BucketAnalysis.ModelFigures> models, List<PatternDocument> patterns, List<PatternDocument> antiPatterns,
        List<PatternDocument> notConfirmed) {

    public BucketDocument {
        models = List.copyOf(models);
        patterns = List.copyOf(patterns);
        antiPatterns = List.copyOf(antiPatterns);
        notConfirmed = List.copyOf(notConfirmed);
    }

    static BucketDocument of(BucketAnalysis one, PatternAnalysis analysis, Chosen chosen, ChoiceWords words) {
        Selection.Bucket choice = chosen.buckets().stream().filter(bucket -> bucket.bucket() == one.bucket())
                .findFirst().orElse(null);
        Widened widened = chosen.widened().stream().filter(bucket -> bucket.bucket() == one.bucket()).findFirst()
                .orElse(null);
        BucketFigures.Verdict verdict = one.figures().verdict();
        return new BucketDocument(PatternDocument.label(one.bucket()), one.bucket().label(),
                one.bucket().isLength(), PatternDocument.label(one.depth()),
                choice == null ? null : (Integer) choice.suitable(), widened,
                choice == null ? null : (Double) choice.engagement(), one.figures(),
                verdict == null ? null : PatternDocument.label(verdict), one.figures().steady(), one.models(),
                findings(one, analysis, words, finding -> finding.good() && finding.label().confirmed()),
                findings(one, analysis, words, finding -> !finding.good() && finding.label().confirmed()),
                findings(one, analysis, words, finding -> !finding.label().confirmed()));
    }

    private static List<PatternDocument> findings(BucketAnalysis one, PatternAnalysis analysis, ChoiceWords words,
            Predicate<Finding> wanted) {
        return one.findings().stream().filter(wanted)
                .map(finding -> PatternDocument.of(finding, one.bucket(), analysis, words)).toList();
    }

    /// Models that foretell engagement better than its mean does.
    public long better() {
        return models.stream().filter(BucketAnalysis.ModelFigures::votes)
                .filter(model -> model.explained() != null && model.explained() > 0).count();
    }

    /// Models that foretell engagement at all; clusters do not, and what stands beside for comparison is not counted.
    public long foretelling() {
        return models.stream().filter(BucketAnalysis.ModelFigures::votes).filter(model -> model.explained() != null)
                .count();
    }
}
