package dev.upswell.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityId;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureValue;
import dev.upswell.numeric.FalseDiscovery;
import dev.upswell.pattern.BucketAnalysis.Depth;
import dev.upswell.pattern.Confirming.Tested;
import dev.upswell.pattern.SearchSettings.Adjustment;
import dev.upswell.pattern.world.PatternJudge;
import dev.upswell.pattern.world.PatternJudge.Judgement;
import dev.upswell.pattern.world.PatternWorld;
import dev.upswell.pattern.world.SourceProcedure;
import dev.upswell.pattern.world.WorldShape;
import dev.upswell.wide.WideRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The whole search on made worlds; `benchmarks/pattern-evidence.sh` does the same at full scale.
class PatternSearchTest {

    private static final SearchSettings SETTINGS = SearchSettings.USUAL.unvalidated();
    private static final PatternWorld WORLD = PatternWorld.of(new WorldShape(1, 150, 2, 1.6), 11);

    /// Of 30 worlds 5 % are 1.5; six or more would come of a search that keeps its promise once in 200 times.
    @Test
    void showsNextToNothingWhereNothingMatters() {
        long shown = LongStream.range(500, 530)
                .filter(seed -> PatternSearch.analyse(world(seed), SETTINGS).confirmed() > 0).count();

        assertThat(shown).isLessThan(6);
    }

    /// In these worlds nothing matters, but the videos of a sibling are engaged with more, and nine of ten of them ask something.
    @Test
    void habitsOfASiblingThatIsEngagedWithMoreAreNoPatterns() {
        List<List<AnalysedVideo>> worlds = LongStream.range(700, 710).mapToObj(PatternSearchTest::besideASibling)
                .toList();
        List<List<AnalysedVideo>> asIfAsked = worlds.stream().map(videos -> videos.stream().map(
                video -> new AnalysedVideo(video.id(), video.creator(), video.bucket(), video.features(),
                        video.engagementRate(), video.views(), video.weight()))
                .toList()).toList();

        assertThat(asIfAsked.stream().filter(videos -> PatternSearch.analyse(videos, SETTINGS).confirmed() > 0))
                .hasSizeGreaterThan(6);
        assertThat(worlds.stream().filter(videos -> PatternSearch.analyse(videos, SETTINGS).confirmed() > 0))
                .hasSizeLessThan(3);
    }

    /// Every third video was tried and counts double, whatever came of it.
    @Test
    void evidenceOfTrialsCountsDoubleAndMakesNoPatternsOfNoise() {
        List<List<AnalysedVideo>> worlds = LongStream.range(720, 740).mapToObj(seed -> tried(world(seed))).toList();

        assertThat(worlds.stream().filter(videos -> PatternSearch.analyse(videos, SETTINGS).confirmed() > 0))
                .hasSizeLessThan(5);
        List<AnalysedVideo> tried = worlds.getFirst();
        assertThat(VideoTable.of(tried, VideoTable.PREDICTORS).rows().weights()).contains(1, 2);
        assertThat(PatternSearch.analyse(tried, SETTINGS).buckets().getFirst().figures()).as("means do not heed it")
                .isEqualTo(PatternSearch.analyse(world(720), SETTINGS).buckets().getFirst().figures());
    }

    private static List<AnalysedVideo> tried(List<AnalysedVideo> videos) {
        return IntStream.range(0, videos.size()).mapToObj(i -> {
            AnalysedVideo video = videos.get(i);
            return new AnalysedVideo(video.id(), video.creator(), video.bucket(), video.features(),
                    video.engagementRate(), video.views(), video.weight(), video.origin(), i % 3 == 0 ? 2 : 1);
        }).toList();
    }

    /// The same videos once more as another length, and as videos whose length nobody tells.
    @Test
    void whatHoldsAmongVideosOfUnknownLengthIsNotSaidToHoldInSeveralLengths() {
        List<AnalysedVideo> once = as(DurationBucket.UP_TO_15, WORLD.videos());
        List<BucketAnalysis> lengths = PatternSearch.analyse(
                joined(once, as(DurationBucket.UP_TO_30, WORLD.videos())), SETTINGS).buckets();
        List<BucketAnalysis> unknown = PatternSearch.analyse(
                joined(once, as(DurationBucket.UNKNOWN, WORLD.videos())), SETTINGS).buckets();

        assertThat(lengths).allSatisfy(bucket -> assertThat(bucket.findings()).isNotEmpty()
                .allMatch(one -> one.label() == Label.of(one.evidence().q(), one.points(true))));
        assertThat(unknown).extracting(BucketAnalysis::bucket).containsExactly(DurationBucket.UP_TO_15,
                DurationBucket.UNKNOWN);
        assertThat(unknown).allSatisfy(bucket -> assertThat(bucket.findings()).isNotEmpty()
                .allMatch(one -> one.label() == Label.of(one.evidence().q(), one.points(false))));
        assertThat(lengths.getFirst().findings()).extracting(Finding::label)
                .isNotEqualTo(unknown.getFirst().findings().stream().map(Finding::label).toList());
    }

    private static List<AnalysedVideo> as(DurationBucket bucket, List<AnalysedVideo> videos) {
        return videos.stream().map(video -> new AnalysedVideo(EntityId.video(bucket + video.id().value()),
                video.creator(), bucket, video.features(), video.engagementRate(), video.views(), video.weight()))
                .toList();
    }

    private static List<AnalysedVideo> joined(List<AnalysedVideo> some, List<AnalysedVideo> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @Test
    void lengthsAreDescribedByVideosThatWereAskedForAndSearchedWithSiblings() {
        List<AnalysedVideo> videos = besideASibling(700);
        List<AnalysedVideo> own = videos.stream().filter(AnalysedVideo::own).toList();
        List<AnalysedVideo> few = Stream.concat(own.stream().limit(15),
                videos.stream().filter(video -> !video.own()).limit(15)).toList();

        BucketAnalysis bucket = PatternSearch.analyse(few, SETTINGS).buckets().getFirst();

        assertThat(bucket.figures()).isEqualTo(PatternSearch.analyse(own.subList(0, 15), SETTINGS).buckets()
                .getFirst().figures());
        assertThat(bucket.figures().videos()).isEqualTo(15);
        assertThat(bucket.depth()).isEqualTo(Depth.RECOMMENDED);
        assertThat(PatternSearch.analyse(few.subList(15, 30), SETTINGS).buckets()).as("of none of its own").isEmpty();
    }

    private static List<AnalysedVideo> besideASibling(long seed) {
        int asks = FeatureDictionary.STANDARD.place("metadata_has_question").orElseThrow();
        List<AnalysedVideo> all = new ArrayList<>();
        List<AnalysedVideo> world = PatternWorld.of(WorldShape.still(150), seed).videos();
        for (int i = 0; i < world.size(); i++) {
            AnalysedVideo video = world.get(i);
            boolean sibling = i % 2 == 1;
            List<FeatureValue> values = new ArrayList<>(video.features().values());
            values.set(asks, new FeatureValue.Present((i / 2 % 10 == 0) == sibling ? 0 : 1));
            all.add(new AnalysedVideo(video.id(), video.creator(), video.bucket(), new CreativeVector(values),
                    Math.min(1, video.engagementRate() * (sibling ? 3 : 1)), video.views(), 1,
                    sibling ? new AnalysedVideo.Origin.Sibling("food") : AnalysedVideo.Origin.ASKED, 1));
        }
        return all;
    }

    /// The same models, candidates and tests without the second half: what cross-fitting is for.
    @Test
    void wouldShowPatternsOfNoiseIfTheSameVideosChoseAndConfirmed() {
        long shown = LongStream.range(500, 510).filter(seed -> {
            VideoTable table = VideoTable.of(world(seed), VideoTable.PREDICTORS);
            WideRows rows = table.rows();
            double[] p = Confirming.of(Choosing.of(table, rows, Voting.of(rows, 42), 8, SETTINGS), rows, .025).stream()
                    .mapToDouble(Tested::p).toArray();
            return Arrays.stream(FalseDiscovery.adjusted(p)).anyMatch(q -> q < Label.LEVEL);
        }).count();

        assertThat(shown).isGreaterThanOrEqualTo(9);
    }

    @Test
    void findsWhatMattersAndSaysLittleElse() {
        Judgement all = LongStream.range(900, 912).mapToObj(seed -> {
            PatternWorld world = PatternWorld.of(new WorldShape(1, 150, 2, 1.6), seed);
            return PatternJudge.judge(world, PatternSearch.analyse(world.videos(), SETTINGS));
        }).reduce(Judgement::plus).orElseThrow();

        assertThat(all.planted()).isEqualTo(24);
        assertThat(all.found()).isGreaterThanOrEqualTo(20);
        assertThat(all.right()).isGreaterThanOrEqualTo((int) Math.ceil(.85 * all.shown()));
    }

    @Test
    void theSourcesProcedureShowsDozensOfPatternsOfNoise() {
        Judgement noise = SourceProcedure.judge(PatternWorld.of(WorldShape.still(100), 1));

        assertThat(noise.shown()).isBetween(20, 80);
        assertThat(noise.right()).isZero();
    }

    @Test
    void answersTheSameInWhateverOrderVideosCome() {
        List<AnalysedVideo> shuffled = new ArrayList<>(WORLD.videos());
        Collections.shuffle(shuffled, new Random(1));

        assertThat(PatternSearch.analyse(shuffled, SearchSettings.USUAL))
                .isEqualTo(PatternSearch.analyse(WORLD.videos(), SearchSettings.USUAL));
    }

    @Test
    void tellsOfEachModelHowItForetellsVideosItHasNotSeen() {
        List<BucketAnalysis.ModelFigures> noise = PatternSearch.analyse(world(3), SearchSettings.USUAL).buckets()
                .getFirst().models();

        assertThat(noise).extracting(BucketAnalysis.ModelFigures::name).containsExactly("random forest",
                "decision tree", "elastic net", "k-means", "plain least squares");
        assertThat(noise).filteredOn(model -> model.explained() != null).hasSize(4)
                .allSatisfy(model -> assertThat(model.explained()).as("of noise nothing can be explained")
                        .isLessThan(.1));
        assertThat(noise.get(3).silhouette()).isBetween(-1.0, 1.0);
    }

    @Test
    void judgesModelsByDrawsWhereVideosAreFew() {
        BucketAnalysis few = PatternSearch.analyse(WORLD.videos().subList(0, 24), SearchSettings.USUAL).buckets()
                .getFirst();

        assertThat(few.depth()).isEqualTo(Depth.EXPLORATORY);
        assertThat(few.models()).hasSize(5);
    }

    @Test
    void looksForNothingBelowTwentyVideos() {
        PatternAnalysis few = PatternSearch.analyse(WORLD.videos().subList(0, 19), SearchSettings.USUAL);

        assertThat(few.tested()).isZero();
        assertThat(few.buckets()).singleElement().satisfies(bucket -> {
            assertThat(bucket.depth()).isEqualTo(Depth.INSUFFICIENT);
            assertThat(bucket.figures().videos()).isEqualTo(19);
            assertThat(bucket.models()).isEmpty();
            assertThat(bucket.findings()).isEmpty();
        });
    }

    @Test
    void oneVideoAloneHasFigures() {
        BucketFigures one = PatternSearch.analyse(WORLD.videos().subList(0, 1), SETTINGS).buckets().getFirst()
                .figures();

        assertThat(one.share()).isEqualTo(1);
        assertThat(one.interval()).isNull();
        assertThat(one.deviation()).isNull();
    }

    @Test
    void tellsHowFarItIsWithTwoStepsForEveryLengthWithVideosEnough() {
        List<String> told = new ArrayList<>();

        PatternAnalysis analysis = PatternSearch.analyse(WORLD.videos(), SETTINGS,
                (done, total) -> told.add(done + "/" + total));

        int steps = 2 * (int) analysis.buckets().stream().filter(own -> own.depth() != Depth.INSUFFICIENT).count();
        assertThat(steps).isPositive();
        assertThat(told).containsExactlyElementsOf(
                IntStream.rangeClosed(0, steps).mapToObj(done -> done + "/" + steps).toList());
    }

    @Test
    void bonferroniNeverShowsMoreThanBenjaminiAndHochberg() {
        PatternAnalysis strict = PatternSearch.analyse(WORLD.videos(), SETTINGS.with(Adjustment.BONFERRONI));

        assertThat(strict.confirmed()).isPositive()
                .isLessThanOrEqualTo(PatternSearch.analyse(WORLD.videos(), SETTINGS).confirmed());
    }

    @Test
    void tellsOfAConfirmedPatternWhatStandsBehindIt() {
        Finding finding = PatternSearch.analyse(WORLD.videos(), SETTINGS).buckets().getFirst().findings().getFirst();
        Evidence evidence = finding.evidence();

        assertThat(finding.label().confirmed()).isTrue();
        assertThat(evidence.with() + evidence.without()).isBetween(100, 150);
        assertThat(evidence.votes()).isBetween(2, 4);
        assertThat(evidence.q()).isLessThan(.05).isGreaterThanOrEqualTo(0);
        assertThat(evidence.power()).isBetween(.4, 1.0);
        assertThat(evidence.effect()).isNotNull().satisfies(effect -> {
            assertThat(effect.value() > 0).isEqualTo(finding.good());
            assertThat(effect.interval().contains(effect.value())).isTrue();
            assertThat(effect.interval().contains(0)).isFalse();
        });
        assertThat(evidence.meanLift()).isNotNull()
                .satisfies(lift -> assertThat(lift.value() > 0).isEqualTo(finding.good()));
        assertThat(finding.examples()).hasSize(5).allSatisfy(id -> assertThat(WORLD.videos())
                .filteredOn(video -> video.id().equals(id)).singleElement().satisfies(
                        video -> assertThat(finding.choice().madeIn(video.features())).hasValue(true)));
    }

    @Test
    void refusesAVideoThatComesTwice() {
        List<AnalysedVideo> twice = List.of(WORLD.videos().getFirst(), WORLD.videos().getFirst());

        assertThatThrownBy(() -> PatternSearch.analyse(twice, SETTINGS)).hasMessage("video ("
                + twice.getFirst().id().value()
                + ") must be analysed once\nMaybe two files hold it: keep the later one.");
    }

    @Test
    void noModelSeesAnOutcome() {
        CreativeFeature outcome = FeatureDictionary.STANDARD.get("metadata_engagement_rate");

        assertThat(VideoTable.PREDICTORS).noneMatch(feature -> !feature.predictor()).hasSize(422);
        assertThatThrownBy(() -> VideoTable.of(WORLD.videos(), List.of(outcome)))
                .hasMessage("creative feature (metadata_engagement_rate) must not be a predictor: it is an outcome\n"
                        + "Maybe take the dictionary's predictors.");
    }

    @Test
    void anOutcomeUnderAnotherNameIsRefused() {
        assertThatThrownBy(() -> PatternSearch.analyse(MadeVideos.copying(WORLD.videos(), "density_average"), SETTINGS))
                .hasMessage(
                        "creative feature (density_average) must not tell the outcome: it orders 150 videos as their "
                                + "engagement does\nMaybe its column was computed from likes or views.");
    }

    private static List<AnalysedVideo> world(long seed) {
        return PatternWorld.of(WorldShape.still(100), seed).videos();
    }

    @Test
    void eachLengthIsSearchedByItself() {
        PatternWorld several = PatternWorld.of(new WorldShape(2, 30, 0, 0), 1);

        assertThat(PatternSearch.analyse(several.videos(), SETTINGS).buckets())
                .extracting(BucketAnalysis::bucket)
                .containsExactly(DurationBucket.UP_TO_30, DurationBucket.UP_TO_60);
    }
}
