package dev.upswell.server.trend.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityId;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.trend.EngagementPrior;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.WatchedEntity;
import dev.upswell.trend.WindowsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RowStreamTest {

    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    private final List<MetricRow> computed = rows();
    private final List<MetricRow> written = new ArrayList<>();

    @Test
    void rowsArriveInTheirOrderAndAllOfThem() {
        RowStream.flow(rows -> {
            for (int round = 0; round < 40; round++) {
                computed.forEach(rows);
            }
        }, written::add);

        List<MetricRow> all = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            all.addAll(computed);
        }
        assertThat(written).hasSizeGreaterThan(4 * 4_096).isEqualTo(all);
    }

    @Test
    void failureOfTheComputationReachesTheWriter() {
        assertThatThrownBy(() -> RowStream.flow(rows -> {
            rows.accept(computed.getFirst());
            throw new IllegalArgumentException("broken series");
        }, written::add)).isInstanceOf(IllegalArgumentException.class).hasMessage("broken series");
    }

    @Test
    void failureOfTheWriterEndsTheComputationThoughItHasEndlessRows() {
        assertThatThrownBy(() -> RowStream.flow(this::endlessly, row -> {
            throw new IllegalStateException("disk full");
        })).hasMessage("disk full");
    }

    private void endlessly(Consumer<MetricRow> rows) {
        while (true) {
            rows.accept(computed.getFirst());
        }
    }

    private static List<MetricRow> rows() {
        EntityId tag = EntityId.hashtag("tag");
        List<MetricRow> rows = new ArrayList<>();
        WindowsOf.entity(
                WatchedEntity.of(tag,
                        List.of(EntitySeries.of(tag, "test", Readings.hourly(tag, START, 24 * 9, 20_000, 900)))),
                EngagementPrior.NONE).between(START, START.plusSeconds(86_400 * 9), row -> rows.add(row.kept()));
        return rows;
    }
}
