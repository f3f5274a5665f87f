package dev.upswell.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Each rule by itself, and which comes first where several hold.
class EvidenceTest {

    private static final Map<String, Double> QUIET = Map.of("growth_24h", 0.2, "log_level", -3.0);
    private static final Map<String, Double> LOUD = Map.of("growth_24h", 0.9);
    private static final Map<String, Double> NORMS = Map.of("growth_24h", 0.8, "log_level", 0.1);

    private static Evidence evidence(@Nullable Long readings, @Nullable Double usual, @Nullable Double age,
            @Nullable Double late, @Nullable String other, Map<String, Double> effects) {
        return new Evidence(readings, usual, age, late, false, other, effects, NORMS);
    }

    private static Cause miss(Evidence evidence) {
        return evidence.cause(Verdict.MISS, 0.1);
    }

    @Test
    void halfTheUsualReadingsAreEnoughAndFewerAreAGap() {
        assertThat(miss(evidence(4L, 8.0, 1.0, null, null, LOUD))).isEqualTo(Cause.WITHIN_ODDS);
        assertThat(miss(evidence(3L, 8.0, 1.0, null, null, LOUD))).isEqualTo(Cause.DATA_GAP);
        assertThat(miss(evidence(0L, 8.0, null, null, null, LOUD))).isEqualTo(Cause.DATA_GAP);
    }

    @Test
    void aReadingOlderThanThreeUsualStepsIsAGap() {
        assertThat(miss(evidence(8L, 8.0, 9.0, null, null, LOUD))).isEqualTo(Cause.WITHIN_ODDS);
        assertThat(miss(evidence(8L, 8.0, 9.1, null, null, LOUD))).isEqualTo(Cause.DATA_GAP);
    }

    @Test
    void anEntityThatWasNotWatchedBeforeHasNoGap() {
        assertThat(miss(evidence(1L, null, 20.0, null, null, LOUD))).isEqualTo(Cause.WITHIN_ODDS);
    }

    @Test
    void aCallThatCameAfterwardsWasLate() {
        assertThat(miss(evidence(8L, 8.0, 1.0, 6.0, null, LOUD))).isEqualTo(Cause.LATE_DETECTION);
        assertThat(evidence(8L, 8.0, 1.0, 2.0, null, LOUD).cause(Verdict.FALSE_SURGE, 0.6))
                .isEqualTo(Cause.LATE_DETECTION);
    }

    @Test
    void anotherModelThatWasRightOrAnAlertMeansDrift() {
        assertThat(miss(evidence(8L, 8.0, 1.0, null, "logistic", QUIET))).isEqualTo(Cause.MODEL_DRIFT);
        assertThat(miss(new Evidence(8L, 8.0, 1.0, null, true, null, LOUD, NORMS))).isEqualTo(Cause.MODEL_DRIFT);
    }

    @Test
    void aMissAtWhichNoFeatureSpokeUpIsAFeatureGap() {
        assertThat(miss(evidence(8L, 8.0, 1.0, null, null, QUIET))).isEqualTo(Cause.FEATURE_GAP);
    }

    @Test
    void withoutKeptEffectsOrAHitNobodyKnowsHowLoudAFeatureIs() {
        assertThat(miss(evidence(8L, 8.0, 1.0, null, null, Map.of()))).isEqualTo(Cause.WITHIN_ODDS);
        assertThat(miss(new Evidence(8L, 8.0, 1.0, null, false, null, QUIET, Map.of()))).isEqualTo(Cause.WITHIN_ODDS);
    }

    @Test
    void aFalseSurgeOfWhichTheModelWasSureIsAFeatureGap() {
        Evidence plain = evidence(8L, 8.0, 1.0, null, null, LOUD);

        assertThat(plain.cause(Verdict.FALSE_SURGE, 0.8)).isEqualTo(Cause.FEATURE_GAP);
        assertThat(plain.cause(Verdict.FALSE_SURGE, 0.79)).isEqualTo(Cause.WITHIN_ODDS);
    }

    @Test
    void dataComeBeforeLatenessAndLatenessBeforeDriftAndDriftBeforeFeatures() {
        assertThat(miss(evidence(1L, 8.0, 1.0, 6.0, "logistic", QUIET))).isEqualTo(Cause.DATA_GAP);
        assertThat(miss(evidence(8L, 8.0, 1.0, 6.0, "logistic", QUIET))).isEqualTo(Cause.LATE_DETECTION);
        assertThat(miss(evidence(8L, 8.0, 1.0, null, "logistic", QUIET))).isEqualTo(Cause.MODEL_DRIFT);
    }
}
