package dev.upswell.creative.coded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upswell.creative.Absence;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.Reactions;
import dev.upswell.creative.posted.Posting;
import dev.upswell.creative.posted.PostingReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodingTest {

    private static final CreativeVector TOLD = PostingReader
            .read(new Posting("Look ?", List.of(), 12.0, null, null, Reactions.UNKNOWN));

    @Test
    void whatPeopleWroteGoesBeforeWhatWasToldAndTheRestStays() {
        CreativeVector vector = new Coding(Map.of("metadata_has_question", 0.0, "overlay_texts", 2.0,
                "metadata_length_seconds", 14.0)).over(TOLD);

        assertThat(vector.find(FeatureDictionary.STANDARD.get("metadata_has_question"))).hasValue(0);
        assertThat(vector.find(FeatureDictionary.STANDARD.get("overlay_texts"))).hasValue(2);
        assertThat(vector.find(FeatureDictionary.STANDARD.get("metadata_length_seconds"))).as("measured, not seen")
                .hasValue(12);
        assertThat(vector.absence(FeatureDictionary.STANDARD.get("overlay_stickers"))).hasValue(Absence.NOT_ANALYSED);
        assertThat(vector.known()).isEqualTo(TOLD.known() + 1);
        assertThat(Coding.NONE.over(TOLD)).isSameAs(TOLD);
    }

    @Test
    void aLaterRowSpeaksForItsColumnsOnly() {
        Coding before = new Coding(Map.of("overlay_texts", 2.0, "overlay_stickers", 1.0, "pacing_scenes", 5.0));

        Coding after = before
                .after(new CodedRow("1", Map.of("overlay_texts", 3.0), Set.of("overlay_stickers"), List.of()));

        assertThat(after.values()).containsOnly(Map.entry("overlay_texts", 3.0), Map.entry("pacing_scenes", 5.0));
    }

    @Test
    void theLengthIsToldWhereItWasWritten() {
        assertThat(new Coding(Map.of("metadata_length_seconds", 27.5)).lengthSeconds()).hasValue(27.5);
        assertThat(new Coding(Map.of("metadata_length_seconds", 0.0)).lengthSeconds()).isEmpty();
        assertThat(Coding.NONE.lengthSeconds()).isEmpty();
    }

    @Test
    void outcomesAndImpossibleValuesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coding(Map.of("metadata_likes", 5.0)))
                .withMessageContaining("coded feature (metadata_likes = 5.0) must be no outcome");
        assertThatIllegalArgumentException().isThrownBy(() -> new Coding(Map.of("speech_coverage", 1.5)))
                .withMessageContaining("lie within its range");
    }

    @Test
    void aKeptCodingOutlivesItsDictionary() {
        assertThat(Coding.kept(Map.of("overlay_texts", 2.0, "overlay_of_yore", 1.0)).values())
                .containsOnlyKeys("overlay_texts");
    }
}
