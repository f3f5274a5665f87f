package dev.upswell.server.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upswell.grounding.BlockedPhrases;
import dev.upswell.grounding.Check;
import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateWordingTest {

    private static final Instant NOW = Instant.parse("2025-09-15T00:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void whatTemplatesWriteOfAnyUnitPassesTheCheck(String language) {
        for (Unit unit : Unit.values()) {
            for (double value : new double[]{0.1234, 0.5, 1, 12, 1_234_567}) {
                Fact fact = unit == Unit.NAME
                        ? Fact.named("f1", "#corgilife", "top creator", "@lovenla.kitten", NOW)
                        : new Fact("f1", "#corgilife", "measured", value, unit, NOW, "24 h");
                Evidence evidence = Evidence.of(List.of(fact), NOW);
                String text = new TemplateWording().write(Purpose.NARRATIVE, evidence, Locale.of(language)).text();

                assertThat(new Check(BlockedPhrases.standard(), 300).of(text, evidence, Locale.of(language)).failures())
                        .as(unit + " " + text).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noMoreSentencesAreWrittenThanThePurposeWants(Purpose purpose) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            facts.add(new Fact("f" + i, "#corgilife", "views", (double) i, Unit.VIEWS, NOW, null));
        }

        assertThat(new TemplateWording().write(purpose, Evidence.of(facts, NOW), Locale.ENGLISH).sentences())
                .hasSize(purpose.schema().mostSentences());
    }

    @Test
    void ofNothingNothingIsSaid() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> new TemplateWording().write(Purpose.NARRATIVE, Evidence.of(List.of(), NOW), Locale.ENGLISH))
                .withMessageContaining("must have a fact");
    }
}
