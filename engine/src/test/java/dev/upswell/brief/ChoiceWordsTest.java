package dev.upswell.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureType;
import dev.upswell.pattern.Choice;
import dev.upswell.pattern.Choice.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChoiceWordsTest {

    private static final Locale INDONESIAN = Locale.of("id");
    private static final int LONGEST = 140;
    private static final ChoiceWords ENGLISH_WORDS = ChoiceWords.in(Locale.ENGLISH);
    private static final ChoiceWords INDONESIAN_WORDS = ChoiceWords.in(INDONESIAN);

    static Choice choice(String feature, Side side, double threshold) {
        return new Choice(FeatureDictionary.STANDARD.get(feature), side, threshold);
    }

    @Test
    void countsAreWholeNumbersThatKeepTheThresholdsSense() {
        assertThat(ENGLISH_WORDS.say(choice("overlay_opening_texts", Side.ABOVE, 2.5)))
                .isEqualTo("Show at least 3 texts in the first 5 seconds");
        assertThat(ENGLISH_WORDS.say(choice("overlay_opening_texts", Side.AT_MOST, 2.5)))
                .isEqualTo("Show at most 2 texts in the first 5 seconds");
        assertThat(ENGLISH_WORDS.say(choice("overlay_opening_texts", Side.ABOVE, 0.5)))
                .isEqualTo("Show at least 1 text in the first 5 seconds");
        assertThat(ENGLISH_WORDS.say(choice("overlay_opening_texts", Side.AT_MOST, 0.5)))
                .isEqualTo("Do not show texts in the first 5 seconds");
        assertThat(ENGLISH_WORDS.say(choice("overlay_opening_texts", Side.ABOVE, 3)))
                .isEqualTo("Show at least 4 texts in the first 5 seconds");
        assertThat(INDONESIAN_WORDS.say(choice("overlay_opening_texts", Side.ABOVE, 2.5)))
                .isEqualTo("Tampilkan minimal 3 teks dalam 5 detik pertama");
        assertThat(INDONESIAN_WORDS.say(choice("overlay_opening_texts", Side.AT_MOST, 0.5)))
                .isEqualTo("Jangan tampilkan teks dalam 5 detik pertama");
    }

    @Test
    void noneOfSomethingTellsNoPlaceForIt() {
        assertThat(ENGLISH_WORDS.say(choice("density_scene_changes", Side.AT_MOST, 0.5)))
                .isEqualTo("Do not change the scene");
        assertThat(ENGLISH_WORDS.say(choice("density_pair_text_sticker", Side.AT_MOST, 0)))
                .isEqualTo("Do not show text together with a sticker");
        assertThat(INDONESIAN_WORDS.say(choice("density_pair_text_sticker", Side.AT_MOST, 0)))
                .isEqualTo("Jangan tampilkan teks bersama stiker");
    }

    @Test
    void ratesFractionsAndFlagsAreSaidInTheirUnits() {
        assertThat(ENGLISH_WORDS.say(choice("pacing_cuts_per_minute", Side.AT_MOST, 20)))
                .isEqualTo("Keep cuts at or below 20 a minute");
        assertThat(ENGLISH_WORDS.say(choice("pacing_curve_mean", Side.ABOVE, 0.5)))
                .isEqualTo("Make more than 30 cuts a minute on average over the whole video");
        assertThat(ENGLISH_WORDS.say(choice("framing_eye_contact", Side.ABOVE, 0.425)))
                .isEqualTo("Look into the camera for more than 43% of the video");
        assertThat(INDONESIAN_WORDS.say(choice("overlay_display_seconds", Side.ABOVE, 2.5)))
                .isEqualTo("Tahan setiap teks atau stiker di layar selama lebih dari 2,5 detik");
        assertThat(ENGLISH_WORDS.say(choice("metadata_has_question", Side.AT_MOST, 0.5)))
                .isEqualTo("Post without a question in the caption");
        assertThat(ENGLISH_WORDS.say(choice("metadata_has_question", Side.ABOVE, 0.5)))
                .isEqualTo("Ask a question in the caption");
        assertThat(ENGLISH_WORDS.say(choice("metadata_polarity", Side.AT_MOST, -0.25)))
                .isEqualTo("Make the caption sound no better than −0.25 on a scale from −1 to 1");
    }

    @Test
    void timesAreSecondsOfTheBucketWhereItIsKnown() {
        Choice window = choice("density_curve_window_1", Side.ABOVE, 2.5);
        assertThat(ENGLISH_WORDS.say(window, DurationBucket.UP_TO_15))
                .isEqualTo("Show more than 2.5 elements a second at 0–3 s");
        assertThat(INDONESIAN_WORDS.say(window, DurationBucket.UP_TO_30))
                .isEqualTo("Tampilkan lebih dari 2,5 elemen per detik pada detik 0–5");
        assertThat(ENGLISH_WORDS.say(choice("density_curve_closing", Side.ABOVE, 1), DurationBucket.UP_TO_15))
                .isEqualTo("Show more than 1 element a second at 10.5–15 s");
        Choice climax = choice("emotion_climax_at", Side.ABOVE, 0.4);
        assertThat(ENGLISH_WORDS.say(climax, DurationBucket.UP_TO_15)).isEqualTo("Bring the climax after second 6");
        assertThat(ENGLISH_WORDS.say(climax)).isEqualTo("Bring the climax after 40% of the video");
        assertThat(ENGLISH_WORDS.say(choice("pacing_first_cut_second", Side.AT_MOST, 1.5)))
                .isEqualTo("Make the first cut in the first 1.5 seconds");
        assertThat(INDONESIAN_WORDS.say(choice("emotion_climax_at", Side.AT_MOST, 0)))
                .isEqualTo("Munculkan klimaks tepat di awal video");
    }

    @Test
    void everyChoiceIsSaidPlainlyInBothLanguagesAndEveryBucket() {
        List<String> broken = new ArrayList<>();
        everyWording((language, words) -> {
            for (CreativeFeature feature : FeatureDictionary.STANDARD.choices()) {
                for (Side side : Side.values()) {
                    for (double threshold : thresholds(feature)) {
                        String said = words.apply(new Choice(feature, side, threshold));
                        if (!plain(said) || said.contains(feature.name())
                                || language.equals(INDONESIAN) && EnglishWords.in(said)) {
                            broken.add(feature.name() + ": " + said);
                        }
                    }
                }
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void differentChoicesAreSaidDifferently() {
        List<String> same = new ArrayList<>();
        everyWording((language, words) -> {
            Map<String, String> whose = new HashMap<>();
            for (CreativeFeature feature : FeatureDictionary.STANDARD.choices()) {
                for (Side side : Side.values()) {
                    String said = words.apply(new Choice(feature, side, 0.5));
                    String before = whose.put(said, feature.name() + " " + side);
                    if (before != null) {
                        same.add(before + " and " + feature.name() + " " + side + ": " + said);
                    }
                }
            }
        });
        assertThat(same).isEmpty();
    }

    /// What is to be done with the words of a language, without a bucket and in each.
    interface Wording {
        void use(Locale language, Function<Choice, String> words);
    }

    private static void everyWording(Wording wording) {
        for (Locale language : List.of(Locale.ENGLISH, INDONESIAN)) {
            ChoiceWords words = ChoiceWords.in(language);
            wording.use(language, words::say);
            for (DurationBucket bucket : DurationBucket.values()) {
                wording.use(language, choice -> words.say(choice, bucket));
            }
        }
    }

    private static double[] thresholds(CreativeFeature feature) {
        return feature.type() == FeatureType.FLAG || feature.type() == FeatureType.CATEGORY
                ? new double[]{0.5}
                : new double[]{0, 0.0312, 0.5, 1, 2.5, 123.4};
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("[{}_]|null|NaN|\\s{2}|\\s[.,)]|at at|\\bof of\\b");

    private static boolean plain(String said) {
        return said.length() <= LONGEST && Character.isUpperCase(said.charAt(0)) && !PLACEHOLDER.matcher(said).find()
                && said.equals(said.strip());
    }
}
