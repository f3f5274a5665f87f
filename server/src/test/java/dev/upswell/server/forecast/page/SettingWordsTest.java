package dev.upswell.server.forecast.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityKind;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.TestWords;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SettingWordsTest {

    private static final Words WORDS = TestWords.english();
    private final SettingWords said = new SettingWords(WORDS, new Figures(WORDS),
            new Times(WORDS, InstantSource.fixed(Instant.EPOCH)));

    @Test
    void treesAreSaidPartByPart() {
        assertThat(said.say(TrainSettings.STANDARD.trees().toString())).isEqualTo(
                "200 rounds, at most 4 levels deep, rate 0.08, 80\u00a0% of the rows a tree, 30\u00a0% of the columns a tree,"
                        + " weight of at least 20 a leaf, L2 penalty 5, 32 bins a column, 100\u00a0% of the rows without a"
                        + " surge, old rows count as much as new ones, seed 20250101, held to no direction");
        assertThat(said.say(TrainSettings.STANDARD.trees().monotone(true).toString()))
                .endsWith("held to known directions");
    }

    @Test
    void protocolsAreSaidWithTheirTargetAndOutcome() {
        assertThat(said.say(SurgeProtocol.DAILY.toString())).isEqualTo("hashtags, by views, 24\u00a0h ahead, one every"
                + " 24\u00a0h, a level of at least 10,000, at least 60 eligible at each, outcome exactly a horizon later");
        assertThat(said.say(SurgeProtocol.of(EntityKind.VIDEO, Duration.ofHours(24)).toString()))
                .contains("videos, by views", "outcome at the next look at least").doesNotContain("[", "PT");
    }

    @Test
    void everySettingOfATrainingIsSaidWithoutCode() {
        assertThat(said.say(TrainSettings.STANDARD.logistic().toString())).startsWith("L2 penalty 10, 15");
        assertThat(said.say(TrainSettings.STANDARD.sequence().toString())).startsWith("32 units of memory")
                .doesNotContain("=", "[");
        assertThat(said.say("BETA")).isEqualTo("Beta, three parameters");
        assertThat(said.say("56")).isEqualTo("56");
    }

    @Test
    void whatNobodyHasWordsForIsShownAsItIsKept() {
        assertThat(said.say("Other[size=3, inner=More[on=true], of=[PT6H, PT24H]]"))
                .isEqualTo("size 3, on true, of 6\u00a0h, 24\u00a0h");
        assertThat(said.say("odds never fall with a, b")).isEqualTo("odds never fall with a, b");
        assertThat(said.say("half[open=1")).isEqualTo("half[open=1");
    }
}
