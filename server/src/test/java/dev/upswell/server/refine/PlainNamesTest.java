package dev.upswell.server.refine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainNamesTest {

    private static final List<String> KNOWN = List.of("Gym Life", "espresso", "สูตร");

    @Test
    void namesOfTheEvidenceAreMaskedWhereverTheyStandAndInAnyCase() {
        assertThat(
                Guidance.masked("GYM life gained 9 K posts [f1]. Espresso stands beside it [f2]: สูตร leads.", KNOWN))
                .isEqualTo("NAME gained N K posts. NAME stands beside it: NAME leads.");
    }

    @Test
    void wordsWithACapitalWithinASentenceAreMaskedAndOrdinaryOnesAreNot() {
        assertThat(Guidance.masked("Videos of Ana Wijaya rose, and Budi's fell; none of them is new.", List.of()))
                .isEqualTo("Videos of NAME rose, and NAME fell; none of them is new.");
        assertThat(Guidance.masked("Say it in one sentence. Then stop.", KNOWN))
                .isEqualTo("Say it in one sentence. Then stop.");
    }

    @Test
    void handlesAndHashtagsAreMaskedWithoutTheirSignsToo() {
        List<String> known = List.of("@ana_lena", "@rita.w", "@ana", "#corgilife", "@bo");

        assertThat(Guidance.masked("Videos by ana_lena rose, rita.w fell. Corgilife stands beside it, as ana.", known))
                .isEqualTo("Videos by NAME rose, NAME fell. NAME stands beside it, as NAME.");
        assertThat(Guidance.masked("Write of analena and ana_b; bo is a word.", known))
                .as("those are others' names").isEqualTo("Write of analena and ana_b; bo is a word.");
        assertThat(Soundness.objection("Say why in {language}.", "Say why in {language}, never of rita.w.", known))
                .hasValue("it brings names or numbers of the material: rita.w");
    }

    @Test
    void aRevisedPromptBringsNoPlainName() {
        String old = "Say why in {language}. Cite [f1].";

        assertThat(Soundness.objection(old, "Say why in {language}, never of gym life. Cite [f1].", KNOWN))
                .hasValue("it brings names or numbers of the material: Gym Life");
        assertThat(Soundness.objection(old, "Say why in {language}, as of Ana Wijaya. Cite [f1].", List.of()))
                .hasValue("it brings names or numbers of the material: Ana Wijaya");
        assertThat(Soundness.objection(old, "Say plainly why in {language}. Cite [f1].", KNOWN)).isEmpty();
        assertThat(Soundness.objection("Write of Gym Life in {language}.", "Write shortly of Gym Life in {language}.",
                KNOWN)).as("the old prompt has it").isEmpty();
    }
}
