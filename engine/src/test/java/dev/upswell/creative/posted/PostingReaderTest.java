package dev.upswell.creative.posted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.creative.Absence;
import dev.upswell.creative.CreativeBlock;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureValue;
import dev.upswell.creative.Reactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingReaderTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    private static Posting posting(@Nullable String caption, List<String> hashtags) {
        return new Posting(caption, hashtags, 12.5, Instant.parse("2026-03-04T23:10:00Z"), null,
                new Reactions(2_000L, 90L, 6L, 4L, null));
    }

    private static double value(CreativeVector vector, String name) {
        return vector.find(FeatureDictionary.STANDARD.get(name)).orElseThrow(() -> new AssertionError(name));
    }

    private static Absence absence(CreativeVector vector, String name) {
        return vector.absence(FeatureDictionary.STANDARD.get(name)).orElseThrow(() -> new AssertionError(name));
    }

    @Test
    void captionLengthTimeAndCountsAreToldWithoutAnAnalyser() {
        CreativeVector vector = PostingReader.read(posting("WOW, wait for it! 😂👍🏽 #fyp #bali @ana", List.of()));

        assertThat(value(vector, "metadata_caption_words")).isEqualTo(8);
        assertThat(value(vector, "metadata_emojis")).isEqualTo(2);
        assertThat(value(vector, "metadata_emoji_density")).isEqualTo(2 / 8.0);
        assertThat(value(vector, "metadata_mentions")).isEqualTo(1);
        assertThat(value(vector, "metadata_capital_words")).isEqualTo(1);
        assertThat(value(vector, "metadata_has_exclamation")).isEqualTo(1);
        assertThat(value(vector, "metadata_has_question")).isZero();
        assertThat(value(vector, "metadata_has_link")).isZero();
        assertThat(value(vector, "metadata_hashtags")).isEqualTo(2);
        assertThat(value(vector, "metadata_generic_share")).isEqualTo(.5);
        assertThat(value(vector, "metadata_leads_generic")).isEqualTo(1);
        assertThat(value(vector, "metadata_length_seconds")).isEqualTo(12.5);
        assertThat(value(vector, "metadata_publish_hour")).isEqualTo(23);
        assertThat(value(vector, "metadata_publish_weekday")).as("a Wednesday").isEqualTo(2);
        assertThat(value(vector, "metadata_engagement_rate")).isEqualTo(.05, EXACT);
        assertThat(value(vector, "metadata_likes_per_view")).isEqualTo(.045, EXACT);
    }

    @Test
    void whatOnlyAnAnalyserTellsIsAbsent() {
        CreativeVector vector = PostingReader.read(posting("Follow me now", List.of()));

        assertThat(absence(vector, "metadata_has_call")).isEqualTo(Absence.NOT_ANALYSED);
        assertThat(absence(vector, "metadata_sentiment_positive")).isEqualTo(Absence.NOT_ANALYSED);
        assertThat(absence(vector, "metadata_is_verified")).isEqualTo(Absence.NOT_ANALYSED);
        assertThat(absence(vector, "metadata_saves")).isEqualTo(Absence.NOT_ANALYSED);
        assertThat(FeatureDictionary.STANDARD.features()).filteredOn(one -> one.block() != CreativeBlock.METADATA)
                .allMatch(one -> vector.absence(one).isPresent());
    }

    @Test
    void anUnknownCaptionIsNotAnEmptyOne() {
        CreativeVector unknown = PostingReader.read(posting(null, List.of()));
        CreativeVector tagged = PostingReader.read(posting(null, List.of("fyp", "bali", "food")));
        CreativeVector empty = PostingReader.read(posting("", List.of()));

        assertThat(absence(unknown, "metadata_caption_words")).isEqualTo(Absence.NOT_ANALYSED);
        assertThat(absence(unknown, "metadata_hashtags")).isEqualTo(Absence.NOT_ANALYSED);
        assertThat(absence(tagged, "metadata_caption_words")).isEqualTo(Absence.NOT_ANALYSED);
        assertThat(value(tagged, "metadata_hashtags")).isEqualTo(3);
        assertThat(value(empty, "metadata_caption_words")).isZero();
        assertThat(value(empty, "metadata_has_caption")).isZero();
        assertThat(value(empty, "metadata_hashtag_strategy_none")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0,none", "1,minimal", "2,minimal", "3,moderate", "7,moderate", "8,heavy", "15,heavy", "16,spam"})
    void strategiesOfHashtagsGoByTheirNumber(int hashtags, String strategy) {
        StringBuilder caption = new StringBuilder();
        for (int i = 0; i < hashtags; i++) {
            caption.append("#tag").append(i).append(' ');
        }

        CreativeVector vector = PostingReader.read(posting(caption.toString(), List.of()));

        assertThat(FeatureDictionary.STANDARD.fields().get("metadata_hashtag_strategy"))
                .filteredOn(one -> vector.find(one).orElseThrow() == 1).extracting(one -> one.name())
                .containsExactly("metadata_hashtag_strategy_" + strategy);
    }

    @ParameterizedTest
    @CsvSource({"'👨‍👩‍👧‍👦 family',1", "'🇮🇩 and 🇻🇳',2", "'❤️ 1 2 3',1", "'no. 1 © #2',0", "'😂😂😂',3"})
    void anEmojiOfSeveralPartsCountsOnce(String caption, int emojis) {
        assertThat(Caption.of(caption, List.of()).emojis()).isEqualTo(emojis);
    }

    @Test
    void analysersGoFirstAndTheRestOfTheirBlocksStaysAbsent() {
        List<FeatureValue> analysed = new ArrayList<>(PostingReader.read(posting(null, List.of())).values());
        int words = FeatureDictionary.STANDARD.place("metadata_caption_words").orElseThrow();
        int emojis = FeatureDictionary.STANDARD.place("metadata_emojis").orElseThrow();
        analysed.set(words, new FeatureValue.Present(99));
        analysed.set(emojis, new FeatureValue.Absent(Absence.UNUSABLE));

        CreativeVector whole = PostingReader.completed(new CreativeVector(analysed), posting("one two ?", List.of()));

        assertThat(value(whole, "metadata_caption_words")).isEqualTo(99);
        assertThat(absence(whole, "metadata_emojis")).isEqualTo(Absence.UNUSABLE);
        assertThat(value(whole, "metadata_has_question")).isEqualTo(1);
        assertThat(absence(whole, "speech_words")).isEqualTo(Absence.NOT_ANALYSED);
    }
}
