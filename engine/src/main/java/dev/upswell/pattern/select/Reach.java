package dev.upswell.pattern.select;

import dev.upswell.creative.DurationBucket;
import dev.upswell.numeric.Quantiles;
import dev.upswell.pattern.AnalysedVideo.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// How the views of one length's videos stand to those that 2 % of their creators' followers would make.
///
/// @param videos of creators whose followers are known, at least one
/// @param expected median of the views that would be made
/// @param times median of views over expected views
/// @param above videos with more views than expected
public record Reach(DurationBucket bucket, int videos, double expected, double times, int above) {

    /// Lengths with a video of a creator whose followers are known, the shortest first, and last the videos of unknown length; siblings are
    /// left out.
    public static List<Reach> of(List<SelectedVideo> selected) {
        return Arrays.stream(DurationBucket.values())
                .map(bucket -> of(bucket,
                        selected.stream().filter(
                                one -> one.bucket() == bucket && !(one.origin() instanceof Origin.Sibling)).toList()))
                .flatMap(Optional::stream).toList();
    }

    private static Optional<Reach> of(DurationBucket bucket, List<SelectedVideo> videos) {
        double[] times = videos.stream().map(SelectedVideo::reach).flatMap(Stream::ofNullable)
                .mapToDouble(Double::doubleValue).toArray();
        if (times.length == 0) {
            return Optional.empty();
        }
        double[] expected = videos.stream().filter(one -> one.reach() != null)
                .mapToDouble(one -> CreatorTier.EXPECTED * Objects.requireNonNull(one.video().followers())).toArray();
        return Optional.of(new Reach(bucket, times.length, Quantiles.of(expected, .5), Quantiles.of(times, .5),
                (int) Arrays.stream(times).filter(one -> one > 1).count()));
    }
}
