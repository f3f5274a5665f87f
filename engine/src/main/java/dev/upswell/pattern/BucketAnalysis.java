package dev.upswell.pattern;

import dev.upswell.creative.DurationBucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found among the videos of one bucket.
///
/// @param figures of the videos that were asked for, without those of sibling hashtags
/// @param depth by all videos that were searched
/// @param models how well each of the four models foretells videos it has not seen, and beside them plain least squares, which has no vote; none below
///        20 videos
/// @param findings patterns and anti-patterns, confirmed ones first, then by q
public record BucketAnalysis(DurationBucket bucket, BucketFigures figures, Depth depth, List<ModelFigures> models,
        List<Finding> findings) {

    /// How far the number of videos allows to look.
    public enum Depth {
        /// Fewer than 20 videos: no model, no pattern.
        INSUFFICIENT,
        /// 20 to 29.
        EXPLORATORY,
        /// 30 and more.
        RECOMMENDED;

        /// How far this many videos allow to look.
        public static Depth of(int videos) {
            return videos < 20 ? INSUFFICIENT : videos < 30 ? EXPLORATORY : RECOMMENDED;
        }
    }

    /// What a model reaches on videos that it was not trained on.
    ///
    /// @param name for example `random forest`
    /// @param explained out-of-fold R² of log engagement; below 0 where the mean of all foretells better; null for clusters
    /// @param error out-of-fold root mean squared error of log engagement; null for clusters
    /// @param silhouette how well clusters stand apart, −1 to 1; null for the others
    public record ModelFigures(String name, @Nullable Double explained, @Nullable Double error,
            @Nullable Double silhouette) {

        /// The name of the comparison that has no vote.
        public static final String COMPARISON = "plain least squares";

        /// Whether it points at choices; false for what only stands beside for comparison.
        public boolean votes() {
            return !name.equals(COMPARISON);
        }
    }

    public BucketAnalysis {
        models = List.copyOf(models);
        findings = List.copyOf(findings);
    }

    /// Patterns that videos confirmed.
    public List<Finding> confirmed(boolean good) {
        return findings.stream().filter(finding -> finding.good() == good && finding.label().confirmed()).toList();
    }
}
