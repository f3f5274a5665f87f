package dev.upswell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {

    /// The file holds ten sentences each of twelve languages, written for this test.
    @Test
    void tellsTwelveLanguagesApart() {
        Map<String, Integer> unknown = new TreeMap<>();
        List<List<String>> sentences = Rows.of(Rows.class, "sentences.tsv", 2);
        for (List<String> row : sentences) {
            String language = LanguageGuess.of(TextTokens.of(row.get(1))).language();
            assertThat(language).as(row.get(1)).isIn(row.get(0), LanguageGuess.UNKNOWN);
            if (language.equals(LanguageGuess.UNKNOWN)) {
                unknown.merge(row.get(0), 1, Integer::sum);
            }
        }

        assertThat(sentences).hasSize(120);
        assertThat(unknown).isEqualTo(Map.of("ms", 1, "pt", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        สูตรอาหารไทยง่ายๆ #food #fyp     | th
        今日の晩ごはん                  | ja
        今天吃什么                      | zh
        오늘 저녁 메뉴                  | ko
        ដំណើរកំសាន្ត                      | km
        #đàlạt #dulịch                  | vi
        #food #travel                   | und
        Hotel Homestay Resort           | und
        Сегодня вечером                 | und
        😍😍 12                         | und
        """)
    void goesByScriptAndSaysNothingWhereItCannotTell(String text, String language) {
        assertThat(LanguageGuess.of(TextTokens.of(text)).language()).isEqualTo(language);
    }

    @Test
    void isSureByHowFarTheBestIsAhead() {
        assertThat(LanguageGuess.of(TextTokens.of("ngon quá")).sure()).isEqualTo(1);
        assertThat(LanguageGuess.of(TextTokens.of("yang dan di ini itu")).language())
                .as("as Malay as it is Indonesian").isEqualTo(LanguageGuess.UNKNOWN);
        assertThat(LanguageGuess.of(TextTokens.of("")).sure()).isZero();
    }
}
