package dev.upswell.across;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.across.SharedPattern.Reach;
import dev.upswell.across.SharedPattern.Replication;
import dev.upswell.content.EntityId;
import dev.upswell.creative.Absence;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureValue;
import dev.upswell.learn.Interval;
import dev.upswell.numeric.Dice;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.BucketAnalysis.Depth;
import dev.upswell.pattern.BucketFigures;
import dev.upswell.pattern.BucketFigures.Verdict;
import dev.upswell.pattern.Choice;
import dev.upswell.pattern.Choice.Side;
import dev.upswell.pattern.Evidence;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.Label;
import dev.upswell.pattern.PatternAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Patterns of one hashtag are tried in the others, on videos that did not suggest them.
class CrossHashtagTest {

    private static final CreativeFeature TEXTS = FeatureDictionary.STANDARD.get("overlay_texts");
    private static final Choice MORE_TEXTS = new Choice(TEXTS, Side.ABOVE, 2.5);
    private static final DurationBucket BUCKET = DurationBucket.UP_TO_30;

    @Test
    void whatHoldsInFourOfFiveHashtagsIsUniversal() {
        List<Searched> hashtags = List.of(found("a", 1.6), other("b", 1.6), other("c", 1.6), other("d", 1.6), other(
                "e", 0));

        SharedPattern pattern = only(hashtags);

        assertThat(pattern.foundIn()).containsExactly("a");
        assertThat(pattern.elsewhere()).filteredOn(Replication::holds).extracting(Replication::hashtag)
                .containsExactly("b", "c", "d");
        assertThat(pattern.reach()).isEqualTo(Reach.UNIVERSAL);
    }

    @Test
    void whatTheOthersDoNotShowIsNotSeenElsewhere() {
        SharedPattern pattern = only(List.of(found("a", 1.0), other("b", 0), other("c", 0), other("d", 0)));

        assertThat(pattern.reach()).isEqualTo(Reach.NOT_SEEN_ELSEWHERE);
        assertThat(pattern.pooled()).isNotNull();
    }

    @Test
    void smallEffectsMayHoldOnAverageOnly() {
        List<Searched> hashtags = new ArrayList<>(List.of(found("a", 1.0)));
        IntStream.range(0, 8).forEach(i -> hashtags.add(other("h" + i, 0.45)));

        assertThat(only(hashtags).reach()).isEqualTo(Reach.ON_AVERAGE);
    }

    @Test
    void anAntiPatternHoldsWhereEngagementIsLower() {
        SharedPattern pattern = only(List.of(searched("a", -1.6, true, false), other("b", -1.6), other("c", -1.6)));

        assertThat(pattern.good()).isFalse();
        assertThat(pattern.reach()).isEqualTo(Reach.UNIVERSAL);
        assertThat(only(List.of(searched("a", -1.0, true, false), other("b", 1.0), other("c", 1.0))).reach())
                .isEqualTo(Reach.NOT_SEEN_ELSEWHERE);
    }

    @Test
    void videosOfTheHashtagThatSuggestedAPatternDoNotConfirmItElsewhere() {
        Searched first = found("a", 1.0);
        Searched same = new Searched("copy", first.videos(), analysis(first.videos(), false, true));

        SharedPattern pattern = only(List.of(first, same));

        assertThat(pattern.elsewhere()).singleElement()
                .satisfies(one -> assertThat(one.difference()).isNull());
        assertThat(pattern.reach()).isEqualTo(Reach.UNTRIED);
    }

    @Test
    void severalVideosOfACreatorAreOneUnit() {
        List<AnalysedVideo> videos = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            videos.add(video("v" + i, "creator" + i % 4, i % 4 < 2 ? 5 : 0, i % 4 < 2 ? 0.2 : 0.1));
        }
        assertThat(CrossHashtag.difference(MORE_TEXTS, videos)).isEmpty();
    }

    @Test
    void hashtagsThatDifferByMoreThanThreePointsVary() {
        BucketAcross wide = CrossHashtag.of(List.of(other("a", 0), withMean("b", 0.20))).getFirst();

        assertThat(wide.spread()).isNotNull();
        assertThat(wide.varies()).isTrue();
        assertThat(wide.cells()).extracting(BucketAcross.Cell::hashtag).containsExactly("a", "b");
    }

    @Test
    void withoutAnyEffectPatternsHoldElsewhereInOneOfTwentyWorldsAtMost() {
        int held = 0;
        for (int world = 0; world < 200; world++) {
            List<Searched> hashtags = new ArrayList<>(List.of(found("w" + world + "a", 0)));
            for (int i = 0; i < 4; i++) {
                hashtags.add(other("w" + world + "h" + i, 0));
            }
            SharedPattern pattern = only(hashtags);
            if (pattern.elsewhere().stream().anyMatch(Replication::holds)) {
                held++;
            }
        }
        assertThat(held).isBetween(1, 17);
    }

    private static SharedPattern only(List<Searched> hashtags) {
        BucketAcross bucket = CrossHashtag.of(hashtags).getFirst();
        assertThat(bucket.patterns()).hasSize(1);
        return bucket.patterns().getFirst();
    }

    static Searched found(String name, double effect) {
        return searched(name, effect, true, true);
    }

    static Searched other(String name, double effect) {
        return searched(name, effect, false, true);
    }

    static Searched searched(String name, double effect, boolean confirmed, boolean good) {
        Dice dice = Dice.of(11, name, 0);
        List<AnalysedVideo> videos = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int texts = dice.chance(0.4) ? 5 : 1;
            double log = Math.log(0.03) + 0.8 * (dice.gaussian() + (texts > 2 ? effect : 0));
            videos.add(video(name + i, name + "creator" + i, texts, Math.min(1, Math.exp(log))));
        }
        return new Searched(name, videos, analysis(videos, confirmed, good));
    }

    /// The same videos as a sibling lends them.
    static Searched ofSibling(Searched one) {
        return new Searched(one.name(),
                one.videos().stream().map(video -> new AnalysedVideo(video.id(), video.creator(),
                        video.bucket(), video.features(), video.engagementRate(), video.views(), video.weight(),
                        new AnalysedVideo.Origin.Sibling("sibling"), video.tried())).toList(),
                one.analysis());
    }

    /// The first search with the videos of another beside its own.
    static Searched together(Searched one, Searched other) {
        return new Searched(one.name(), Stream.concat(one.videos().stream(), other.videos().stream()).toList(),
                one.analysis());
    }

    static Searched first(int videos, Searched one) {
        return new Searched(one.name(), one.videos().subList(0, videos), one.analysis());
    }

    private static Searched withMean(String name, double mean) {
        List<AnalysedVideo> videos = IntStream.range(0, 30)
                .mapToObj(i -> video(name + i, name + "creator" + i, 1, mean + i * 1e-4)).toList();
        return new Searched(name, videos, analysis(videos, false, true));
    }

    private static PatternAnalysis analysis(List<AnalysedVideo> videos, boolean confirmed, boolean good) {
        double mean = videos.stream().mapToDouble(AnalysedVideo::engagementRate).average().orElseThrow();
        var figures = new BucketFigures(videos.size(), mean, null, mean, null, mean, null, 1.0, Verdict.of(mean));
        var evidence = new Evidence(20, 30, 3, 0.8, 0.4, 0.2, 1.5, 0.1,
                new Evidence.Measured(1, new Interval(0.4, 1.6)), null, 0.001, 0.01, 0.8);
        var finding = new Finding(MORE_TEXTS, good, confirmed ? Label.EMERGING_PATTERN : Label.NOT_CONFIRMED, evidence,
                List.of(), List.of());
        return new PatternAnalysis(
                List.of(new BucketAnalysis(BUCKET, figures, Depth.RECOMMENDED, List.of(), List.of(finding))), 1);
    }

    private static AnalysedVideo video(String id, String creator, int texts, double engagementRate) {
        List<FeatureValue> values = FeatureDictionary.STANDARD.features().stream()
                .map(feature -> feature.equals(TEXTS)
                        ? new FeatureValue.Present(texts)
                        : new FeatureValue.Absent(Absence.NOT_ANALYSED))
                .map(FeatureValue.class::cast).toList();
        return new AnalysedVideo(EntityId.video(id), EntityId.creator(creator), BUCKET, new CreativeVector(values),
                engagementRate, 10_000, 1);
    }
}
