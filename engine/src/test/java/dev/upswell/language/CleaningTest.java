package dev.upswell.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CleaningTest {

    @Test
    void keepsHashtagsMentionsAndEmojiAndTakesOutWhatIsInvisible() {
        assertThat(Cleaning.cleaned("  Best\u200B  street\u0007 food\n#Fyp @anna.b 😍\uFEFF "))
                .isEqualTo("Best street food #Fyp @anna.b 😍");
    }

    @Test
    void foldsWidthAndFancyLettersButNotCase() {
        assertThat(Cleaning.cleaned("Ｄａｎｃｅ 𝓗𝓮𝓵𝓵𝓸 ＃ＦＹＰ")).isEqualTo("Dance Hello #FYP");
        assertThat(Cleaning.folded("Ｄａｎｃｅ İstanbul")).isEqualTo("dance istanbul");
    }

    @Test
    void keepsMarksOfVietnameseAndThai() {
        assertThat(Cleaning.cleaned("Mo\u0301n a\u0306n Vie\u0323\u0302t")).isEqualTo("Món ăn Việt");
        assertThat(Cleaning.cleaned("น้ำตก ทำอาหาร")).isEqualTo("น้ำตก ทำอาหาร");
    }

    @Test
    void cutsLongTextsAtTheEndOfAToken() {
        assertThat(Cleaning.cleaned("wörter ".repeat(2_000))).hasSizeLessThanOrEqualTo(Cleaning.LONGEST)
                .hasSizeGreaterThan(Cleaning.LONGEST - 10).endsWith("wörter");
        assertThat(Cleaning.cleaned("a".repeat(9_998) + " 👩‍👩‍👧")).hasSize(9_998);
        assertThat(Cleaning.cleaned("𐐷".repeat(20_000))).hasSize(Cleaning.LONGEST);
    }

    @Property(tries = 500)
    void cleaningWhatIsCleanChangesNothing(@ForAll @StringLength(max = 300) String text) {
        String cleaned = Cleaning.cleaned(text);
        assertThat(Cleaning.cleaned(cleaned)).isEqualTo(cleaned);
        assertThat(Cleaning.folded(Cleaning.folded(text))).isEqualTo(Cleaning.folded(text));
    }

    @Property(tries = 100)
    void noLengthSplitsAPairOfSurrogates(@ForAll @StringLength(min = 1, max = 7) String part) {
        String cleaned = Cleaning.cleaned(part.repeat(11_000 / part.length()));
        assertThat(cleaned).hasSizeLessThanOrEqualTo(Cleaning.LONGEST);
        assertThat(cleaned.codePoints().filter(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                .count()).isZero();
    }
}
