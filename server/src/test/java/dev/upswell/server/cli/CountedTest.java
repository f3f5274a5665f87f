package dev.upswell.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void theNounFollowsTheCount() {
        assertThat(Counted.of(1, "day")).isEqualTo("1 day");
        assertThat(Counted.of(0, "day")).isEqualTo("0 days");
        assertThat(Counted.of(1234, "retrospective")).isEqualTo("1,234 retrospectives");
    }
}
