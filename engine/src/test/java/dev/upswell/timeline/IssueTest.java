package dev.upswell.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssueTest {

    private static final EntityId TAG = EntityId.hashtag("tag");
    private static final Instant NOW = Instant.parse("2025-05-01T12:00:00Z");

    @Test
    void clockMayRunAQuarterOfAnHourAheadAndNoMore() {
        assertThat(Issue.ofTime(reading("2025-05-01T12:15:00Z", 1), NOW)).isEmpty();
        assertThat(Issue.ofTime(reading("2025-05-01T12:15:01Z", 1), NOW))
                .hasValue(new Issue.FutureTimestamp(TAG, "api", Instant.parse("2025-05-01T12:15:01Z"), NOW));
    }

    @Test
    void readingFromBeforeTikTokIsABrokenClock() {
        assertThat(Issue.ofTime(reading("1970-01-01T00:00:00Z", 1), NOW))
                .hasValue(new Issue.ImplausiblyOldTimestamp(TAG, "api", Instant.EPOCH));
    }

    @Test
    void everyFallOfACounterIsAnIssueWithBothValues() {
        EntitySeries series = EntitySeries.of(TAG, "api", List.of(reading("2025-05-01T11:00:00Z", 90),
                reading("2025-05-01T10:00:00Z", 100), reading("2025-05-01T12:00:00Z", 95)));

        assertThat(series.falls(Instant.EPOCH)).containsExactly(new Issue.CountWentBackwards(TAG, "api",
                Instant.parse("2025-05-01T11:00:00Z"), Counter.VIEWS, 100, 90));
        assertThat(series.falls(NOW)).isEmpty();
    }

    @Test
    void readingsOfTwoSourcesAreNeverJoined() {
        assertThatThrownBy(() -> EntitySeries.of(TAG, "other", List.of(reading("2025-05-01T11:00:00Z", 1))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Maybe group the readings first");
    }

    private static Observation reading(String at, long views) {
        return new Observation(TAG, "api", Instant.parse(at), Counts.views(Count.exact(views)));
    }
}
