package dev.upswell.creative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CreativeDictionaryTest {

    private static final FeatureDictionary DICTIONARY = FeatureDictionary.STANDARD;

    @Test
    void hasExactly432FeaturesInSevenBlocks() {
        assertThat(DICTIONARY.size()).isEqualTo(432);
        assertThat(Arrays.stream(CreativeBlock.values()).collect(
                Collectors.toMap(CreativeBlock::label, block -> DICTIONARY.of(block).size())))
                .isEqualTo(Map.of("creative density", 89, "visual overlay", 76, "emotional journey", 67,
                        "person framing", 52, "scene pacing", 48, "speech", 40, "metadata", 60));
        assertThat(CreativeBlock.values()).allMatch(block -> DICTIONARY.of(block).size() == block.size());
    }

    @Test
    void findsEachFeatureAtItsPlace() {
        for (int place = 0; place < DICTIONARY.size(); place++) {
            CreativeFeature feature = DICTIONARY.features().get(place);
            assertThat(DICTIONARY.place(feature.name())).hasValue(place);
            assertThat(DICTIONARY.get(feature.name())).isSameAs(feature);
        }
        assertThat(DICTIONARY.place("textOverlayDensity")).isEmpty();
        assertThatThrownBy(() -> DICTIONARY.get("textOverlayDensity"))
                .hasMessageContaining("creative feature (textOverlayDensity) must be in the dictionary");
    }

    @Test
    void noOutcomeIsAmongThePredictors() {
        assertThat(DICTIONARY.predictors()).hasSize(432 - 10)
                .noneMatch(feature -> feature.role() == FeatureRole.OUTCOME);
        assertThat(DICTIONARY.features()).filteredOn(feature -> feature.role() == FeatureRole.OUTCOME)
                .extracting(CreativeFeature::name).containsExactly("metadata_views", "metadata_likes",
                        "metadata_comments", "metadata_shares", "metadata_saves", "metadata_engagement_rate",
                        "metadata_likes_per_view", "metadata_comments_per_view", "metadata_shares_per_view",
                        "metadata_above_average");
    }

    /// Whatever reads a count of viewers is an outcome, under whatever name.
    @Test
    void whatIsReadFromCountsOfViewersIsAnOutcome() {
        assertThat(DICTIONARY.predictors()).noneMatch(feature -> (feature.first() + feature.second()).matches(
                ".*(viewCount|likeCount|commentCount|shareCount|saveCount|ngagementRate|ViewsRatio|AverageEngagement"
                        + "|viralPotential|engagementVelocity).*"));
    }

    @Test
    void patternsAreAboutChoicesOnly() {
        assertThat(DICTIONARY.predictors()).filteredOn(feature -> feature.role() == FeatureRole.CONTEXT)
                .extracting(CreativeFeature::name).containsExactly("metadata_length_seconds", "metadata_publish_hour",
                        "metadata_publish_weekday", "metadata_is_verified");
        assertThat(DICTIONARY.choices()).hasSize(432 - 10 - 4);
    }

    @Test
    void seventeenFieldsAreOneHotAndEachValueStandsOnce() {
        Map<String, List<CreativeFeature>> fields = DICTIONARY.fields();

        assertThat(fields).hasSize(17);
        assertThat(fields.values()).allSatisfy(values -> assertThat(values).hasSizeGreaterThanOrEqualTo(3)
                .extracting(CreativeFeature::category).doesNotHaveDuplicates());
        assertThat(fields.values().stream().mapToInt(List::size).sum()).isEqualTo(DICTIONARY.features().stream()
                .filter(feature -> feature.type() == FeatureType.CATEGORY).count()).isEqualTo(71);
        assertThat(fields.get("density_acceleration")).extracting(CreativeFeature::category).containsExactly(
                "density_acceleration=front_loaded", "density_acceleration=even", "density_acceleration=back_loaded",
                "density_acceleration=oscillating");
    }

    @Test
    void fifteenPairsOfElementsAreFixed() {
        assertThat(DICTIONARY.features()).filteredOn(feature -> feature.name().startsWith("density_pair_")).hasSize(15);
    }

    @Test
    void sixTimelinesHaveSixStatisticsTenWindowsAndSevenMoments() {
        assertThat(DICTIONARY.features()).filteredOn(feature -> feature.name().contains("_curve_"))
                .extracting(CreativeFeature::block).hasSize(6 * 23).containsOnly(CreativeBlock.DENSITY,
                        CreativeBlock.OVERLAY, CreativeBlock.EMOTION, CreativeBlock.FRAMING, CreativeBlock.PACING,
                        CreativeBlock.SPEECH);
        assertThat(DICTIONARY.features()).filteredOn(feature -> feature.name().contains("_curve_window_"))
                .hasSize(6 * 10);
    }

    @Test
    void openingAndCallWindowsComeFromTheMarkers() {
        assertThat(DICTIONARY.features()).filteredOn(feature -> feature.analyser() == Analyser.TEMPORAL_MARKERS)
                .hasSizeGreaterThan(12)
                .allMatch(feature -> feature.first().matches("(first_5_seconds|cta_window)\\..*"))
                .allMatch(feature -> feature.first().equals(feature.second()));
    }

    @Test
    void everyFeatureOfABlockIsReadFromItsAnalyserOrTheMarkers() {
        for (CreativeBlock block : CreativeBlock.values()) {
            assertThat(DICTIONARY.of(block).stream().map(CreativeFeature::analyser)
                    .filter(analyser -> analyser != Analyser.TEMPORAL_MARKERS).distinct()).hasSize(1);
        }
    }

    @Test
    void flagsAndCategoriesLieBetweenZeroAndOne() {
        assertThat(DICTIONARY.features())
                .filteredOn(feature -> feature.type() == FeatureType.FLAG || feature.type() == FeatureType.CATEGORY)
                .allMatch(feature -> feature.range().holds(0) && feature.range().holds(1)
                        && !feature.range().holds(2) && !feature.range().holds(-1));
        assertThat(DICTIONARY.features()).filteredOn(feature -> feature.type() == FeatureType.COUNT)
                .noneMatch(feature -> feature.range().holds(-1));
    }

    @Test
    void constantsOfTheSecondGenerationAreMarked() {
        assertThat(DICTIONARY.get("density_effect_elements").constantIn(Generation.SECOND)).isTrue();
        assertThat(DICTIONARY.get("density_effect_elements").constantIn(Generation.FIRST)).isFalse();
        assertThat(DICTIONARY.get("emotion_tempo_sync").constantIn(Generation.SECOND)).isTrue();
        assertThat(DICTIONARY.get("density_progression_stable").constantIn(Generation.SECOND)).isTrue();
        assertThat(DICTIONARY.get("density_average").constantIn(Generation.SECOND)).isFalse();
    }

    @Test
    void rowsThatLackSomethingAreRefused() {
        String sound = "speech_words\tspeech\tcount\tcount\t0\t\t\tno speech\tchoice\tspeech_analysis\t\t"
                + "CoreMetrics.totalWords number\t\twords";

        assertThat(FeatureDictionary.row(sound).range().holds(1e9)).isTrue();
        assertThatThrownBy(() -> FeatureDictionary.row(sound.replace("\tno speech", "\t")))
                .hasMessageContaining("creative feature (speech_words) must say its unit, its meaning and the meaning");
        assertThatThrownBy(() -> FeatureDictionary.row(sound.replace("CoreMetrics.totalWords number", "")))
                .hasMessageContaining("must be told by one generation at least");
        assertThatThrownBy(() -> FeatureDictionary.row(sound.replace("speech_words", "words")))
                .hasMessageContaining("must be snake_case and begin with speech_");
        assertThatThrownBy(() -> FeatureDictionary.row(sound.replace("\tcount\tcount", "\tcategory\tcount")))
                .hasMessageContaining("must name field and value");
        assertThatThrownBy(() -> FeatureDictionary.row(sound + "\tmore")).hasMessageContaining("must have 14 columns");
        assertThatThrownBy(() -> new FeatureDictionary(
                List.of(FeatureDictionary.row(sound), FeatureDictionary.row(sound))))
                .hasMessageContaining("creative feature (speech_words) must stand once");
    }

    @Test
    void bucketsHoldTheirUpperBound() {
        assertThat(DurationBucket.find(15)).hasValue(DurationBucket.UP_TO_15);
        assertThat(DurationBucket.find(15.01)).hasValue(DurationBucket.UP_TO_30);
        assertThat(DurationBucket.find(120)).hasValue(DurationBucket.UP_TO_120);
        assertThat(DurationBucket.find(120.5)).isEmpty();
        assertThat(DurationBucket.find(0)).isEmpty();
        assertThat(DurationBucket.UP_TO_30.label()).isEqualTo("15–30 s");
    }
}
