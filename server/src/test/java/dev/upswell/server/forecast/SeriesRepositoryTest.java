package dev.upswell.server.forecast;

import static dev.upswell.server.forecast.Watch.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.server.store.LakeSession;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class SeriesRepositoryTest {

    private static final Instant LATE = Instant.parse("2026-01-01T00:00:00Z");

    private final Watch watch = new Watch();

    @Test
    void seriesHoldsTheReadingsOfEachHashtagInOrderOfTime() {
        watch.publish(List.of(reading("b", "2025-01-01T06:00:00Z", 30), reading("a", "2025-01-01T00:00:00Z", 10)));
        watch.publish(List.of(reading("b", "2025-01-01T03:00:00Z", 20)));

        Map<EntityId, CounterSeries> all = views(watch.series.until(watch.tenant, LATE));

        assertThat(all.keySet()).containsExactly(EntityId.hashtag("a"), EntityId.hashtag("b"));
        CounterSeries b = all.get(EntityId.hashtag("b"));
        assertThat(List.of(b.size(), b.valueAt(0), b.valueAt(1))).isEqualTo(List.of(2, 20L, 30L));
        assertThat(b.epochSecondAt(1)).isEqualTo(Instant.parse("2025-01-01T06:00:00Z").getEpochSecond());
    }

    @Test
    void sourceWithMostReadingsSpeaks() {
        watch.publish(List.of(new Watch.Reading("a", "once", Instant.parse("2025-01-01T00:00:00Z"), 999),
                reading("a", "2025-01-01T00:00:00Z", 10), reading("a", "2025-01-01T03:00:00Z", 20)));

        CounterSeries a = views(watch.series.until(watch.tenant, LATE)).get(EntityId.hashtag("a"));

        assertThat(List.of(a.size(), a.valueAt(0), a.valueAt(1))).isEqualTo(List.of(2, 10L, 20L));
    }

    /// Who speaks of it, and what counts, is the same as among all others.
    @Test
    void theSeriesOfOneHashtagIsWhatItIsAmongAllOthers() {
        watch.publish(List.of(new Watch.Reading("a", "once", Instant.parse("2025-01-01T00:00:00Z"), 999),
                reading("a", "2025-01-01T00:00:00Z", 10), reading("a", "2025-01-01T03:00:00Z", 20),
                reading("b'c", "2025-01-01T03:00:00Z", 7)));

        assertThat(values("a")).containsExactly(10, 20).isEqualTo(
                values(views(watch.series.until(watch.tenant, LATE)).get(EntityId.hashtag("a"))));
        assertThat(values("b'c")).containsExactly(7);
        assertThat(watch.series.one(watch.tenant, EntityId.hashtag("nobody"), Instant.EPOCH, LATE)).isEmpty();
    }

    private long[] values(String hashtag) {
        EntityId id = EntityId.hashtag(hashtag);
        EntitySeries alone = watch.series.one(watch.tenant, id, Instant.EPOCH, LATE).orElseThrow();
        return values(views(Map.of(id, alone)).get(id));
    }

    private static long[] values(CounterSeries series) {
        return IntStream.range(0, series.size()).mapToLong(series::valueAt).toArray();
    }

    @Test
    void hashtagThatNobodyHadReadYetIsSpokenOfByTheFirstToReadIt() {
        watch.publish(List.of(new Watch.Reading("a", "late", Instant.parse("2025-01-02T00:00:00Z"), 900),
                new Watch.Reading("a", "late", Instant.parse("2025-01-03T00:00:00Z"), 999),
                reading("a", "2025-01-01T12:00:00Z", 10)));

        Instant before = Instant.parse("2025-01-01T00:00:00Z");
        assertThat(views(watch.series.until(watch.tenant, LATE, before)).get(EntityId.hashtag("a")).size())
                .isEqualTo(1);
        assertThat(views(watch.series.until(watch.tenant, LATE)).get(EntityId.hashtag("a")).size()).isEqualTo(2);
    }

    /// Whatever two sources read after an instant, what was known at it stays what it was, and so does what is known of a
    /// hashtag at the later instant at which it is read for the first time.
    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void laterReadingsOfEitherSourceChangeNoEarlierCut(@ForAll int seed) {
        List<Watch.Reading> all = twoSources(new Random(seed));
        Instant chosen = Instant.parse("2025-01-03T00:00:00Z");
        Map<EntityId, CounterSeries> whole = stored(all, LATE, chosen);

        for (int day = 3; day < 7; day += 2) {
            Instant cut = Instant.parse("2025-01-0" + day + "T00:00:00Z");
            List<Watch.Reading> known = all.stream().filter(one -> !one.at().isAfter(cut)).toList();
            Map<EntityId, CounterSeries> then = stored(known, cut, chosen);
            assertThat(then).isNotEmpty();
            then.forEach((hashtag, series) -> {
                CounterSeries later = whole.get(hashtag);
                assertThat(later.lastIndexAt(cut.getEpochSecond())).isEqualTo(series.size() - 1);
                for (int i = 0; i < series.size(); i++) {
                    assertThat(later.valueAt(i)).isEqualTo(series.valueAt(i));
                }
            });
        }
    }

    private static Map<EntityId, CounterSeries> views(Map<EntityId, EntitySeries> entities) {
        Map<EntityId, CounterSeries> views = new LinkedHashMap<>();
        entities.forEach((id, one) -> views.put(id, one.counter(Counter.VIEWS).orElseThrow()));
        return views;
    }

    private static List<Watch.Reading> twoSources(Random random) {
        return IntStream.range(0, 60).mapToObj(i -> {
            boolean first = random.nextBoolean();
            return new Watch.Reading("tag" + random.nextInt(4), first ? "poll" : "crawl",
                    Instant.parse("2025-01-01T00:00:00Z").plusSeconds(random.nextInt(7 * 86_400)),
                    (first ? 1_000 : 2_000_000) + random.nextInt(1_000));
        }).toList();
    }

    private static Map<EntityId, CounterSeries> stored(List<Watch.Reading> readings, Instant to, Instant chosen) {
        Watch own = new Watch();
        own.publish(readings);
        return views(own.series.until(own.tenant, to, chosen));
    }

    @Test
    void totalsOfAPeriodAreLeftOut() {
        watch.execute("insert into source (name, cumulative) values ('weekly', false)");
        watch.publish(List.of(new Watch.Reading("a", "weekly", Instant.parse("2025-01-01T00:00:00Z"), 999),
                reading("b", "2025-01-01T00:00:00Z", 10)));

        assertThat(watch.series.until(watch.tenant, LATE)).containsOnlyKeys(EntityId.hashtag("b"));
    }

    @Test
    void laterReadingsAreUnknownEvenByAFractionOfASecond() {
        watch.publish(List.of(reading("a", "2025-01-01T00:00:00Z", 10), reading("a", "2025-01-01T03:00:00.400Z", 20)));

        assertThat(views(watch.series.until(watch.tenant, Instant.parse("2025-01-01T03:00:00Z")))
                .get(EntityId.hashtag("a")).size()).isEqualTo(1);
        assertThat(views(watch.series.until(watch.tenant, LATE)).get(EntityId.hashtag("a"))
                .lastIndexAt(Instant.parse("2025-01-01T03:00:00Z").getEpochSecond())).isZero();
    }

    @Test
    void hashtagsStandInOrderOfTheirDisplayNames() {
        watch.publish(List.of(reading("a", "2025-01-01T00:00:00Z", 10), reading("b", "2025-01-01T00:00:00Z", 10)));
        watch.name("a", "a");
        watch.name("b", "B");

        assertThat(watch.series.until(watch.tenant, LATE).keySet()).containsExactly(EntityId.hashtag("b"),
                EntityId.hashtag("a"));
    }

    /// With insertion order not preserved, DuckDB 2.0.0 hands out such a result in the wrong order more often than not.
    @Test
    void largePreparedQueriesKeepTheirOrder() throws SQLException {
        try (LakeSession lake = watch.database.lake().open(watch.tenant)) {
            lake.execute("CREATE TEMP TABLE big AS SELECT hash(i) % 250 AS series, i AS value FROM range(600000) t(i)");
            for (int run = 0; run < 3; run++) {
                assertThat(falls(lake, "SELECT series * 1000000 + value FROM big ORDER BY series, value")).isZero();
            }
        }
    }

    private static int falls(LakeSession lake, String sql) throws SQLException {
        int falls = 0;
        long before = Long.MIN_VALUE;
        try (PreparedStatement query = lake.connection().prepareStatement(sql); ResultSet row = query.executeQuery()) {
            while (row.next()) {
                falls += row.getLong(1) < before ? 1 : 0;
                before = row.getLong(1);
            }
        }
        return falls;
    }

    @Test
    void otherTenantsReadNothing() {
        watch.publish(List.of(reading("a", "2025-01-01T00:00:00Z", 10)));
        Watch other = new Watch();

        assertThat(other.series.until(other.tenant, LATE)).isEmpty();
        assertThat(other.series.extent(other.tenant)).isEmpty();
        assertThat(watch.series.extent(watch.tenant)).hasValueSatisfying(
                extent -> assertThat(extent.last()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z")));
    }
}
