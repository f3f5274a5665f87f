package dev.upswell.creative.coded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureType;
import dev.upswell.creative.coded.CodedRow.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodedTableTest {

    private static CodedTable table(String... columns) {
        List<String> header = new ArrayList<>(List.of("video_id"));
        header.addAll(Arrays.asList(columns));
        return CodedTable.of(header).orElseThrow();
    }

    private static CodedRow row(CodedTable table, String... cells) {
        List<String> all = new ArrayList<>(List.of("7300000000000000000"));
        all.addAll(Arrays.asList(cells));
        return table.read(all);
    }

    @Test
    void columnsAreFeaturesAndCellsTheirValues() {
        CodedRow row = row(table("overlay_texts", "overlay_first_second", "density_is_crescendo", "duration"), "3",
                " 1.5 ", "yes", "27");

        assertThat(row.video()).isEqualTo("7300000000000000000");
        assertThat(row.faults()).isEmpty();
        assertThat(row.open()).isEmpty();
        assertThat(row.values()).containsOnly(entry("overlay_texts", 3.0), entry("overlay_first_second", 1.5),
                entry("density_is_crescendo", 1.0), entry("metadata_length_seconds", 27.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "n/a", "NA", "NaN", "null", "None", "-"})
    void anEmptyCellIsNotCodedAndNotZero(String empty) {
        CodedRow row = row(table("overlay_texts", "overlay_strategy"), empty, empty);

        assertThat(row.values()).isEmpty();
        assertThat(row.faults()).isEmpty();
        assertThat(row.open()).contains("overlay_texts", "overlay_strategy_minimal", "overlay_strategy_heavy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        overlay_texts        | many   | "many" is no number, as 3 or 0.25
        overlay_texts        | 1,5    | "1,5" is no number, as 3 or 0.25
        overlay_texts        | 45 %   | "45 %" is no number, as 3 or 0.25
        overlay_texts        | 0x1p3  | "0x1p3" is no number, as 3 or 0.25
        overlay_texts        | 2.5    | 2.5 is no whole number
        overlay_texts        | -99    | -99 is not within from 0
        speech_coverage      | 77     | 77 is not within from 0 to 1
        metadata_polarity    | -1.01  | -1.01 is not within from -1 to 1
        overlay_rhythm       | 2      | 2 is not within to 1
        density_is_crescendo | 2      | "2" is neither 0 nor 1
        density_is_crescendo | 0.5    | "0.5" is neither 0 nor 1
        pacing_tempo         | brisk  | "brisk" is none of slow, moderate, fast, variable
        """)
    void aCellThatCannotBeUsedIsAFaultAndTheRowGoesOn(String column, String cell, String reason) {
        CodedRow row = row(table(column, "pacing_scenes"), cell, "4");

        assertThat(row.faults()).containsExactly(new Fault(column, reason));
        assertThat(row.values()).containsOnly(entry("pacing_scenes", 4.0));
        assertThat(row.open()).as("a fault says nothing of what was coded before").isEmpty();
    }

    @Test
    void aFieldMayBeWrittenAsItsValue() {
        CodedTable table = table("density_acceleration", "metadata_hashtag_strategy");

        assertThat(row(table, "Front loaded", "none").values()).containsOnly(
                entry("density_acceleration_front_loaded", 1.0), entry("density_acceleration_even", 0.0),
                entry("density_acceleration_back_loaded", 0.0), entry("density_acceleration_oscillating", 0.0),
                entry("metadata_hashtag_strategy_none", 1.0), entry("metadata_hashtag_strategy_minimal", 0.0),
                entry("metadata_hashtag_strategy_moderate", 0.0), entry("metadata_hashtag_strategy_heavy", 0.0),
                entry("metadata_hashtag_strategy_spam", 0.0));
    }

    @Test
    void valuesThatExcludeEachOtherAreLeftOut() {
        CodedTable table = table("pacing_tempo_slow", "pacing_tempo_fast", "pacing_tempo_moderate", "pacing_scenes");

        CodedRow both = row(table, "1", "1.0", "0", "4");

        assertThat(both.faults())
                .containsExactly(new Fault("pacing_tempo_slow", "cannot be 1 together with pacing_tempo_fast"));
        assertThat(both.values()).containsOnlyKeys("pacing_scenes");
        assertThat(row(table, "0", "1", "", "4").values()).containsOnlyKeys("pacing_tempo_slow", "pacing_tempo_fast",
                "pacing_scenes");
    }

    @Test
    void twoColumnsThatContradictEachOtherAreLeftOut() {
        CodedTable table = table("pacing_tempo", "pacing_tempo_fast", "duration", "metadata_length_seconds");

        CodedRow row = row(table, "slow", "1", "15", "15");

        assertThat(row.faults()).containsExactly(new Fault("pacing_tempo_fast", "contradicts pacing_tempo"));
        assertThat(row.values()).containsOnlyKeys("pacing_tempo_slow", "pacing_tempo_moderate",
                "pacing_tempo_variable", "metadata_length_seconds");
    }

    @Test
    void countsOfViewersAreNoCodings() {
        CodedTable table = table("views", "metadata_likes", "metadata_engagement_rate", "creator", "overlay_texts");

        assertThat(table.unread()).containsExactly("views", "metadata_likes", "metadata_engagement_rate", "creator");
        assertThat(row(table, "9", "9", "9", "x", "1").values()).containsOnlyKeys("overlay_texts");
        assertThat(table.problems()).isEmpty();
    }

    @Test
    void aTableThatTellsNothingOrTwiceSaysSo() {
        assertThat(CodedTable.of(List.of("name", "overlay_texts"))).isEmpty();
        assertThat(table("views").problems()).containsExactly("has no column that is named after a feature");
        assertThat(table("overlay_texts", "note", "note", "overlay_texts").problems())
                .containsExactly("has the column overlay_texts twice");
        assertThatIllegalArgumentException().isThrownBy(() -> table("overlay_texts").read(List.of("1")))
                .withMessageStartingWith("row (1 cells) must have 2");
    }

    @Test
    void everyFeatureThatIsNoOutcomeCanBeCoded() {
        for (CreativeFeature feature : FeatureDictionary.STANDARD.features()) {
            CodedTable table = table(feature.name());
            if (!feature.predictor()) {
                assertThat(table.unread()).containsExactly(feature.name());
                continue;
            }
            Double lowest = feature.range().lowest();
            String value = feature.type() == FeatureType.FLAG || feature.type() == FeatureType.CATEGORY
                    || lowest == null
                            ? "1"
                            : String.valueOf(lowest);

            assertThat(row(table, value).values()).as(feature.name()).containsEntry(feature.name(),
                    Double.valueOf(value));
        }
    }
}
