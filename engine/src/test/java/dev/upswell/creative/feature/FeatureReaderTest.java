package dev.upswell.creative.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.creative.Absence;
import dev.upswell.creative.Analyser;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureRole;
import dev.upswell.creative.Generation;
import dev.upswell.creative.Node;
import dev.upswell.creative.VideoAnalyses;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureReaderTest {

    private static final String OVERLAYS_A = """
        CoreMetrics.totalTextOverlays 3
        CoreMetrics.totalStickers 1
        CoreMetrics.uniqueTexts 2
        CoreMetrics.timeToFirstText 1.5
        CoreMetrics.confidence 0.8
        Patterns.overlayStrategy dynamic
        Patterns.confidence 0.9
        """;

    @Test
    void everyVideoHasAllFeatures() {
        CreativeVector nothing = read(30.0, Map.of());

        assertThat(nothing.values()).hasSize(432);
        assertThat(nothing.known()).isZero();
        assertThat(FeatureDictionary.STANDARD.features())
                .allMatch(feature -> nothing.absence(feature).orElseThrow() == Absence.NOT_ANALYSED);
    }

    @Test
    void everyPlaceOfTheDictionaryIsWellFormed() {
        for (CreativeFeature feature : FeatureDictionary.STANDARD.features()) {
            for (Generation generation : Generation.values()) {
                assertThat(Place.all(feature.reading(generation))).as(feature.name())
                        .hasSize(feature.reading(generation).isEmpty()
                                ? 0
                                : feature.reading(generation).split(" or ", -1).length);
            }
        }
    }

    @Test
    void blocksAreFoundWithAndWithoutPrefix() {
        String plain = "CoreMetrics.totalOverlays 7\nDynamics.burstPatterns 2\n";
        String prefixed = plain.replace("CoreM", "visualOverlayCoreM").replace("Dyn", "visualOverlayDyn");

        CreativeVector video = read(20.0, Map.of(Analyser.VISUAL_OVERLAY, Payloads.fields(prefixed)));

        assertThat(video).isEqualTo(read(20.0, Map.of(Analyser.VISUAL_OVERLAY, Payloads.fields(plain))));
        assertThat(value(video, "overlay_total")).isEqualTo(7);
        assertThat(value(video, "overlay_bursts")).isEqualTo(2);
    }

    @Test
    void firstGenerationCountsOverlaysInItsOwnWords() {
        CreativeVector video = read(20.0, Map.of(Analyser.VISUAL_OVERLAY, Payloads.fields(OVERLAYS_A)));

        assertThat(value(video, "overlay_total")).isEqualTo(4);
        assertThat(value(video, "overlay_first_second")).isEqualTo(1.5);
        assertThat(value(video, "overlay_strategy_dynamic")).isEqualTo(1);
        assertThat(value(video, "overlay_strategy_minimal")).isZero();
        assertThat(absence(video, "overlay_per_minute")).isEqualTo(Absence.NOT_IN_GENERATION);
    }

    @Test
    void whatHasNoConfidenceIsInventedAndLeftOut() {
        String invented = OVERLAYS_A.replace("0.9", "0.0") + "KeyEvents.keyTextMoments.0.text Wait for it\n"
                + "KeyEvents.confidence 0\n";

        CreativeVector video = read(20.0, Map.of(Analyser.VISUAL_OVERLAY, Payloads.fields(invented)));

        assertThat(value(video, "overlay_texts")).isEqualTo(3);
        assertThat(absence(video, "overlay_key_texts")).isEqualTo(Absence.NO_CONFIDENCE);
        assertThat(absence(video, "overlay_strategy_dynamic")).isEqualTo(Absence.NO_CONFIDENCE);
    }

    @Test
    void constantsOfTheSecondGenerationAreNotLearntFrom() {
        String told = """
            CoreMetrics.emotionalIntensity 0.5
            CoreMetrics.audioEmotionAlignment 0.0
            Dynamics.tempoEmotionSync 0.0
            KeyEvents.climaxMoment 28s
            """;
        CreativeVector second = read(56.0, Map.of(Analyser.EMOTIONAL_JOURNEY, Payloads.fields(told)));
        CreativeVector first = read(56.0, Map.of(Analyser.EMOTIONAL_JOURNEY, Payloads.fields(
                told.replace("climaxMoment 28s", "climaxMoment.emotion joy\nKeyEvents.climaxMoment.timestamp 28s"))));

        assertThat(absence(second, "emotion_audio_alignment")).isEqualTo(Absence.CONSTANT);
        assertThat(absence(second, "emotion_tempo_sync")).isEqualTo(Absence.CONSTANT);
        assertThat(value(second, "emotion_climax_at")).isEqualTo(0.5);
        assertThat(value(first, "emotion_audio_alignment")).isZero();
        assertThat(value(first, "emotion_climax_at")).isEqualTo(0.5);
    }

    @Test
    void climaxThatIsNotThereHasNoTime() {
        CreativeVector video = read(56.0, Map.of(Analyser.EMOTIONAL_JOURNEY,
                Payloads.fields("KeyEvents.climaxMoment null\nKeyEvents.resolutionMoment soon\n")));

        assertThat(absence(video, "emotion_climax_at")).isEqualTo(Absence.DOES_NOT_OCCUR);
        assertThat(absence(video, "emotion_resolution_at")).isEqualTo(Absence.UNUSABLE);
    }

    @Test
    void engagementIsAFractionInBothGenerations() {
        CreativeVector first = read(20.0, Map.of(Analyser.METADATA,
                Payloads.fields("CoreMetrics.likeCount 80\nCoreMetrics.engagementRate 0.1134\n")));
        CreativeVector second = read(20.0, Map.of(Analyser.METADATA, Payloads.fields(
                "CoreMetrics.viewCount 1000\nInteractions.likeCount 80\nCoreMetrics.engagementRate 11.34\n")));

        assertThat(value(first, "metadata_engagement_rate")).isCloseTo(0.1134, within(1e-12));
        assertThat(value(second, "metadata_engagement_rate")).isCloseTo(0.1134, within(1e-12));
        assertThat(value(second, "metadata_likes_per_view")).isEqualTo(0.08);
        assertThat(FeatureDictionary.STANDARD.get("metadata_likes_per_view").role()).isEqualTo(FeatureRole.OUTCOME);
    }

    @Test
    void timeOfPostingThatCouldNotBeReadIsAbsent() {
        String told = "Interactions.likeCount 8\nDynamics.publishDayOfWeek 0\nDynamics.publishHour ";

        CreativeVector unread = read(20.0, Map.of(Analyser.METADATA, Payloads.fields(told + "0\n")));

        assertThat(absence(unread, "metadata_publish_weekday")).isEqualTo(Absence.NOT_MEASURED);
        assertThat(value(read(20.0, Map.of(Analyser.METADATA, Payloads.fields(told + "7\n"))),
                "metadata_publish_weekday")).isZero();
    }

    @Test
    void emptyIsAValueAndMissingIsNot() {
        CreativeVector silent = read(20.0, Map.of(Analyser.SPEECH,
                Payloads.fields("CoreMetrics.totalWords 0\nDynamics.wpmProgression []\n")));

        assertThat(value(silent, "speech_words")).isZero();
        assertThat(value(silent, "speech_curve_mean")).isZero();
        assertThat(value(silent, "speech_curve_window_6")).isZero();
        assertThat(absence(silent, "speech_curve_window_7")).isEqualTo(Absence.OUTSIDE_VIDEO);
        assertThat(absence(silent, "speech_curve_peak_at")).isEqualTo(Absence.DOES_NOT_OCCUR);
        assertThat(absence(silent, "speech_silence")).isEqualTo(Absence.NOT_TOLD);
        assertThat(absence(silent, "pacing_scenes")).isEqualTo(Absence.NOT_ANALYSED);
    }

    @Test
    void overlaysThatDoNotComeHaveNoFirstSecond() {
        CreativeVector video = read(20.0, Map.of(Analyser.VISUAL_OVERLAY,
                Payloads.fields("CoreMetrics.totalOverlays 0\nCoreMetrics.timeToFirstOverlay 20.0\n")));

        assertThat(value(video, "overlay_total")).isZero();
        assertThat(absence(video, "overlay_first_second")).isEqualTo(Absence.DOES_NOT_OCCUR);
    }

    @Test
    void densityIsCutIntoWindowsAndMoments() {
        StringBuilder told = new StringBuilder();
        double[] levels = {4, 8, 2, 0, 6, 4, 4, 4, 0, 0};
        IntStream.range(0, levels.length).forEach(second -> told.append("Dynamics.densityCurve.%d.second %d\n"
                .formatted(second, second)).append("Dynamics.densityCurve.%d.density %s\n"
                        .formatted(second, levels[second])));

        CreativeVector video = read(10.0, Map.of(Analyser.CREATIVE_DENSITY, Payloads.fields(told.toString())));

        assertThat(value(video, "density_curve_mean")).isCloseTo(3.2, within(1e-9));
        assertThat(value(video, "density_curve_max")).isEqualTo(8);
        assertThat(value(video, "density_curve_range")).isEqualTo(8);
        assertThat(value(video, "density_curve_length")).isEqualTo(10);
        assertThat(value(video, "density_curve_deviation")).isCloseTo(2.56125, within(1e-5));
        assertThat(value(video, "density_curve_window_1")).isEqualTo(6);
        assertThat(value(video, "density_curve_window_5")).isZero();
        assertThat(absence(video, "density_curve_window_6")).isEqualTo(Absence.OUTSIDE_VIDEO);
        assertThat(value(video, "density_curve_peak_at")).isCloseTo(0.1, within(1e-9));
        assertThat(value(video, "density_curve_valley_at")).isCloseTo(0.3, within(1e-9));
        assertThat(value(video, "density_curve_opening")).isCloseTo(14.0 / 3, within(1e-9));
        assertThat(value(video, "density_curve_closing")).isCloseTo(4.0 / 3, within(1e-9));
        assertThat(value(video, "density_curve_peak_ratio")).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void curveThatEndsBeforeTheVideoTellsNothingOfItsEnd() {
        String told = "Dynamics.wpmProgression.0 200\nDynamics.wpmProgression.1 100\nCoreMetrics.totalWords 25\n";

        CreativeVector video = read(60.0, Map.of(Analyser.SPEECH, Payloads.fields(told)));

        assertThat(value(video, "speech_curve_window_1")).isCloseTo(1100.0 / 6, within(1e-9));
        assertThat(absence(video, "speech_curve_window_3")).isEqualTo(Absence.NOT_TOLD);
        assertThat(absence(video, "speech_curve_closing")).isEqualTo(Absence.NOT_TOLD);
    }

    @Test
    void withoutALengthThereAreNoWindowsUnlessAPayloadTellsIt() {
        String curve = "Dynamics.densityCurve.0.second 0\nDynamics.densityCurve.0.density 5\n";
        Node.Fields density = Payloads.fields(curve);

        CreativeVector unknown = read(null, Map.of(Analyser.CREATIVE_DENSITY, density));
        CreativeVector told = read(null, Map.of(Analyser.CREATIVE_DENSITY, density, Analyser.METADATA,
                Payloads.fields("CoreMetrics.videoDuration 5\n")));

        assertThat(value(unknown, "density_curve_mean")).isEqualTo(5);
        assertThat(absence(unknown, "density_curve_window_1")).isEqualTo(Absence.LENGTH_UNKNOWN);
        assertThat(value(told, "density_curve_window_1")).isEqualTo(5);
    }

    @Test
    void pairsAreFoundInEitherOrderAndAreZeroWhenNotTold() {
        CreativeVector video = read(20.0, Map.of(Analyser.CREATIVE_DENSITY, Payloads.fields("""
            Interactions.elementCooccurrence.object_text 30
            Interactions.elementCooccurrence.text_scene_change 4
            """)));

        assertThat(value(video, "density_pair_text_object")).isEqualTo(30);
        assertThat(value(video, "density_pair_text_transition")).isEqualTo(4);
        assertThat(value(video, "density_pair_object_gesture")).isZero();
    }

    @Test
    void shotsBecomeLevelsAndShares() {
        String told = """
            CoreMetrics.averageFaceSize 12.5
            CoreMetrics.eyeContactRate 0
            Dynamics.gazeSteadiness unknown
            Dynamics.framingProgression.0.type close
            Dynamics.framingProgression.0.start 0
            Dynamics.framingProgression.0.end 3
            Dynamics.framingProgression.1.type none
            Dynamics.framingProgression.1.start 3
            Dynamics.framingProgression.1.end 4
            """;
        CreativeVector video = read(4.0, Map.of(Analyser.PERSON_FRAMING, Payloads.fields(told)));

        assertThat(value(video, "framing_share_close")).isEqualTo(0.75);
        assertThat(value(video, "framing_share_nobody")).isEqualTo(0.25);
        assertThat(value(video, "framing_curve_mean")).isEqualTo(2.25);
        assertThat(value(video, "framing_changes")).isEqualTo(1);
        assertThat(value(video, "framing_face_size")).isEqualTo(0.125);
        assertThat(absence(video, "framing_eye_contact")).isEqualTo(Absence.NOT_MEASURED);
    }

    /// The second generation writes 0 scenes and a `medium` framing where it found neither cuts nor faces to look at.
    @Test
    void whatStandsBesideMetricsThatWereNotComputedIsNotBelieved() {
        CreativeVector video = read(80.0, Map.of(Analyser.SCENE_PACING, Payloads.fields("""
            CoreMetrics.totalScenes 0
            CoreMetrics.scenesPerMinute 0
            CoreMetrics.rhythmConsistency consistent
            """), Analyser.PERSON_FRAMING, Payloads.fields("""
            CoreMetrics.averageFaceSize 0
            CoreMetrics.faceVisibilityRate 0
            CoreMetrics.subjectCount 1
            CoreMetrics.dominantFraming medium
            """)));

        assertThat(absence(video, "pacing_scenes")).isEqualTo(Absence.UNUSABLE);
        assertThat(absence(video, "pacing_cuts_per_minute")).isEqualTo(Absence.NOT_MEASURED);
        assertThat(absence(video, "pacing_rhythm_consistent")).isEqualTo(Absence.NOT_MEASURED);
        assertThat(absence(video, "framing_dominant_medium")).isEqualTo(Absence.NOT_MEASURED);
        assertThat(absence(video, "framing_most_people")).isEqualTo(Absence.NOT_MEASURED);
        assertThat(value(video, "framing_face_visible")).isZero();
    }

    @Test
    void rawFramingMetricsAreReadToo() {
        CreativeVector video = read(4.0, Map.of(Analyser.PERSON_FRAMING, Payloads.fields("""
            face_screen_time_ratio 1.6
            person_screen_time_ratio 0.8
            dominant_shot_type medium_shot
            framing_changes 4
            """)));

        assertThat(value(video, "framing_presence")).isEqualTo(0.8);
        assertThat(value(video, "framing_dominant_medium")).isEqualTo(1);
        assertThat(value(video, "framing_changes")).isEqualTo(4);
        assertThat(absence(video, "framing_face_visible")).as("a share of 1.6").isEqualTo(Absence.UNUSABLE);
    }

    @Test
    void markersTellTheOpeningAndTheClosing() {
        CreativeVector video = read(29.0, Map.of(Analyser.TEMPORAL_MARKERS, Payloads.fields("""
            first_5_seconds.density_progression.0 7
            first_5_seconds.density_progression.1 3
            first_5_seconds.text_moments.0.timestamp 2s
            first_5_seconds.emotion_sequence.0 positive
            first_5_seconds.emotion_sequence.1 neutral
            first_5_seconds.scene_changes []
            cta_window.speech_emphasis.words_per_second 1.75
            """)));

        assertThat(value(video, "density_opening_5s")).isEqualTo(5);
        assertThat(value(video, "overlay_opening_texts")).isEqualTo(1);
        assertThat(value(video, "overlay_opening_first_text")).isEqualTo(2);
        assertThat(value(video, "emotion_opening_positive")).isEqualTo(0.5);
        assertThat(value(video, "pacing_opening_cuts")).isZero();
        assertThat(absence(video, "pacing_first_cut_second")).isEqualTo(Absence.DOES_NOT_OCCUR);
        assertThat(value(video, "speech_closing_words_per_second")).isEqualTo(1.75);
    }

    @Test
    void envelopesAreOpenedAndFailuresAreNotAnalyses() {
        String blocks = "parsed_response.CoreMetrics.avgDensity 13.1\nsource python_precompute\nsuccess true\n"
                + "result {text}\nparsed_response.CoreMetrics.elementCounts.effect 0\n";

        CreativeVector video = read(20.0, Map.of(Analyser.CREATIVE_DENSITY, Payloads.fields(blocks)));
        CreativeVector failed = read(20.0, Map.of(Analyser.CREATIVE_DENSITY,
                Payloads.fields(blocks.replace("success true", "success false")), Analyser.TEMPORAL_MARKERS,
                Payloads.fields("metadata.error no frames\nfirst_5_seconds.scene_changes []\n")));

        assertThat(value(video, "density_average")).isEqualTo(13.1);
        assertThat(absence(video, "density_effect_elements")).isEqualTo(Absence.CONSTANT);
        assertThat(absence(failed, "density_average")).isEqualTo(Absence.NOT_ANALYSED);
        assertThat(absence(failed, "pacing_opening_cuts")).isEqualTo(Absence.NOT_ANALYSED);
    }

    @Test
    void payloadThatDoesNotShowItsGenerationTakesThatOfTheOthers() {
        String density = "CoreMetrics.elementCounts.effect 0\n";

        CreativeVector first = read(20.0, Map.of(Analyser.CREATIVE_DENSITY, Payloads.fields(density),
                Analyser.VISUAL_OVERLAY, Payloads.fields(OVERLAYS_A)));
        CreativeVector alone = read(20.0, Map.of(Analyser.CREATIVE_DENSITY, Payloads.fields(density)));

        assertThat(value(first, "density_effect_elements")).isZero();
        assertThat(absence(alone, "density_effect_elements")).isEqualTo(Absence.CONSTANT);
    }

    @Test
    void payloadsOfAnyShapeAreReadWithoutAnError() {
        Node[] odd = {new Node.Text("x"), new Node.Amount(-3), new Node.Nothing(), new Node.Truth(true),
                new Node.Items(List.of(new Node.Nothing(), new Node.Text("-5-a s"))),
                new Node.Fields(Map.of("timestamp", new Node.Fields(Map.of())))};
        for (Node node : odd) {
            for (CreativeFeature feature : FeatureDictionary.STANDARD.features()) {
                for (Generation generation : Generation.values()) {
                    for (Place place : Place.all(feature.reading(generation))) {
                        Node whole = node;
                        for (String name : place.path().reversed()) {
                            whole = new Node.Fields(Map.of(name, whole));
                        }
                        CreativeVector video = read(20.0, Map.of(feature.analyser(), (Node.Fields) whole));
                        video.find(feature).ifPresent(value -> assertThat(feature.range().holds(value))
                                .as("%s of %s", feature.name(), node).isTrue());
                    }
                }
            }
        }
    }

    private static CreativeVector read(@Nullable Double length, Map<Analyser, Node.Fields> payloads) {
        return FeatureReader.read(new VideoAnalyses(payloads, length));
    }

    private static double value(CreativeVector video, String name) {
        CreativeFeature feature = FeatureDictionary.STANDARD.get(name);
        return video.find(feature).orElseThrow(() -> new AssertionError(name + ": " + video.absence(feature)));
    }

    private static Absence absence(CreativeVector video, String name) {
        CreativeFeature feature = FeatureDictionary.STANDARD.get(name);
        return video.absence(feature)
                .orElseThrow(() -> new AssertionError(name + ": " + video.find(feature)));
    }
}
