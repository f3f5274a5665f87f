package dev.upswell.across;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.BucketFigures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Videos of one length in several hashtags beside each other.
///
/// @param cells a row of the heat map: those hashtags that have videos of this length
/// @param spread highest less lowest mean engagement rate of hashtags with 20 videos and more, a fraction; null with fewer than two such
/// @param patterns those that were confirmed somewhere, the farthest reaching first
public record BucketAcross(DurationBucket bucket, List<Cell> cells, @Nullable Double spread,
        List<SharedPattern> patterns) {

    /// From here on hashtags are said to differ.
    private static final double WIDE = 0.03;

    /// One hashtag in this bucket.
    public record Cell(String hashtag, BucketFigures figures) {
    }

    public BucketAcross {
        cells = List.copyOf(cells);
        patterns = List.copyOf(patterns);
    }

    /// Whether hashtags differ so much that one plan for all of them would be wrong for some.
    public boolean varies() {
        return spread != null && spread > WIDE;
    }
}
