package dev.upswell.server.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.prompt.Attention;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.wording.Outputs.Judged;
import dev.upswell.server.wording.Outputs.Word;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutputsTest {

    private final Wordings wordings = SampleWordings.of(TestDatabase.newTenant(),
            List.of("#corgilife gained 1.2 M views [f1].", "#corgilife gained 7 M views [f1]."));

    private UUID written() {
        return wordings.wording().write(Purpose.NARRATIVE, SampleWordings.EVIDENCE, Locale.ENGLISH).id();
    }

    private void judge(UUID id, Word word, String text, boolean unchecked) {
        wordings.outputs().judge(id, new Judged(word, text, unchecked, Duration.ofSeconds(3), true), "ana");
    }

    @Test
    void whatPeopleSayIsCountedForThePromptAndTheLastWordCounts() {
        UUID id = written();
        judge(id, Word.REJECT, null, false);
        judge(id, Word.ACCEPT, null, false);

        assertThat(wordings.outputs().acceptance(Purpose.NARRATIVE, 1)).satisfies(acceptance -> {
            assertThat(acceptance.accepted()).isEqualTo(1);
            assertThat(acceptance.rejected()).isZero();
            assertThat(acceptance.outputs()).isEqualTo(1);
            assertThat(acceptance.falsehoods()).isEqualTo(1);
        });
        assertThat(wordings.outputs().list(5, 0)).singleElement()
                .satisfies(line -> assertThat(line.word()).isEqualTo(Word.ACCEPT));
    }

    @Test
    void anEditIsCheckedLikeAnyTextUnlessAPersonLetsItStand() {
        UUID id = written();

        assertThatExceptionOfType(WordingRefused.class)
                .isThrownBy(() -> judge(id, Word.EDIT, "#corgilife gained 9 M views [f1].", false))
                .withMessageContaining("The edited text says more than its evidence: number (9 M views).");

        judge(id, Word.EDIT, "Views of #corgilife: 1,234,567 [f1].", false);
        assertThat(wordings.outputs().list(1, 0).getFirst().text()).isEqualTo("Views of #corgilife: 1,234,567 [f1].");

        judge(id, Word.EDIT, "#corgilife gained 9 M views [f1].", true);
        assertThat(wordings.outputs().list(1, 0).getFirst().text()).isEqualTo("#corgilife gained 9 M views [f1].");
    }

    @Test
    void timesInViewAreBoundedAndATextCountsOnceHoweverOftenItWasLookedAt() {
        assertThat(attention().dwell()).isEmpty();
        UUID id = written();
        look(id, 4_000, false);
        look(id, 600_000, false);

        assertThat(attention()).isEqualTo(new Attention(1, 62, 0, 0));

        for (int i = 0; i < 300; i++) {
            look(id, 120_000, false);
        }
        assertThat(attention().mean()).isLessThan(120).isGreaterThan(119);
        look(id, 0, true);
        assertThat(attention().acted()).isEqualTo(1);
    }

    @Test
    void whatIsAcceptedWasActedOnOnceItWasInView() {
        UUID id = written();
        wordings.outputs().judge(id, new Judged(Word.ACCEPT, null, false, null, null), "ana");
        assertThat(attention().acted()).isZero();
        look(id, 2_000, false);

        assertThat(attention()).isEqualTo(new Attention(1, 2, 0, 1));
        assertThatExceptionOfType(WordingRefused.class).isThrownBy(() -> look(UUID.randomUUID(), 1_000, false));
    }

    private void look(UUID id, long millis, boolean acted) {
        wordings.outputs().looked(id, new Outputs.Look(Duration.ofMillis(millis), acted));
    }

    private Attention attention() {
        return wordings.outputs().attention(Purpose.NARRATIVE, 1);
    }

    @Test
    void phrasesOfTheTenantAreBlockedToo() {
        wordings.outputs().block("  Gained ", "ana");

        Worded worded = wordings.wording().write(Purpose.RISK_FLAG, SampleWordings.EVIDENCE, Locale.ENGLISH);

        assertThat(worded.by()).isEqualTo(Worded.Author.TEMPLATE);
        assertThat(wordings.outputs().failures(SampleWordings.NOW)).containsEntry("BLOCKED_PHRASE", 2L);
    }

    @Test
    void anUnknownTextCannotBeJudged() {
        assertThatExceptionOfType(WordingRefused.class)
                .isThrownBy(() -> judge(UUID.randomUUID(), Word.ACCEPT, null, false))
                .withMessageStartingWith("There is no output ");
    }
}
