package dev.upswell.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.creative.DurationBucket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiersTest {

    private final Tiers tiers = Tiers.of(falling());

    @Test
    void aTenthAFifthTwoFifthsAndTheRest() {
        assertThat(tiers.tiers()).containsExactly(0, 1, 1, 2, 2, 2, 2, 3, 3, 3);
    }

    @Test
    void sharesCountOnlyVideosOfWhichItIsKnown() {
        double[] does = {1, 1, Double.NaN, 1, 0, 0, Double.NaN, 0, 0, 0};

        assertThat(tiers.share(does, 0)).isEqualTo(1);
        assertThat(tiers.share(does, 2)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(tiers.lift(does, 0, 1)).as("two of three that do so, of two of eight")
                .isCloseTo(2 / 3.0 / (2 / 8.0), within(1e-12));
        assertThat(tiers.lift(new double[10], 0, 1)).as("nobody does so").isNull();
    }

    private static List<AnalysedVideo> falling() {
        List<AnalysedVideo> videos = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            videos.add(MadeVideos.video("v" + i, "c", DurationBucket.UP_TO_15, .1 - .005 * i));
        }
        return videos;
    }
}
