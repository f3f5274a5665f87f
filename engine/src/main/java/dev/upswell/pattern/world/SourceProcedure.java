package dev.upswell.pattern.world;

import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureType;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.pattern.world.PatternJudge.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.inference.TestUtils;

/// The procedure that the idea's first description asks for, kept only to be compared with.
///
/// Each feature is tested by itself on the videos that suggested it: the best tenth against all others, Welch's t for numbers and
/// chi-square for what holds or does not, and whatever has p below 10 % is a pattern.
public final class SourceProcedure {

    private static final double LEVEL = .10;
    private static final double SAME = .7;

    private SourceProcedure() {
    }

    /// What came of a world of one bucket. A pattern counts as true where its feature matters in that direction, or is correlated above
    /// 0.7 with one that does; it need not say so.
    public static Judgement judge(PatternWorld world) {
        DurationBucket bucket = world.videos().getFirst().bucket();
        List<AnalysedVideo> videos = world.videos().stream().filter(video -> video.bucket() == bucket)
                .sorted(Comparator.comparingDouble(video -> -video.engagementRate())).toList();
        int top = Math.max(2, videos.size() / 10);
        List<Planted> found = new ArrayList<>();
        int shown = 0;
        int right = 0;
        for (CreativeFeature feature : FeatureDictionary.STANDARD.predictors()) {
            double[] best = values(videos.subList(0, top), feature);
            double[] others = values(videos.subList(top, videos.size()), feature);
            if (best.length > 1 && others.length > 1 && p(feature, best, others) < LEVEL) {
                shown++;
                boolean more = StatUtils.mean(best) > StatUtils.mean(others);
                Optional<Planted> truth = world.planted().stream().filter(planted -> planted.bucket() == bucket)
                        .filter(planted -> same(videos, feature, more, planted)).findFirst();
                truth.ifPresent(found::add);
                right += truth.isPresent() ? 1 : 0;
            }
        }
        return new Judgement(world.planted().size(), (int) found.stream().distinct().count(), shown, right, 0);
    }

    private static boolean same(List<AnalysedVideo> videos, CreativeFeature feature, boolean more, Planted planted) {
        if (planted.feature().equals(feature)) {
            return more == planted.good();
        }
        List<AnalysedVideo> known = videos.stream().filter(video -> video.features().find(feature).isPresent()
                && video.features().find(planted.feature()).isPresent()).toList();
        double likeness = new SpearmansCorrelation().correlation(values(known, feature),
                values(known, planted.feature()));
        return likeness * (more == planted.good() ? 1 : -1) > SAME;
    }

    private static double[] values(List<AnalysedVideo> videos, CreativeFeature feature) {
        return videos.stream().map(video -> video.features().find(feature))
                .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
    }

    private static double p(CreativeFeature feature, double[] best, double[] others) {
        if (feature.type() == FeatureType.FLAG || feature.type() == FeatureType.CATEGORY) {
            return shares(StatUtils.sum(best), best.length, StatUtils.sum(others), others.length);
        }
        return StatUtils.variance(best) + StatUtils.variance(others) == 0 ? 1 : TestUtils.tTest(best, others);
    }

    /// Pearson's chi-square of two shares.
    private static double shares(double does, double count, double othersDo, double othersCount) {
        double share = (does + othersDo) / (count + othersCount);
        if (share == 0 || share == 1) {
            return 1;
        }
        double difference = does / count - othersDo / othersCount;
        double square = difference * difference / (share * (1 - share) * (1 / count + 1 / othersCount));
        return 1 - new ChiSquaredDistribution(1).cumulativeProbability(square);
    }
}
