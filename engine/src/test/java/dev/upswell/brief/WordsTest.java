package dev.upswell.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.language.Rows;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesSayEverySentenceWithTheSameGaps() {
        for (List<String> row : Rows.of(Words.class, "words.tsv", 3)) {
            assertThat(row.get(1)).as(row.getFirst()).isNotBlank();
            assertThat(gaps(row.get(1))).as(row.getFirst()).isEqualTo(gaps(row.get(2)));
            assertThat(EnglishWords.in(row.get(2))).as(row.get(2)).isFalse();
        }
    }

    @Test
    void indonesianWritesNumbersInItsOwnManner() {
        NumberWords english = new NumberWords(Locale.ENGLISH);
        NumberWords indonesian = new NumberWords(Locale.of("id"));

        assertThat(english.number(2.46)).isEqualTo("2.5");
        assertThat(indonesian.number(2.46)).isEqualTo("2,5");
        assertThat(english.number(0.0312)).isEqualTo("0.031");
        assertThat(english.number(123.4)).isEqualTo("123");
        assertThat(english.percent(0.0471)).isEqualTo("4.7%");
        assertThat(indonesian.percent(0.471)).isEqualTo("47%");
        assertThat(english.change(-0.081)).isEqualTo("−8.1%");
        assertThat(indonesian.whole(12345)).isEqualTo("12.345");
        assertThat(english.probability(0.0004)).isEqualTo("< 0.001");
        assertThat(indonesian.date(java.time.LocalDate.of(2026, 11, 19))).isEqualTo("19 November 2026");
    }

    @Test
    void aKeyWithoutWordsIsABug() {
        assertThatThrownBy(() -> Words.in(Locale.ENGLISH).say("no.such.key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key (no.such.key) must be in words.tsv\nMaybe mistyped.");
    }

    private static List<String> gaps(String sentence) {
        return GAP.matcher(sentence).results().map(MatchResult::group).distinct().sorted().toList();
    }
}
