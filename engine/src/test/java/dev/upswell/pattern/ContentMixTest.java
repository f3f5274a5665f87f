package dev.upswell.pattern;

import static dev.upswell.creative.DurationBucket.UNKNOWN;
import static dev.upswell.creative.DurationBucket.UP_TO_15;
import static dev.upswell.creative.DurationBucket.UP_TO_30;
import static dev.upswell.creative.DurationBucket.UP_TO_60;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.BucketFigures.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentMixTest {

    @Test
    void figuresAreThoseOfASheetOfPaper() {
        BucketFigures figures = mix(Map.of(UP_TO_15, MadeVideos.videos(UP_TO_15, 4, .02, .04, .06, .08)))
                .get(UP_TO_15);

        assertThat(figures.mean()).isCloseTo(.05, within(1e-12));
        assertThat(figures.median()).isCloseTo(.05, within(1e-12));
        assertThat(figures.deviation()).isCloseTo(.0258199, within(1e-6));
        assertThat(figures.upper()).isCloseTo(.074, within(1e-9));
        assertThat(figures.consistency()).isCloseTo(1 / (1 + .0258199 / .05), within(1e-6));
        assertThat(figures.verdict()).isEqualTo(Verdict.MODERATE);
        assertThat(figures.interval()).isNotNull();
        // Student's t with 3 degrees of freedom is 3.182, the standard error 0.0258199 / 2
        assertThat(figures.interval().low()).isCloseTo(.05 - 3.18245 * .0129099, within(1e-6));
    }

    @Test
    void videosOfOneCreatorTellLessThanVideosOfMany() {
        List<AnalysedVideo> many = MadeVideos.videos(UP_TO_15, 12, .02, .04, .06, .08);
        List<AnalysedVideo> few = many.stream().map(video -> MadeVideos.video(video.id().value(),
                "of " + video.engagementRate(), UP_TO_15, video.engagementRate())).toList();

        var wide = mix(Map.of(UP_TO_15, few)).get(UP_TO_15).interval();
        var narrow = mix(Map.of(UP_TO_15, many)).get(UP_TO_15).interval();

        assertThat(wide.high() - wide.low()).isGreaterThan(1.5 * (narrow.high() - narrow.low()));
    }

    @Test
    void sharesOfWellKnownBucketsFollowTheirMeansAndSumToOne() {
        Map<DurationBucket, BucketFigures> mix = mix(Map.of(UP_TO_15, MadeVideos.videos(UP_TO_15, 400, .059, .061),
                UP_TO_30, MadeVideos.videos(UP_TO_30, 400, .019, .021)));

        assertThat(mix.get(UP_TO_15).share()).isCloseTo(.75, within(.001));
        assertThat(mix.get(UP_TO_15).share() + mix.get(UP_TO_30).share()).isCloseTo(1, within(1e-12));
    }

    @Test
    void videosOfUnknownLengthTakeNoShareAndBearNoVerdict() {
        List<AnalysedVideo> lengths = MadeVideos.videos(UP_TO_15, 40, .059, .061);
        Map<DurationBucket, BucketFigures> alone = mix(Map.of(UP_TO_15, lengths, UP_TO_30,
                MadeVideos.videos(UP_TO_30, 40, .019, .021)));

        Map<DurationBucket, BucketFigures> mix = mix(Map.of(UP_TO_15, lengths, UP_TO_30,
                MadeVideos.videos(UP_TO_30, 40, .019, .021), UNKNOWN, MadeVideos.videos(UNKNOWN, 400, .09, .11)));

        assertThat(mix.get(UNKNOWN).share()).isNull();
        assertThat(mix.get(UNKNOWN).verdict()).isNull();
        assertThat(mix.get(UNKNOWN).mean()).isCloseTo(.1, within(1e-12));
        assertThat(mix.get(UP_TO_15)).isEqualTo(alone.get(UP_TO_15));
        assertThat(mix.get(UP_TO_30)).isEqualTo(alone.get(UP_TO_30));
        assertThat(mix(Map.of(UNKNOWN, lengths)).get(UNKNOWN).share()).isNull();
    }

    @Test
    void threeLuckyVideosDoNotRuleThePlan() {
        double[] rates = {.01, .03, .02, .05, .04};
        Map<DurationBucket, List<AnalysedVideo>> buckets = Map.of(UP_TO_15, MadeVideos.videos(UP_TO_15, 100, rates),
                UP_TO_30, MadeVideos.videos(UP_TO_30, 100, .011, .033, .022, .056, .044), UP_TO_60,
                MadeVideos.videos(UP_TO_60, 3, .05, .06, .04));

        double lucky = mix(buckets).get(UP_TO_60).share();

        assertThat(lucky).isLessThan(.05 / (.03 + .0332 + .05) - .04).isGreaterThan(.33);
    }

    @Test
    void sharesAreEvenWhereBucketsDifferNoMoreThanChance() {
        Map<DurationBucket, BucketFigures> mix = mix(Map.of(UP_TO_15, MadeVideos.videos(UP_TO_15, 5, .01, .09),
                UP_TO_30, MadeVideos.videos(UP_TO_30, 5, .09, .01)));

        assertThat(mix.get(UP_TO_15).share()).isCloseTo(.5, within(1e-9));
    }

    private static Map<DurationBucket, BucketFigures> mix(Map<DurationBucket, List<AnalysedVideo>> buckets) {
        return ContentMix.of(new EnumMap<>(buckets));
    }
}
