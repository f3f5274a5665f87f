package dev.upswell.brief.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.brief.Samples;
import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.PatternAnalysis;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MissingTest {

    private static final DurationBucket SHORT = DurationBucket.UP_TO_15;

    private static String said(int videos, String language) {
        return new Missing(new PatternAnalysis(List.of(Samples.bucket(SHORT, videos, .05, .6)), 2),
                Voice.in(Locale.of(language), Audience.ANALYST)).text(SHORT);
    }

    @Test
    void moreVideosAreAskedForOnlyWhereMoreWouldTellMore() {
        assertThat(said(10, "en")).contains("are too few to look for patterns: 10 more are needed");
        assertThat(said(64, "en")).contains("nothing was confirmed", "more videos of this length would tell an effect");
        assertThat(said(20_000, "en")).endsWith("So many videos of as many creators would tell an effect of 0.2 "
                + "standard deviations in 80% of cases.").doesNotContain("more videos");
        assertThat(said(20_000, "id")).endsWith("akan menunjukkan efek sebesar 0,2 simpangan baku dalam 80% kasus.");
    }
}
