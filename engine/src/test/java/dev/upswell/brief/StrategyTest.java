package dev.upswell.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.document.Block;
import dev.upswell.pattern.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StrategyTest {

    private static final DurationBucket SHORT = DurationBucket.UP_TO_15;

    private static Strategy strategy(StrategyKind kind) {
        return Strategy.of(Samples.rich(), SHORT).get(kind.ordinal());
    }

    private static List<Block> blocks(StrategyKind kind) {
        return new StrategyBlocks(Samples.bare(Samples.rich()), Voice.in(Locale.ENGLISH)).of(strategy(kind));
    }

    private static boolean holds(List<Block> blocks, Class<? extends Block> type) {
        return blocks.stream().anyMatch(type::isInstance);
    }

    @Test
    void thereAreTenInFiveFormats() {
        Map<StrategyKind.Format, Long> formats = Arrays.stream(StrategyKind.values())
                .collect(Collectors.groupingBy(StrategyKind::format, Collectors.counting()));

        assertThat(formats).isEqualTo(Map.of(StrategyKind.Format.RECIPE, 3L, StrategyKind.Format.PATTERN, 3L,
                StrategyKind.Format.COMPARATIVE, 2L, StrategyKind.Format.ELEMENT, 1L, StrategyKind.Format.NARRATIVE,
                1L));
        assertThat(Strategy.of(Samples.rich(), SHORT)).extracting(Strategy::kind)
                .containsExactly(StrategyKind.values());
    }

    @Test
    void everyChoiceBelongsToAStrategyOfItsOwnBesidesTheOneThatJoinsAll() {
        List<CreativeFeature> homeless = FeatureDictionary.STANDARD.choices().stream()
                .filter(feature -> Arrays.stream(StrategyKind.values())
                        .filter(kind -> kind != StrategyKind.VIRAL_REPLICATION).noneMatch(kind -> kind.covers(feature)))
                .toList();
        assertThat(homeless).isEmpty();
    }

    @Test
    void findingsAreSortedIntoTheQuestionsTheyAnswer() {
        assertThat(strategy(StrategyKind.HOOK).patterns()).containsExactly(Samples.TEXTS);
        assertThat(strategy(StrategyKind.CALL_TO_ACTION).patterns()).containsExactly(Samples.CALL);
        assertThat(strategy(StrategyKind.PACING).patterns()).containsExactly(Samples.CUTS);
        assertThat(strategy(StrategyKind.TEXT_OVERLAYS).patterns()).containsExactly(Samples.TEXTS, Samples.CALL);
        assertThat(strategy(StrategyKind.TREND_JACKING).antiPatterns()).containsExactly(Samples.HASHTAGS,
                Samples.QUESTION);
        assertThat(strategy(StrategyKind.EMOTIONAL_JOURNEY).patterns()).containsExactly(Samples.SMALL);
        assertThat(strategy(StrategyKind.EMOTIONAL_JOURNEY).untested()).containsExactly(Samples.JOY);
        assertThat(strategy(StrategyKind.DURATION_TACTICS).confirmed()).isFalse();
        assertThat(strategy(StrategyKind.VIRAL_REPLICATION).patterns()).extracting(Finding::choice)
                .containsExactly(Samples.TEXTS.choice(), Samples.CUTS.choice(), Samples.CLOSE.choice(),
                        Samples.CALL.choice(), Samples.SMALL.choice());
    }

    @Test
    void aRecipeHasStepsInTheOrderOfTheVideo() {
        Block.Points steps = blocks(StrategyKind.VIRAL_REPLICATION).stream().filter(Block.Points.class::isInstance)
                .map(Block.Points.class::cast).findFirst().orElseThrow();

        assertThat(steps.mark()).isEqualTo(Block.Mark.NUMBER);
        assertThat(steps.points()).containsExactly("0–5 s: Show at least 3 texts in the first 5 seconds",
                "Throughout: Keep cuts at or below 21.7 a minute",
                "Throughout: Film close-ups in more than 37% of the moments",
                "3–6 s: Show emotion with an intensity of more than 43% at 3–6 s",
                "12.8–15 s: Make at least 1 call to action in the last 15% of the video",
                "In the caption: Put at most 7 hashtags in the caption",
                "In the caption: Ask a question in the caption");
        assertThat(holds(blocks(StrategyKind.VIRAL_REPLICATION), Block.Timeline.class)).isTrue();
    }

    @Test
    void formatsDifferInWhatTheyLeadWith() {
        assertThat(holds(blocks(StrategyKind.PACING), Block.Bars.class)).isTrue();
        assertThat(DocumentText.of(new Block.Columns(List.of(blocks(StrategyKind.TREND_JACKING))))).contains(
                "Post without a question in the caption: 41 videos that do so differ in engagement by −23% (−34% to "
                        + "−11%) from 56 that do not.");
        assertThat(blocks(StrategyKind.VISUAL_COORDINATION)).contains(new Block.Heading(2, "Camera"),
                new Block.Points(Block.Mark.DOT, List.of("Throughout: Film close-ups in more than 37% of the moments")));
        assertThat(blocks(StrategyKind.EMOTIONAL_JOURNEY)).contains(new Block.Paragraph(
                "To begin: Show emotion with an intensity of more than 43% at 3–6 s."));
    }

    @Test
    void whatGoesWithLessEngagementIsToBeLeftAndNeverSaidAsADoubleNo() {
        List<String> said = DocumentText.of(new Block.Columns(List.of(blocks(StrategyKind.TREND_JACKING)))).toList();
        Block.Columns sides = blocks(StrategyKind.TREND_JACKING).stream().filter(Block.Columns.class::isInstance)
                .map(Block.Columns.class::cast).findFirst().orElseThrow();

        assertThat(said).contains("Do", "Leave");
        assertThat(sides.columns().getFirst()).contains(
                new Block.Points(Block.Mark.DO, List.of("Ask a question in the caption")));
        assertThat(sides.columns().getLast()).contains(
                new Block.Points(Block.Mark.DO_NOT, List.of("Put at least 8 hashtags in the caption")));
    }

    @Test
    void moreVideosAreCountedForTheLargestEffectThatTheseCannotTell() {
        // both sides of a split of 40 to 60, two halves, one-sided at 5 % over 29 choices: 22 in each of two equal groups
        assertThat(MoreVideos.needed(1.2, 29)).isEqualTo(100);
        assertThat(MoreVideos.beyond(64, 29)).isEqualTo(new MoreVideos(1.2, 100, 36));
        assertThat(MoreVideos.beyond(100, 29).effect()).isEqualTo(0.8);
        assertThat(MoreVideos.needed(0.8, 290)).isGreaterThan(MoreVideos.needed(0.8, 29));
        assertThat(MoreVideos.beyond(1_000_000, 29).more()).isZero();
    }

    @Test
    void starsFollowTheMeanLift() {
        assertThat(Stars.of(0.35)).contains(Stars.FIVE);
        assertThat(Stars.of(0.34)).contains(Stars.FOUR);
        assertThat(Stars.of(0.20)).contains(Stars.FOUR);
        assertThat(Stars.of(0.10)).contains(Stars.THREE);
        assertThat(Stars.of(0.09)).isEmpty();
        assertThat(Stars.FIVE.shown()).isEqualTo("★★★★★");
        assertThat(Stars.THREE.shown()).isEqualTo("★★★☆☆");
    }

    @Test
    void industriesAreFactsToCompareWith() {
        assertThat(Industry.all()).extracting(Industry::key).containsExactly("nutritional_supplements",
                "functional_drinks");
        assertThat(Industry.find("functional_drinks")).hasValueSatisfying(drinks -> {
            assertThat(drinks.typicalEngagement()).isEqualTo(0.052);
            assertThat(drinks.preferred()).containsExactly(DurationBucket.UP_TO_15, DurationBucket.UP_TO_30);
            assertThat(drinks.name(Locale.of("id"))).isEqualTo("minuman fungsional");
        });
        assertThat(Industry.find("steel")).isEmpty();
    }
}
