package dev.upswell.pattern;

import dev.upswell.creative.DurationBucket;
import dev.upswell.learn.Interval;
import dev.upswell.numeric.Quantiles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// How videos of each length are engaged with, and which share of what is made next each length deserves.
///
/// A share is the bucket's mean over the sum of means, after each mean was drawn towards the mean of all: by how much follows from how
/// far the buckets differ beside how exactly each is known, so that three lucky videos do not rule a plan. Videos whose length nobody tells have
/// figures and neither share nor verdict.
final class ContentMix {

    private ContentMix() {
    }

    /// Figures of each bucket that has videos, the shortest first.
    static Map<DurationBucket, BucketFigures> of(Map<DurationBucket, List<AnalysedVideo>> buckets) {
        Map<DurationBucket, List<AnalysedVideo>> lengths = new EnumMap<>(DurationBucket.class);
        buckets.forEach((bucket, videos) -> {
            if (bucket.isLength()) {
                lengths.put(bucket, videos);
            }
        });
        Map<DurationBucket, Double> shares = shares(lengths);
        Map<DurationBucket, BucketFigures> figures = new EnumMap<>(DurationBucket.class);
        buckets.forEach((bucket, videos) -> figures.put(bucket, figures(videos, shares.get(bucket))));
        return figures;
    }

    private static BucketFigures figures(List<AnalysedVideo> videos, @Nullable Double share) {
        double mean = mean(videos);
        double[] rates = videos.stream().mapToDouble(AnalysedVideo::engagementRate).toArray();
        Double deviation = videos.size() < 2 ? null : Math.sqrt(variance(videos));
        return new BucketFigures(videos.size(), mean, interval(videos, mean), Quantiles.of(rates, .5), deviation,
                Quantiles.of(rates, .9), deviation == null ? null : 1 / (1 + deviation / mean), share,
                share == null ? null : BucketFigures.Verdict.of(mean));
    }

    private static double mean(List<AnalysedVideo> videos) {
        return videos.stream().mapToDouble(video -> video.weight() * video.engagementRate()).sum() / weight(videos);
    }

    private static double weight(List<AnalysedVideo> videos) {
        return videos.stream().mapToDouble(AnalysedVideo::weight).sum();
    }

    /// Of at least two videos, by their weights.
    private static double variance(List<AnalysedVideo> videos) {
        double mean = mean(videos);
        double sum = videos.stream().mapToDouble(video -> video.weight() * square(video.engagementRate() - mean)).sum();
        return sum / weight(videos) * videos.size() / (videos.size() - 1);
    }

    /// Student's, over creators: videos of one creator are engaged with alike.
    private static @Nullable Interval interval(List<AnalysedVideo> videos, double mean) {
        Map<String, Double> off = videos.stream().collect(Collectors.groupingBy(AnalysedVideo::owner, TreeMap::new,
                Collectors.summingDouble(video -> video.weight() * (video.engagementRate() - mean))));
        int creators = off.size();
        if (creators < 3) {
            return null;
        }
        double squares = off.values().stream().mapToDouble(ContentMix::square).sum();
        double error = Math.sqrt(squares * creators / (creators - 1)) / weight(videos);
        double half = new TDistribution(null, creators - 1).inverseCumulativeProbability(.975) * error;
        return new Interval(Math.max(0, mean - half), Math.min(1, mean + half));
    }

    private static Map<DurationBucket, Double> shares(Map<DurationBucket, List<AnalysedVideo>> buckets) {
        double all = buckets.values().stream().mapToDouble(List::size).sum();
        double middle = buckets.values().stream().mapToDouble(videos -> videos.size() * mean(videos)).sum() / all;
        double within = within(buckets);
        double between = between(buckets, middle, within);
        Map<DurationBucket, Double> drawn = new EnumMap<>(DurationBucket.class);
        buckets.forEach((bucket, videos) -> {
            double trust = between == 0 ? 0 : between / (between + within / videos.size());
            drawn.put(bucket, middle + trust * (mean(videos) - middle));
        });
        double sum = drawn.values().stream().mapToDouble(Double::doubleValue).sum();
        drawn.replaceAll((_, mean) -> mean / sum);
        return drawn;
    }

    /// Variance of videos within their buckets; 0 where no bucket has two.
    private static double within(Map<DurationBucket, List<AnalysedVideo>> buckets) {
        double sum = 0;
        int free = 0;
        for (List<AnalysedVideo> videos : buckets.values()) {
            if (videos.size() > 1) {
                sum += variance(videos) * (videos.size() - 1);
                free += videos.size() - 1;
            }
        }
        return free == 0 ? 0 : sum / free;
    }

    /// Variance of true means between buckets by the method of moments; 0 where they differ no more than chance would have it.
    private static double between(Map<DurationBucket, List<AnalysedVideo>> buckets, double middle, double within) {
        double all = buckets.values().stream().mapToDouble(List::size).sum();
        double squares = buckets.values().stream().mapToDouble(videos -> square(videos.size())).sum();
        double spread = buckets.values().stream()
                .mapToDouble(videos -> videos.size() * square(mean(videos) - middle)).sum();
        double room = all - squares / all;
        return buckets.size() < 2 ? 0 : Math.max(0, (spread - (buckets.size() - 1) * within) / room);
    }

    private static double square(double value) {
        return value * value;
    }
}
