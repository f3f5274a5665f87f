package dev.upswell.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.Reactions;
import dev.upswell.creative.coded.Coding;
import dev.upswell.creative.posted.Posting;
import dev.upswell.creative.posted.PostingReader;
import dev.upswell.pattern.AnalysedVideo;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookedTest {

    private static final DurationBucket SHORT = DurationBucket.UP_TO_15;

    /// So many videos with captions, the first of which somebody looked at.
    private static Looked looked(int videos, int coded) {
        CreativeVector told = PostingReader
                .read(new Posting("Look #bali", List.of(), 12.0, null, null, Reactions.UNKNOWN));
        Coding coding = new Coding(Map.of("overlay_texts", 2.0));
        return Looked.of(IntStream.range(0, videos)
                .mapToObj(i -> new AnalysedVideo(EntityId.video("7300" + i), null, SHORT,
                        i < coded ? coding.over(told) : told, .05, 1_000, 1))
                .toList());
    }

    @Test
    void captionsAloneTellNothingOfWhatIsInVideos() {
        Looked looked = looked(40, 0);

        assertThat(looked.inside()).isFalse();
        assertThat(looked.at(StrategyKind.TREND_JACKING, SHORT)).isTrue();
        assertThat(looked.at(StrategyKind.VIRAL_REPLICATION, SHORT)).isTrue();
        assertThat(looked.at(StrategyKind.TEXT_OVERLAYS, SHORT)).isFalse();
        assertThat(looked.at(StrategyKind.EMOTIONAL_JOURNEY, SHORT)).isFalse();
    }

    @Test
    void twentyVideosOrHalfOfFewerAreEnough() {
        assertThat(looked(60, 19).at(StrategyKind.TEXT_OVERLAYS, SHORT)).isFalse();
        assertThat(looked(60, 20).at(StrategyKind.TEXT_OVERLAYS, SHORT)).isTrue();
        assertThat(looked(60, 20).inside()).isTrue();
        assertThat(looked(9, 4).at(StrategyKind.TEXT_OVERLAYS, SHORT)).isFalse();
        assertThat(looked(9, 5).at(StrategyKind.TEXT_OVERLAYS, SHORT)).isTrue();
        assertThat(looked(60, 60).at(StrategyKind.EMOTIONAL_JOURNEY, SHORT)).isFalse();
    }

    @Test
    void whereThereIsNoVideoNothingWasOverlooked() {
        assertThat(looked(60, 0).at(StrategyKind.TEXT_OVERLAYS, DurationBucket.UP_TO_60)).isTrue();
        assertThat(looked(0, 0).inside()).isTrue();
    }
}
