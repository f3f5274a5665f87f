package dev.upswell.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventLogRepositoryTest {

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final EventLog log = new EventLog(tenant, database);

    @Test
    void anEventTellsWhoseWorkItWasHowLongItTookAndHowMuchWasDone() {
        write(EventType.INGEST_DONE, Map.of("requests", 3, "stored", 40L, "note", "x"), Duration.ofMillis(1500));

        assertThat(log.list(EventFilter.ALL, 10, 0)).singleElement().satisfies(event -> {
            assertThat(event.role()).isEqualTo(Role.INGESTION);
            assertThat(event.took()).isEqualTo(Duration.ofMillis(1500));
            assertThat(event.counts()).containsExactly(Map.entry("requests", 3L), Map.entry("stored", 40L));
            assertThat(event.facts()).containsEntry("note", "x");
        });
    }

    @Test
    void whatHasNoLengthTellsNone() {
        write(EventType.WATCH_ADDED, Map.of("source", "s"), null);

        assertThat(log.list(EventFilter.ALL, 10, 0)).singleElement().extracting(Event::took).isNull();
    }

    @Test
    void rowsOfEarlierVersionsAreReadWithTheAgentOfTheirType() {
        execute("insert into event_log (type, slice, payload) values ('METRIC_DONE', 'trend', '{\"rows\": 7}')");

        assertThat(log.list(new EventFilter(Role.METRIC, List.of(), null, null), 10, 0)).singleElement()
                .satisfies(event -> {
                    assertThat(event.role()).isEqualTo(Role.METRIC);
                    assertThat(event.counts()).containsEntry("rows", 7L);
                });
        assertThat(log.count(new EventFilter(Role.PREDICTION, List.of(), null, null))).isZero();
    }

    @Test
    void aTypeThatOnlyANewerProgramKnowsIsShownByItsName() {
        execute("insert into event_log (type, slice, agent) values ('MOON_LANDED', 'space', 'ingestion')");

        assertThat(log.list(EventFilter.ALL, 10, 0)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("MOON_LANDED");
            assertThat(event.known()).isEmpty();
            assertThat(event.counts()).isEmpty();
        });
    }

    @Test
    void filtersByTypeAndTimeCountWhatTheyList() {
        execute("insert into event_log (type, slice, occurred_at) values ('DRIFT_ALERT', 'x', '2026-01-01T00:00:00Z'),"
                + " ('DRIFT_ALERT', 'x', '2026-01-02T00:00:00Z'), ('TRAIN_DONE', 'x', '2026-01-01T12:00:00Z')");
        EventFilter day = EventFilter.between(Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-02T00:00:00Z"));

        assertThat(log.list(day, 10, 0)).extracting(Event::type).containsExactly("TRAIN_DONE", "DRIFT_ALERT");
        assertThat(log.count(day.of(List.of(EventType.DRIFT_ALERT)))).isEqualTo(1);
        assertThat(log.list(EventFilter.ALL, 1, 1)).extracting(Event::type).containsExactly("TRAIN_DONE");
    }

    private void write(EventType type, Map<String, ?> facts, Duration took) {
        database.transactions().run(tenant, db -> new EventLogRepository("test").write(db, type, facts, took));
    }

    private void execute(String sql) {
        database.transactions().run(tenant, db -> db.sql(sql).update());
    }
}
