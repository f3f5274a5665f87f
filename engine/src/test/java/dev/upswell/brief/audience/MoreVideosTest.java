package dev.upswell.brief.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoreVideosTest {

    @Test
    void moreVideosAreCountedForTheLargestEffectThatTheseCannotTell() {
        // both sides of a split of 40 to 60, two halves, one-sided at 5 % over 29 tests: 22 in each of two equal groups
        assertThat(MoreVideos.needed(1.2, 29)).isEqualTo(100);
        assertThat(MoreVideos.beyond(64, 29)).isEqualTo(new MoreVideos(1.2, 100, 36));
        assertThat(MoreVideos.beyond(100, 29).effect()).isEqualTo(0.8);
        assertThat(MoreVideos.needed(0.8, 290)).isGreaterThan(MoreVideos.needed(0.8, 29));
        assertThat(MoreVideos.beyond(1_000_000, 29).more()).isZero();
    }
}
