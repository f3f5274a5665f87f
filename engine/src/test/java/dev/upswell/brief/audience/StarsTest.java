package dev.upswell.brief.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StarsTest {

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
}
