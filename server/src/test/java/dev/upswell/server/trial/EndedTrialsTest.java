package dev.upswell.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.creative.DurationBucket;
import dev.upswell.server.creative.PatternRuns.Tried;
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
