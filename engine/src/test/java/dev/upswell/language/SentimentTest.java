package dev.upswell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import dev.upswell.language.Sentiment.Tone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentimentTest {

    private static Optional<Tone> tone(String text) {
        return Sentiment.of(TextTokens.of(text)).map(Sentiment::tone);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        this is such a good day for me           | POSITIVE
        this is not a good day for me            | NEGATIVE
        the food here is not bad at all          | POSITIVE
        never disappointed by them               | POSITIVE
        I like it but the seller was really rude | NEGATIVE
        looks cheap but it is amazing            | POSITIVE
        can't wait for this                      | POSITIVE
        can't stand this anymore                 | NEGATIVE
        sooo goood you guys                      | POSITIVE
        I would give it 9/10                     | POSITIVE
        I would give it 2/10                     | NEGATIVE
        great, the train is late again 🙄        | NEGATIVE
        tempat ini bagus banget sih              | POSITIVE
        tempat ini tidak bagus                   | NEGATIVE
        rasanya kurang enak sih                  | NEGATIVE
        kualitasnya keren parah sih ini          | POSITIVE
        bagus sih tapi mahal banget              | NEGATIVE
        gak nyesel udah beli ini                 | POSITIVE
        """)
    void wordsLeanAsTheirClauseTurnsThem(String text, Tone tone) {
        assertThat(tone(text)).hasValue(tone);
    }

    @Test
    void whatNoListKnowsIsUnknownAndNotBalanced() {
        assertThat(tone("packing the orders for tuesday")).isEmpty();
        assertThat(tone("cara lipat baju di rumah")).isEmpty();
        assertThat(tone("")).isEmpty();
        assertThat(tone("I love the colour and hate the smell")).hasValue(Tone.BALANCED);
    }

    @Test
    void oneWordThatOnlyHintsIsNotEnough() {
        assertThat(tone("this is the easy way to do it")).isEmpty();
        assertThat(tone("this is the easy and safe way to do it")).hasValue(Tone.POSITIVE);
    }

    @Test
    void hashtagsNamesAndWhatGoesEitherWaySayNothing() {
        assertThat(tone("this is what we do #love #best #sad")).isEmpty();
        assertThat(tone("all the songs of Perfect Crown that you know")).isEmpty();
        assertThat(tone("what is this 😭💀")).isEmpty();
        assertThat(tone("what is this gila insane crazy")).isEmpty();
    }

    @Test
    void otherLanguagesAreReadByEmojiAlone() {
        var german = "der Urlaub war die Hölle und nicht gut, best war das nicht";
        assertThat(LanguageGuess.of(TextTokens.of(german)).language()).isEqualTo("de");
        assertThat(tone(german)).isEmpty();
        assertThat(tone(german + " 😡")).hasValue(Tone.NEGATIVE);
        assertThat(tone("วันนี้อากาศดีมาก")).isEmpty();
        assertThat(tone("วันนี้อากาศดีมาก 🥰")).hasValue(Tone.POSITIVE);
    }

    @Test
    void signsTellWhereTheyStandAndWhatTheyWeigh() {
        Sentiment told = Sentiment.of(TextTokens.of("Not bad, I love it ❤️❤️")).orElseThrow();
        assertThat(told.signs()).extracting(Sentiment.Sign::text).containsExactly("bad", "love it", "❤️");
        assertThat(told.signs().getFirst().weight()).isCloseTo(.48, offset(1e-9));
        assertThat(told.signs().getFirst().start()).isEqualTo(4);
        assertThat(told.valence()).isBetween(.7, .8);
    }

    @Test
    void aValenceRestsOnASign() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sentiment(0, List.of()))
                .withMessageContaining("must lie in [-1, 1] and rest on a sign");
    }

    /// The labels were given before there was a list, but by the hand that wrote the lists: what this shows is that nothing broke, not how
    /// strangers' captions fare (docs/themes.md tells that).
    @Test
    void labelledCaptionsAreToldAsTheyWereLabelled() {
        int known = 0;
        int right = 0;
        List<List<String>> rows = Rows.of(Rows.class, "sentiment-labelled.tsv", 3);
        for (List<String> row : rows) {
            Optional<Tone> told = tone(row.get(2));
            if (told.isPresent()) {
                known++;
                right += row.get(1).equals(switch (told.get()) {
                    case POSITIVE -> "positive";
                    case NEGATIVE -> "negative";
                    case BALANCED -> "neither";
                }) ? 1 : 0;
            }
        }
        assertThat(rows).hasSize(200);
        assertThat(known).isEqualTo(147);
        assertThat(right).isEqualTo(146);
    }
}
