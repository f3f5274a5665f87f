package dev.upswell.server.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Indicators of a brand whose videos are written down here, one by one.
class KpisTest {

    private static final Instant END = Instant.parse("2025-03-10T12:00:00Z");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final KpiRepository kpis = new KpiRepository();
    private int videos;

    /// A video as it was a day old.
    ///
    /// @param place of its first quarter of an hour; null where that was not read
    private void video(Instant postedAt, @Nullable Double v15, @Nullable Double place, @Nullable Double fyp,
            boolean event) {
        String parts = v15 == null ? "{}" : "{\"v15\": [" + v15 + ", " + place + "]}";
        database.transactions().run(tenant, db -> db
                .sql("""
                    insert into video_score (video_id, mark, as_of, posted_at, parts, fyp, literal, status, coverage, event, alarm)
                    values (?, '24h', ?, ?, cast(? as jsonb), ?, ?, ?, 0.5, ?, false)""")
                .params("v" + videos++, RowTime.utc(postedAt.plus(Duration.ofDays(1))), RowTime.utc(postedAt), parts,
                        fyp, fyp, fyp == null ? null : "average", event)
                .update());
    }

    private static Instant daysBefore(double days) {
        return END.minus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    private List<Span> spans(int days, int count) {
        return database.transactions().call(tenant, db -> kpis.spans(db, END, Duration.ofDays(days), count));
    }

    @Test
    void theRateCountsVideosOfWhichItCanBeTold() {
        video(END, 10.0, 90.0, 80.0, true);
        video(daysBefore(1), 2.0, 40.0, 50.0, false);
        video(daysBefore(2), 4.0, 60.0, 60.0, false);
        video(daysBefore(3), 6.0, null, null, false);
        video(daysBefore(4), null, null, 40.0, false);

        Span week = spans(7, 1).getFirst();

        Span.Measured rate = week.find(Kpi.FYP_RATE).orElseThrow();
        assertThat(rate.of()).isEqualTo(3);
        assertThat(rate.value()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(rate.interval().low()).isCloseTo(0.0615, within(1e-4));
        assertThat(rate.interval().high()).isCloseTo(0.7923, within(1e-4));
        assertThat(week.find(Kpi.VIDEOS).orElseThrow().value()).isEqualTo(5);
        assertThat(week.find(Kpi.SCORE).orElseThrow()).isEqualTo(new Span.Measured(55, 4, null));
        assertThat(week.find(Kpi.V15).orElseThrow()).isEqualTo(new Span.Measured(5, 4, null));
    }

    @Test
    void whatWasMeasuredOfNoVideoIsUnknownAndNotZero() {
        video(END, null, null, null, false);

        Span week = spans(7, 1).getFirst();

        assertThat(week.values()).containsOnlyKeys(Kpi.VIDEOS);
        assertThat(spans(7, 2).getFirst().values()).isEmpty();
    }

    @Test
    void spansBeginAfterTheOneBeforeThemEnds() {
        video(END, 1.0, 10.0, 10.0, false);
        video(daysBefore(7), 1.0, 10.0, 20.0, false);
        video(daysBefore(13.9), 1.0, 10.0, 30.0, false);
        video(daysBefore(14), 1.0, 10.0, 40.0, false);

        List<Span> two = spans(7, 2);

        assertThat(two).extracting(Span::to).containsExactly(daysBefore(7), END);
        assertThat(two.getLast().find(Kpi.SCORE).orElseThrow().value()).isEqualTo(10);
        assertThat(two.getFirst().find(Kpi.SCORE).orElseThrow()).isEqualTo(new Span.Measured(25, 2, null));
    }

    @Test
    void aChangeNeedsBothSpans() {
        video(END, 1.0, 10.0, 10.0, false);
        Kpis alone = new Kpis(7, spans(7, 2).getLast(), spans(7, 2).getFirst(), spans(1, 7));
        assertThat(alone.change(Kpi.SCORE)).isEmpty();

        video(daysBefore(8), 1.0, 10.0, 30.0, false);
        Kpis both = new Kpis(7, spans(7, 2).getLast(), spans(7, 2).getFirst(), spans(1, 7));
        assertThat(both.change(Kpi.SCORE)).hasValue(-20);
        assertThat(both.line(Kpi.SCORE)).hasSize(7).filteredOn(point -> point.value() != null).singleElement()
                .satisfies(point -> assertThat(point.at()).isEqualTo(END));
    }

    @Test
    void anotherTenantHasNone() {
        video(END, 1.0, 10.0, 10.0, false);

        assertThat(database.transactions().call(TestDatabase.newTenant(), kpis::lastPosted)).isEmpty();
        assertThat(database.transactions().call(tenant, kpis::lastPosted)).hasValue(END);
    }
}
