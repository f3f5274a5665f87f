package dev.upswell.server.collect.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.RowResult;
import dev.upswell.timeline.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Instant NOON = Instant.parse("2025-01-01T12:00:00Z");

    /// Readings of as many hashtags, each five times in one window.
    private static Tally tally(int most, int hashtags) {
        Tally tally = new Tally(most);
        for (int i = 0; i < hashtags; i++) {
            for (int second = 0; second < 5; second++) {
                Counts counts = new Counts(Count.exact(second), null, null, null, null, null, null);
                tally.count(new RowResult.Mapped(List.of(
                        new Observation(EntityId.hashtag("tag" + i), "s" + i, NOON.plusSeconds(second), counts)),
                        List.of(), List.of(), List.of(), Set.of()));
            }
        }
        return tally;
    }

    @Test
    void countsAreExactBelowTheBound() {
        assertThat(tally(100, 10).entities()).isEqualTo(Map.of(EntityKind.HASHTAG, 10L));
        assertThat(tally(100, 10).notes()).singleElement().asString().startsWith("40 readings share");
    }

    @Test
    void readingsAndEntitiesBehindTheBoundAreNotRemembered() {
        Tally tally = tally(30, 2_000);

        assertThat(tally.entities()).isEqualTo(Map.of(EntityKind.HASHTAG, 30L));
        assertThat(tally.notes()).satisfiesExactly(
                note -> assertThat(note).startsWith("at least 24 readings share"),
                note -> assertThat(note).contains("least numbers"));
        assertThat(tally.sources()).hasSize(1_000);
        assertThat(tally.to()).isEqualTo(NOON.plusSeconds(4));
    }
}
