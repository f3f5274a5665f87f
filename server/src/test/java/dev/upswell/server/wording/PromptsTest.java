package dev.upswell.server.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.prompt.PromptVersion.State;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptsTest {

    private static final Instant NOW = Instant.parse("2025-09-15T12:00:00Z");

    private final TenantId tenant = TestDatabase.newTenant();
    private final Prompts prompts = new Prompts(tenant, TestDatabase.shared(), InstantSource.fixed(NOW));

    private static String hash(double place) {
        return "%08x".formatted((long) (place * 10_000)) + "0".repeat(56);
    }

    @ParameterizedTest
    @EnumSource
    void everyPurposeHasABuiltInPromptThatCanBeFilled(Purpose purpose) {
        assertThat(prompts.of(purpose, hash(0)).filled(Locale.of("id"), purpose.schema()))
                .contains(String.valueOf(purpose.schema().longest()), switch (purpose) {
                    case INTENT -> "the one intent of the list";
                    case TAXONOMY -> "as it stands among the keywords";
                    case CATEGORY_WORDS -> "WORD = CATEGORY";
                    default -> "[f1]";
                }).doesNotContain("{");
        assertThat(Purpose.find(purpose.label())).contains(purpose);
    }

    @Test
    void aProposedVersionServesWhenSomebodyPromotesItAndTheOtherIsRetired() {
        int number = prompts.propose(Purpose.ANSWER, "Answer in {language}.", "ana", "shorter").number();

        assertThat(number).isEqualTo(2);
        assertThat(prompts.of(Purpose.ANSWER, hash(0)).number()).isEqualTo(1);

        prompts.promote(Purpose.ANSWER, number, "ana");

        assertThat(prompts.of(Purpose.ANSWER, hash(0)).template()).isEqualTo("Answer in {language}.");
        assertThat(prompts.versions(Purpose.ANSWER)).extracting(version -> version.state()).containsExactly(
                State.SERVING,
                State.RETIRED);
        assertThat(prompts.promote(Purpose.ANSWER, 1, "ana").state()).isEqualTo(State.SERVING);
    }

    @Test
    void aVersionOnTrialWordsItsShareOfTheTexts() {
        prompts.propose(Purpose.NARRATIVE, "Tell it in {language}.", "ana", "");
        prompts.tryOut(Purpose.NARRATIVE, 2, 0.25);

        assertThat(prompts.of(Purpose.NARRATIVE, hash(0.1)).number()).isEqualTo(2);
        assertThat(prompts.of(Purpose.NARRATIVE, hash(0.3)).number()).isEqualTo(1);
        assertThat(prompts.tryOut(Purpose.NARRATIVE, 2, 0).state()).isEqualTo(State.DRAFT);
        assertThatExceptionOfType(WordingRefused.class).isThrownBy(() -> prompts.tryOut(Purpose.NARRATIVE, 1, 0.5))
                .withMessageContaining("no version that serves or served");
    }

    @Test
    void whatCannotBeAskedByIsRefused() {
        assertThatExceptionOfType(WordingRefused.class)
                .isThrownBy(() -> prompts.propose(Purpose.ANSWER, " ", "ana", ""))
                .withMessage("""
                    The template cannot be used: template (0 characters) must have 1 to 8,000.
                    Use words of 1 to 8,000 characters, with no holes but {language}, {sentences} and {length}.""");
        assertThatExceptionOfType(WordingRefused.class)
                .isThrownBy(() -> prompts.propose(Purpose.ANSWER, "Use {secret}.", "ana", ""))
                .withMessageContaining("must have no holes but");
        assertThatExceptionOfType(WordingRefused.class).isThrownBy(() -> prompts.promote(Purpose.ANSWER, 9, "ana"))
                .withMessageContaining("There is no prompt 9 for answer.");
        assertThatExceptionOfType(WordingRefused.class).isThrownBy(() -> Prompts.purpose("poems"))
                .withMessageContaining("There is no purpose poems.");
        assertThat(prompts.versions(Purpose.ANSWER)).hasSize(1);
    }
}
