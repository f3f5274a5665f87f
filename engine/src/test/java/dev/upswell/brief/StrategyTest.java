package dev.upswell.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.across.Hierarchy.Place;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.pattern.Choice;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StrategyTest {

    private static final DurationBucket SHORT = DurationBucket.UP_TO_15;

    private static Strategy strategy(StrategyKind kind) {
        return Strategy.of(Samples.rich(), SHORT).get(kind.ordinal());
    }

    @Test
    void thereAreTenInFiveFormats() {
        Map<StrategyKind.Format, Long> formats = Arrays.stream(StrategyKind.values())
                .collect(Collectors.groupingBy(StrategyKind::format, Collectors.counting()));

        assertThat(formats).isEqualTo(Map.of(StrategyKind.Format.RECIPE, 3L, StrategyKind.Format.PATTERN, 3L,
                StrategyKind.Format.COMPARATIVE, 2L, StrategyKind.Format.ELEMENT, 1L, StrategyKind.Format.NARRATIVE,
                1L));
        assertThat(Strategy.of(Samples.rich(), SHORT)).extracting(Strategy::kind)
                .containsExactly(StrategyKind.values());
    }

    @Test
    void everyChoiceBelongsToAStrategyOfItsOwnBesidesTheOneThatJoinsAll() {
        List<CreativeFeature> homeless = FeatureDictionary.STANDARD.choices().stream()
                .filter(feature -> Arrays.stream(StrategyKind.values())
                        .filter(kind -> kind != StrategyKind.VIRAL_REPLICATION).noneMatch(kind -> kind.covers(feature)))
                .toList();
        assertThat(homeless).isEmpty();
    }

    @Test
    void findingsAreSortedIntoTheQuestionsTheyAnswer() {
        assertThat(strategy(StrategyKind.HOOK).patterns()).containsExactly(Samples.TEXTS);
        assertThat(strategy(StrategyKind.CALL_TO_ACTION).patterns()).containsExactly(Samples.CALL);
        assertThat(strategy(StrategyKind.PACING).patterns()).containsExactly(Samples.CUTS);
        assertThat(strategy(StrategyKind.TEXT_OVERLAYS).patterns()).containsExactly(Samples.TEXTS, Samples.CALL);
        assertThat(strategy(StrategyKind.TREND_JACKING).antiPatterns()).containsExactly(Samples.HASHTAGS,
                Samples.QUESTION);
        assertThat(strategy(StrategyKind.EMOTIONAL_JOURNEY).patterns()).containsExactly(Samples.SMALL);
        assertThat(strategy(StrategyKind.EMOTIONAL_JOURNEY).untested()).containsExactly(Samples.JOY);
        assertThat(strategy(StrategyKind.DURATION_TACTICS).confirmed()).isFalse();
        assertThat(strategy(StrategyKind.VIRAL_REPLICATION).patterns()).extracting(Finding::choice)
                .containsExactly(Samples.TEXTS.choice(), Samples.CUTS.choice(), Samples.CLOSE.choice(),
                        Samples.CALL.choice(), Samples.SMALL.choice());
    }

    @Test
    void whatTheOthersLeanAgainstIsNotToBeTried() {
        Finding against = Samples.finding("emotion_share_joy", Choice.Side.ABOVE, .29, true, Label.NOT_CONFIRMED, -.08);
        Finding opposite = Samples.finding("emotion_share_joy", Choice.Side.ABOVE, .29, false, Label.NOT_CONFIRMED,
                .11);
        Finding avoided = Samples.finding("emotion_share_fear", Choice.Side.ABOVE, .29, false, Label.NOT_CONFIRMED,
                -.2);

        assertThat(Strategy.worthTrying(Samples.JOY)).isTrue();
        assertThat(Strategy.worthTrying(avoided)).isTrue();
        assertThat(Strategy.worthTrying(against)).isFalse();
        assertThat(Strategy.worthTrying(opposite)).isFalse();
        assertThat(Strategy.worthTrying(Samples.TEXTS)).as("it is confirmed").isFalse();
    }

    @Test
    void industriesAreFactsToCompareWith() {
        assertThat(Industry.all()).extracting(Industry::key).containsExactly("nutritional_supplements",
                "functional_drinks", "beauty");
        assertThat(Industry.find("functional_drinks")).hasValueSatisfying(drinks -> {
            assertThat(drinks.typicalEngagement()).isEqualTo(0.052);
            assertThat(drinks.preferred()).containsExactly(DurationBucket.UP_TO_15, DurationBucket.UP_TO_30);
            assertThat(drinks.name(Locale.of("id"))).isEqualTo("minuman fungsional");
            assertThat(drinks.place()).isEqualTo(new Place("functional_drinks", "consumables", "wellness"));
        });
        assertThat(Industry.find("beauty")).hasValueSatisfying(beauty -> {
            assertThat(beauty.typicalEngagement()).isNull();
            assertThat(beauty.hashtags()).isEmpty();
            assertThat(beauty.preferred()).isEmpty();
        });
        assertThat(Industry.find("steel")).isEmpty();
    }
}
