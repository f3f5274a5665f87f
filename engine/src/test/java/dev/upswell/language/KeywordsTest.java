package dev.upswell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeywordsTest {

    private static final List<TextTokens> CAPTIONS = Stream.of("Resep ayam bakar yang enak #resep #fyp",
            "Resep sambal dan ayam #fyp", "The sour dough bread of my grandma #fyp", "Sour dough bread again #fyp",
            "สูตรอาหารไทย #อาหารไทย #fyp").map(TextTokens::of).toList();

    private final TermUse use = TermUse.in(CAPTIONS);

    @Test
    void countsTextsThatHaveATerm() {
        assertThat(use.texts()).isEqualTo(5);
        assertThat(use.of("fyp")).isEqualTo(5);
        assertThat(use.of("ayam")).isEqualTo(2);
        assertThat(use.of("sour dough")).isEqualTo(2);
        assertThat(use.of("the")).isZero();
        assertThat(use.rarity("fyp")).isPositive().isLessThan(use.rarity("ayam"));
    }

    @Test
    void namesWhatSetsATextApart() {
        assertThat(Keywords.of(CAPTIONS.get(2), use, 2)).extracting(Term::text).containsExactly("grandma", "bread");
        assertThat(Keywords.of(CAPTIONS.get(4), use, 5)).extracting(Term::text).containsExactly("อาหารไทย");
    }

    @Test
    void aTermWithinAWeightierOneIsLeftOut() {
        List<Term> terms = Keywords.weightiest(Map.of("sour dough", 9, "dough", 1, "bread", 1), use, 5);

        assertThat(terms).extracting(Term::text).containsExactly("sour dough", "bread");
        assertThat(terms.getFirst().weight()).isGreaterThan(terms.getLast().weight());
    }

    @Test
    void wordsThatTouchOnlyAcrossAHashtagAreNoTermOfTwo() {
        assertThat(TermUse.terms(TextTokens.of("street #food market, sushi rice")))
                .containsExactly("street", "food", "market", "sushi", "rice", "sushi rice");
    }
}
