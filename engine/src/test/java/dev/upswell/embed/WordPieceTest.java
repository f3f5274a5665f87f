package dev.upswell.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPieceTest {

    private static final Map<String, Integer> SMALL = Map.ofEntries(Map.entry("[CLS]", 1), Map.entry("[SEP]", 2),
            Map.entry("[UNK]", 3), Map.entry("un", 4), Map.entry("##aff", 5), Map.entry("##able", 6),
            Map.entry("ca", 7),
            Map.entry("cafe", 8), Map.entry("#", 9), Map.entry("!", 10), Map.entry("食", 11), Map.entry("##fe", 12));

    /// By hand: the longest piece from the left, `##` within a word.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        unaffable     | 1 4 5 6 2
        Café #CAFE!   | 1 8 9 8 10 2
        unfe unx      | 1 4 12 3 2
        食食x         | 1 11 11 3 2
        un\u200Baff   | 1 4 5 2
                      | 1 2
        """)
    void takesTheLongestPieceFromTheLeft(String text, String ids) {
        assertThat(new WordPiece(SMALL, 20).ids(text == null ? "" : text))
                .containsExactly(Arrays.stream(ids.split(" ")).mapToLong(Long::parseLong).toArray());
    }

    @Test
    void keepsStartAndEndOfLongTexts() {
        assertThat(new WordPiece(SMALL, 5).ids("unaffable unaffable")).containsExactly(1, 4, 5, 6, 2);
        assertThat(new WordPiece(SMALL, 20).ids("x".repeat(101))).containsExactly(1, 3, 2);
    }

    @Test
    void readsTheVocabularyOfATokenizersFile() {
        assertThat(Vocabulary.in("{\"a\": 1, \"vocab\": {\"x\": 0, \"\\\"\": 1,\n \"\\u00e9\\\\\": 22}}"))
                .containsOnly(Map.entry("x", 0), Map.entry("\"", 1), Map.entry("é\\", 22));
        assertThatThrownBy(() -> Vocabulary.in("{\"vocab\": [1]}")).hasMessage(
                "vocabulary (14 characters) must be an object of pieces and numbers\nMaybe it is a file of another tokenizer.");
    }

    @Test
    void refusesTheVocabularyOfAnotherKindOfModel() {
        assertThatThrownBy(() -> new WordPiece(Map.of("[CLS]", 1), 9)).hasMessage(
                "vocabulary (1 pieces) must have [SEP]\nMaybe it is of another kind of model.");
    }

    @Test
    void theShippedVocabularyHasThirtyThousandPieces() throws IOException {
        try (InputStream in = WordPiece.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            assertThat(in).isNotNull();
            Map<String, Integer> ids = Vocabulary.in(new String(in.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(ids).hasSize(30_522).containsEntry("[CLS]", 101).containsEntry("hello", 7592);
            assertThat(new WordPiece(ids, 128).ids("Hello world!")).containsExactly(101, 7592, 2088, 999, 102);
        }
    }
}
