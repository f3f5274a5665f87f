package dev.upswell.server.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.brief.FieldTrial;
import dev.upswell.creative.DurationBucket;
import dev.upswell.learn.Interval;
import dev.upswell.pattern.Choice;
import dev.upswell.server.creative.PatternRuns.Tried;
import dev.upswell.trial.Lift;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EndedTrialsTest {

    @Test
    void bothArmsOfAValidatedTrialCountDoubleOnceItHasEnded() {
        var tried = new TriedPatterns();
        var ended = new EndedTrials(tried.tenant, tried.database);
        String id = tried.begin("strong");
        tried.pairs(id, 60, 2);
        assertThat(tried.trials.get(id).standing().verdict().word()).isEqualTo("validated");
        assertThat(ended.videos()).as("before its end").isEmpty();

        tried.trials.end(id);

        assertThat(ended.videos()).hasSize(120).contains(new Tried("t0", DurationBucket.UP_TO_30, 2, true),
                new Tried("c0", DurationBucket.UP_TO_30, 2, true));
    }

    @Test
    void reportsReadTheLiftOfTrialsThatHaveEnded() {
        var tried = new TriedPatterns();
        String strong = tried.begin("strong");
        tried.pairs(strong, 60, 2);
        assertThat(tried.trials.tried()).as("before its end").isEmpty();
        tried.trials.end(strong);
        String none = tried.begin("without a video");
        tried.trials.end(none);
        tried.begin("running");

        assertThat(tried.trials.tried()).extracting(FieldTrial::outcome).containsExactlyInAnyOrder(
                FieldTrial.Outcome.OPEN, FieldTrial.Outcome.VALIDATED);
        assertThat(tried.trials.tried()).filteredOn(one -> one.outcome() == FieldTrial.Outcome.VALIDATED).first()
                .satisfies(one -> {
                    Lift lift = tried.trials.get(strong).standing().verdict().lifted().orElseThrow();
                    assertThat(one.lift()).isEqualTo(lift.value() - 1);
                    assertThat(one.interval()).isEqualTo(new Interval(
                            Objects.requireNonNull(lift.interval()).low() - 1, lift.interval().high() - 1));
                    assertThat(one.asked()).isEqualTo(60);
                    assertThat(one.tried(new Choice(TriedPatterns.FEATURE, Choice.Side.ABOVE, 3),
                            DurationBucket.UP_TO_30)).isTrue();
                    assertThat(one.tried(new Choice(TriedPatterns.FEATURE, Choice.Side.AT_MOST, 3),
                            DurationBucket.UP_TO_30)).isFalse();
                });
    }

    @Test
    void aTrialAsksForALength() {
        var tried = new TriedPatterns();

        assertThatExceptionOfType(TrialRefused.class).isThrownBy(() -> tried.trials.begin(new Trials.Wanted("any",
                TriedPatterns.FEATURE.name(), Choice.Side.ABOVE, .5, DurationBucket.UNKNOWN, null, "ada")))
                .withMessageContaining("Videos of unknown length cannot be asked for in a trial.");
    }

    @Test
    void videosOfARejectedPatternCountOnceAsAnyOtherAndOfAnUndecidedOneAreNotTold() {
        var tried = new TriedPatterns();
        var ended = new EndedTrials(tried.tenant, tried.database);
        String weak = tried.begin("weak");
        tried.pairs(weak, 60, .5);
        tried.trials.end(weak);
        String open = tried.begin("undecided");
        tried.pairs(open, 6, 1.3);
        tried.trials.end(open);

        assertThat(ended.videos()).hasSize(120).allSatisfy(one -> {
            assertThat(one.weight()).isEqualTo(1);
            assertThat(one.positive()).isFalse();
        });
    }
}
