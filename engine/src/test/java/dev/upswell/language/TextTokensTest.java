package dev.upswell.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.language.Token.Kind;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTokensTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Don't miss it!                 | WORD don't, WORD miss, WORD it
        jalan-jalan ke Bali            | WORD jalan, WORD jalan, WORD ke, WORD bali
        1,200.5 likes in 3d            | NUMBER 1200.5, WORD likes, WORD in, WORD 3d
        #FoodTok#fyp @Anna.B. mail@x.de | HASHTAG foodtok, HASHTAG fyp, MENTION anna.b, WORD mail, WORD x, WORD de
        phở ngon quá 😍😍              | WORD phở, WORD ngon, WORD quá, EMOJI 😍, EMOJI 😍
        Straße und Fluß                | WORD straße, WORD und, WORD fluß
        👩🏽‍🍳🇻🇳1️⃣❤️                     | EMOJI 👩‍🍳, EMOJI 🇻🇳, EMOJI 1⃣, EMOJI ❤
        น้ำตก #ไทย                      | PAIR น้ำ, PAIR ำต, PAIR ตก, HASHTAG ไทย
        美食 food                       | PAIR 美食, WORD food
        กินTikTok5                     | PAIR กิน, WORD tiktok5
        see https://a.example/b?c=1 ok | WORD see, LINK https://a.example/b?c=1, WORD ok
        # @ _ ...                      |
        """)
    void findsTokensOfEveryKind(String text, String expected) {
        String found = TextTokens.of(text).tokens().stream().map(t -> t.kind() + " " + t.text().replace(",", ""))
                .collect(Collectors.joining(", "));

        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void placesAreThoseOfTheCleanedText() {
        TextTokens text = TextTokens.of("  Hi  #Fyp ");

        assertThat(text.text()).isEqualTo("Hi #Fyp");
        assertThat(text.tokens()).containsExactly(new Token(Kind.WORD, "hi", 0, 2),
                new Token(Kind.HASHTAG, "fyp", 3, 7));
        assertThat(text.of(Kind.HASHTAG)).isEqualTo(List.of("fyp"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        party time             | art           | false
        modern art here        | ART           | true
        #art at home           | art           | true
        #party                 | art           | false
        resep masakan rumahan  | masakan rumah | false
        resep masakan rumahan  | resep masakan | true
        món ăn ngon            | mon           | false
        món ăn ngon            | món ăn        | true
        สูตรอาหารไทยง่ายๆ         | อาหาร          | true
        #อาหารไทย               | อาหาร          | true
        สูตรอาหารไทยง่ายๆ         | อาหารจีน        | false
        @art                   | art           | false
        anything               | ...           | false
        """)
    void aPhraseIsFoundInWholeWordsOnly(String text, String phrase, boolean found) {
        assertThat(TextTokens.of(text).contains(TextTokens.of(phrase))).isEqualTo(found);
    }

    @Test
    void tellsTheScriptOfMostLetters() {
        assertThat(Script.mostOf("สูตร food อาหารไทย")).contains(Script.THAI);
        assertThat(Script.mostOf("Phở ngon")).contains(Script.LATIN);
        assertThat(Script.mostOf("12 😍")).isEmpty();
    }

    @Property(tries = 500)
    void tokensFollowEachOtherWithinTheText(@ForAll @StringLength(max = 200) String text) {
        TextTokens tokens = TextTokens.of(text);
        int start = 0;
        for (Token token : tokens.tokens()) {
            assertThat(token.start()).isGreaterThanOrEqualTo(start);
            assertThat(token.end()).isLessThanOrEqualTo(tokens.text().length());
            start = token.start();
        }
    }
}
