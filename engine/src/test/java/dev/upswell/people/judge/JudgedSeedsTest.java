package dev.upswell.people.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JudgedSeedsTest {

    @Test
    void judgedWorldsAreMeantByWordAndOthersByNumber() {
        assertThat(JudgedSeeds.of("31")).isEqualTo(31);
        assertThat(JudgedSeeds.of("judged")).isEqualTo(20261125);
        assertThat(JudgedSeeds.of("judged-third")).isEqualTo(20261127);
    }

    @Test
    void nobodyComesByAJudgedWorldByItsNumber() {
        assertThatThrownBy(() -> JudgedSeeds.of("20261126")).hasMessage(
                "seed (20261126) is judged once, when nothing is tuned any more\n"
                        + "Maybe use 31, 32 or 33; if it is time, say judged, judged-second or judged-third.");
        assertThatThrownBy(() -> JudgedSeeds.of("all"))
                .hasMessage("seed (all) must be a number or the word judged\nMaybe use 31, 32 or 33.");
    }
}
