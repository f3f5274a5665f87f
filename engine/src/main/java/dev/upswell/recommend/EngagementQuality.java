package dev.upswell.recommend;

import java.util.List;
import java.util.OptionalDouble;

/// How much viewers do with a video: min(1, 10 · (0.3 · likes + 0.4 · comments + 0.3 · shares) / views).
///
/// Videos of few views are drawn towards the median of all: 500 views count as much as that.
///
/// @param median of the tenant's videos, 0 to 1
public record EngagementQuality(double median) {

    private static final double WEIGHT_OF_MEDIAN = 500;
    /// Where no candidate has counts, nothing can be told of their median.
    private static final double USUAL = 0.3;

    public EngagementQuality {
        if (!(median >= 0 && median <= 1)) {
            throw new IllegalArgumentException("median (" + median + ") must be from 0 to 1\nMaybe it was not capped.");
        }
    }

    /// Quality among these candidates, whose median by their own counts stands for the tenant's.
    public static EngagementQuality among(List<Candidate> candidates) {
        double[] known = candidates.stream().map(candidate -> raw(candidate.counts()))
                .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).sorted().toArray();
        return new EngagementQuality(known.length == 0 ? USUAL : known[known.length / 2]);
    }

    /// The quality of a video; unknown when a count is missing.
    public OptionalDouble of(Candidate.Tally counts) {
        OptionalDouble raw = raw(counts);
        Long views = counts.views();
        if (views == null || counts.likes() == null || counts.comments() == null || counts.shares() == null) {
            return OptionalDouble.empty();
        }
        double own = Math.max(0, views);
        return OptionalDouble.of((own * raw.orElse(median) + WEIGHT_OF_MEDIAN * median) / (own + WEIGHT_OF_MEDIAN));
    }

    /// The quality by a video's own counts alone; unknown when one is missing, or without views.
    public static OptionalDouble raw(Candidate.Tally counts) {
        Long views = counts.views();
        if (views == null || views <= 0 || counts.likes() == null || counts.comments() == null
                || counts.shares() == null) {
            return OptionalDouble.empty();
        }
        double rate = (0.3 * counts.likes() + 0.4 * counts.comments() + 0.3 * counts.shares()) / views;
        return OptionalDouble.of(Math.min(1, 10 * rate));
    }
}
