package dev.upswell.brief.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.brief.Samples;
import dev.upswell.brief.Strategy;
import dev.upswell.brief.StrategyKind;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StrategyBlocksTest {

    private static List<Block> blocks(StrategyKind kind) {
        return new StrategyBlocks(Samples.bare(Samples.rich()), Voice.in(Locale.ENGLISH, Audience.ANALYST))
                .of(Strategy.of(Samples.rich(), DurationBucket.UP_TO_15).get(kind.ordinal()));
    }

    private static boolean holds(List<Block> blocks, Class<? extends Block> type) {
        return blocks.stream().anyMatch(type::isInstance);
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
                new Block.Points(Block.Mark.DOT,
                        List.of("Throughout: Film close-ups in more than 37% of the moments")));
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
}
