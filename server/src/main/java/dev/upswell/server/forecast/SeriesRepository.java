package dev.upswell.server.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.CarrierRepository;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.ReadingTimeRepository;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.timeline.Carriers;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.GrowingSeries;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/// The counters of all entities of a kind of a tenant, read from the lake: those that have the counter that is foretold.
///
/// Counters of two sources are never mixed: of each entity one source speaks. It is chosen by what was known at an instant:
/// the source with the most readings of that counter until then (of equals the first to read it, then the first by name); of an entity that
/// nobody had read by then, the first to read it. So no choice rests on readings that are later than the instant and later
/// than the entity's first. Sources that give totals of a period instead of running totals are left out.
///
/// **units** times in whole seconds, a fraction counting as the next one so that nothing is known before it was read ·
/// **cost** one pass over the dataset; about a second and 30 MB for a million readings.
final class SeriesRepository {

    /// Later than any reading, and within what DuckDB can express.
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private static final String CHOOSE = """
        CREATE OR REPLACE TEMP TABLE speaker AS
        SELECT entity_id, source, row_number() OVER (ORDER BY coalesce(name, entity_id), entity_id) AS number FROM (
            SELECT entity_id, source FROM reading GROUP BY entity_id, source HAVING count(%1$s) > 0
            QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY
                count(%1$s) FILTER (WHERE observed_at <= CAST('%2$s' AS TIMESTAMP)) DESC,
                min(observed_at) FILTER (WHERE %1$s IS NOT NULL), source) = 1)
        LEFT JOIN display USING (entity_id)""";

    private static final String READINGS = """
        SELECT number, (epoch_us(observed_at) + 999999) // 1000000 AS second, %s
        FROM reading JOIN speaker USING (entity_id, source) ORDER BY number, second"""
            .formatted(columns("%s, %s_step"));

    private final Database database;
    private final EntityKind kind;
    private final Counter counter;
    private final ReadingTimeRepository times;

    /// @param counter the counter that is foretold: who reads it most often speaks of the entity
    SeriesRepository(Database database, EntityKind kind, Counter counter) {
        this.database = database;
        this.kind = kind;
        this.counter = counter;
        this.times = new ReadingTimeRepository(database);
    }

    /// Which readings are wanted, and who speaks of each entity.
    ///
    /// @param from the first instant
    /// @param to the last instant, included
    /// @param chosenAt the instant whose knowledge decides who speaks
    /// @param told the sources of entities that are decided already
    record Selection(Instant from, Instant to, Instant chosenAt, Map<EntityId, String> told) {

        Selection {
            told = Map.copyOf(told);
        }
    }

    /// The series with whoever spoke of each entity.
    ///
    /// @param entities in the order of the display names: where two score the same, the first by name comes first
    record Spoken(Map<EntityId, EntitySeries> entities, Map<EntityId, String> sources) {
    }

    /// What was known at `asOf`: the readings at or before it.
    Map<EntityId, EntitySeries> until(TenantId tenant, Instant asOf) {
        return until(tenant, asOf, asOf);
    }

    /// The readings at or before `to`, each entity's by the source that would have been chosen at `chosenAt`.
    Map<EntityId, EntitySeries> until(TenantId tenant, Instant to, Instant chosenAt) {
        return select(tenant, new Selection(Instant.EPOCH, to, chosenAt, Map.of())).entities();
    }

    /// The readings from `from` to `to`, both included, as chosen at `to`.
    Spoken between(TenantId tenant, Instant from, Instant to) {
        return select(tenant, new Selection(from, to, to, Map.of()));
    }

    /// The readings of one entity from `from` to `to`, both included, by whoever would have been chosen at `to`, without what carries it.
    ///
    /// **absence** empty where it has none of the counter
    Optional<EntitySeries> one(TenantId tenant, EntityId entity, Instant from, Instant to) {
        try (LakeSession lake = database.lake().open(tenant)) {
            load(lake, new Selection(from, to, to, Map.of()),
                    " AND entity_id = '" + entity.value().replace("'", "''") + "'");
            return Optional.ofNullable(spoken(lake, Map.of()).entities().get(entity));
        } catch (SQLException e) {
            throw StoreException.permanent("series of " + entity + " cannot be read", "lake of tenant " + tenant,
                    "Check free memory; the log has the statement.", e);
        }
    }

    /// The readings that are wanted.
    Spoken select(TenantId tenant, Selection wanted) {
        try (LakeSession lake = database.lake().open(tenant)) {
            load(lake, wanted, "");
            return spoken(lake, CarrierRepository.carriers(lake, kind, wanted.to()));
        } catch (SQLException e) {
            throw StoreException.permanent("series of " + kind.label() + "s cannot be read", "lake of tenant " + tenant,
                    "Check free memory; the log has the statement.", e);
        }
    }

    /// Brings the readings that are wanted and who speaks of each entity into the session.
    ///
    /// @param condition what else holds of the readings; empty for nothing
    private void load(LakeSession lake, Selection wanted, String condition) throws SQLException {
        loadNames(lake);
        String range = "SELECT entity_id, source, observed_at, " + columns("%s, %s_step") + " FROM "
                + lake.scan(Collected.OBSERVATION, wanted.from(), wanted.to())
                + " WHERE kind = '" + kind.label() + "' AND observed_at"
                + " BETWEEN CAST('" + timestamp(wanted.from()) + "' AS TIMESTAMP) AND CAST('"
                + timestamp(wanted.to()) + "' AS TIMESTAMP)" + condition + withoutPeriodTotals(lake.tenant());
        lake.execute("CREATE OR REPLACE TEMP TABLE reading AS " + range);
        silenceOthers(lake, wanted.told());
        lake.execute(CHOOSE.formatted(counter.label(), timestamp(wanted.chosenAt())));
    }

    /// When the counter was read for the first and for the last time.
    record Extent(Instant first, Instant last) {
    }

    /// From when to when there are readings.
    ///
    /// **absence** empty when there is none.
    Optional<Extent> extent(TenantId tenant) {
        var wanted = wanted(tenant);
        try (LakeSession lake = database.lake().open(tenant)) {
            return times.last(lake, wanted, END_OF_TIME)
                    .flatMap(last -> times.first(lake, wanted).map(first -> new Extent(first, last)));
        }
    }

    /// When the counter was read last; empty when never.
    Optional<Instant> last(TenantId tenant) {
        var wanted = wanted(tenant);
        try (LakeSession lake = database.lake().open(tenant)) {
            return times.last(lake, wanted, END_OF_TIME);
        }
    }

    private ReadingTimeRepository.Wanted wanted(TenantId tenant) {
        return new ReadingTimeRepository.Wanted(kind, counter, periodTotals(tenant));
    }

    /// Of entities that are decided already, only the source that was decided on stays.
    private static void silenceOthers(LakeSession lake, Map<EntityId, String> told) throws SQLException {
        if (told.isEmpty()) {
            return;
        }
        lake.execute("CREATE OR REPLACE TEMP TABLE told (entity_id VARCHAR, source VARCHAR)");
        try (DuckDBAppender rows = lake.appender("told")) {
            for (Map.Entry<EntityId, String> one : told.entrySet()) {
                rows.beginRow().append(one.getKey().value()).append(one.getValue()).endRow();
            }
        }
        lake.execute("DELETE FROM reading USING told"
                + " WHERE reading.entity_id = told.entity_id AND reading.source <> told.source");
    }

    private void loadNames(LakeSession lake) throws SQLException {
        lake.execute("CREATE OR REPLACE TEMP TABLE display (entity_id VARCHAR, name VARCHAR)");
        Map<String, String> names = new HashMap<>();
        database.transactions().run(lake.tenant(), db -> db
                .sql("select entity_id, name from entity where kind = ? and name is not null").param(kind.label())
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                }));
        try (DuckDBAppender rows = lake.appender("display")) {
            for (Map.Entry<String, String> name : names.entrySet()) {
                rows.beginRow();
                rows.append(name.getKey());
                rows.append(name.getValue());
                rows.endRow();
            }
        }
    }

    private List<String> periodTotals(TenantId tenant) {
        return database.transactions().call(tenant,
                db -> db.sql("select name from source where not cumulative order by name").query(String.class).list());
    }

    private String withoutPeriodTotals(TenantId tenant) {
        List<String> names = periodTotals(tenant);
        return names.isEmpty()
                ? ""
                : names.stream().map(name -> "'" + name.replace("'", "''") + "'")
                        .collect(Collectors.joining(", ", " AND source NOT IN (", ")"));
    }

    private Spoken spoken(LakeSession lake, Map<EntityId, Carriers> carriers) throws SQLException {
        List<EntityId> ids = new ArrayList<>();
        Map<EntityId, String> sources = new HashMap<>();
        try (PreparedStatement query = lake.connection()
                .prepareStatement("SELECT entity_id, source FROM speaker ORDER BY number");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                ids.add(new EntityId(kind, row.getString(1)));
                sources.put(ids.getLast(), row.getString(2));
            }
        }
        Map<EntityId, EntitySeries> all = series(lake, ids, sources);
        carriers.forEach((id, videos) -> all.computeIfPresent(id, (same, entity) -> entity.with(videos)));
        return new Spoken(all, sources);
    }

    private static Map<EntityId, EntitySeries> series(LakeSession lake, List<EntityId> ids,
            Map<EntityId, String> sources) throws SQLException {
        Map<EntityId, EntitySeries> all = LinkedHashMap.newLinkedHashMap(ids.size());
        GrowingEntity growing = new GrowingEntity();
        int current = 1;
        try (PreparedStatement query = lake.connection().prepareStatement(READINGS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                int number = row.getInt(1);
                if (number != current) {
                    requireNext(number, current);
                    put(all, ids.get(current - 1), sources, growing);
                    current = number;
                }
                growing.add(row);
            }
        }
        if (!ids.isEmpty()) {
            put(all, ids.get(current - 1), sources, growing);
        }
        return all;
    }

    private static void put(Map<EntityId, EntitySeries> all, EntityId id, Map<EntityId, String> sources,
            GrowingEntity growing) {
        all.put(id, new EntitySeries(id, sources.getOrDefault(id, ""), growing.cut()));
    }

    /// Readings out of order would silently replace a part of a series by another.
    private static void requireNext(int number, int current) {
        if (number != current + 1) {
            throw new IllegalStateException("series (" + number + ") must follow series " + current
                    + "\nMaybe DuckDB does not preserve order: see how its connections are opened.");
        }
    }

    private static String timestamp(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString().replace("Z", "");
    }

    /// This text once for each counter.
    private static String columns(String text) {
        return Collected.COUNTERS.stream().map(name -> text.replace("%s", name)).collect(Collectors.joining(", "));
    }

    /// Collects the counters of one entity after another.
    private static final class GrowingEntity {

        private static final int FIRST_COLUMN = 3;

        private final Map<Counter, GrowingSeries> counters = new EnumMap<>(Counter.class);

        void add(ResultSet row) throws SQLException {
            long second = row.getLong(2);
            for (int i = 0; i < Collected.COUNTERS.size(); i++) {
                long value = row.getLong(FIRST_COLUMN + 2 * i);
                if (!row.wasNull()) {
                    long step = row.getLong(FIRST_COLUMN + 2 * i + 1);
                    Counter counter = Counter.valueOf(Collected.COUNTERS.get(i).toUpperCase(Locale.ROOT));
                    counters.computeIfAbsent(counter, any -> new GrowingSeries()).add(second, value,
                            row.wasNull() ? 1 : step);
                }
            }
        }

        /// The series of everything added since the last cut.
        Map<Counter, CounterSeries> cut() {
            Map<Counter, CounterSeries> all = new EnumMap<>(Counter.class);
            counters.forEach((counter, growing) -> {
                if (!growing.isEmpty()) {
                    all.put(counter, growing.cut());
                }
            });
            return all;
        }
    }
}
