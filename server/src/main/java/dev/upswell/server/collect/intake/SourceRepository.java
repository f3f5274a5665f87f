package dev.upswell.server.collect.intake;

import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FrozenFeed;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sources of a tenant with what they gave.
///
/// **cost** one scan of ids and times for all sources, about 0.2 s for a million readings; the answer is kept until a lake
/// file is added or replaced.
public final class SourceRepository {

    private final TenantId tenant;
    private final Database database;
    private volatile Kept kept = new Kept(List.of(), List.of());

    /// What was found in exactly these files.
    private record Kept(List<LakeFile> files, List<Readings> readings) {
    }

    private record Readings(String source, EntityKind kind, long entities, long readings, Instant first, Instant last,
            @Nullable Duration cadence) {
    }

    private record Flags(boolean cumulative, @Nullable FrozenFeed frozen) {
        static final Flags NONE = new Flags(true, null);
    }

    public SourceRepository(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// The names of all sources that ever gave something.
    ///
    /// **cost** one row for each source, without a look at the readings.
    public List<String> names() {
        return database.transactions().call(tenant,
                db -> db.sql("select name from source order by name").query(String.class).list());
    }

    /// When the latest reading of all sources was made; empty when there is none. **cost** as of the names.
    public Optional<Instant> lastReading() {
        return database.transactions().call(tenant, db -> db.sql("select max(last_observed_at) from source")
                .query((row, index) -> row.getObject(1, OffsetDateTime.class)).stream().filter(Objects::nonNull)
                .map(OffsetDateTime::toInstant).findFirst());
    }

    /// The sources in alphabetical order, and within each the kinds.
    public List<ObservedSource> list() {
        Map<String, Flags> flags = flags();
        List<ObservedSource> sources = new ArrayList<>();
        for (Readings each : readings()) {
            Flags known = flags.getOrDefault(each.source(), Flags.NONE);
            sources.add(new ObservedSource(each.source(), each.kind(), each.entities(), each.readings(), each.first(),
                    each.last(), each.cadence(), known.cumulative(), known.frozen()));
        }
        return sources;
    }

    private Map<String, Flags> flags() {
        Map<String, Flags> flags = new HashMap<>();
        database.transactions().run(tenant,
                db -> db.sql("select name, cumulative, stale from source").query(row -> {
                    String name = row.getString("name");
                    flags.put(name, new Flags(row.getBoolean("cumulative"), frozen(name, row.getString("stale"))));
                }));
        return flags;
    }

    private static @Nullable FrozenFeed frozen(String source, @Nullable String json) {
        if (json == null) {
            return null;
        }
        JsonNode node = JsonMapper.shared().readTree(json);
        return new FrozenFeed(source, Instant.parse(node.path("since").asString()),
                Instant.parse(node.path("until").asString()), node.path("crawls").asInt(),
                node.path("entities").asLong());
    }

    private List<Readings> readings() {
        List<LakeFile> files = database.transactions().call(tenant,
                db -> database.manifest().visible(db, Collected.OBSERVATION));
        Kept last = kept;
        if (!last.files().equals(files)) {
            last = new Kept(files, files.isEmpty() ? List.of() : scan(files));
            kept = last;
        }
        return last.readings();
    }

    private List<Readings> scan(List<LakeFile> files) {
        try (LakeSession lake = database.lake().open(tenant);
                Statement statement = lake.connection().createStatement()) {
            String readings = lake.relation(Collected.OBSERVATION, files);
            statement.execute("CREATE TEMP TABLE per_entity AS SELECT source, kind, entity_id, count(*) AS n,"
                    + " min(observed_at) AS first, max(observed_at) AS last FROM " + readings + " GROUP BY ALL");
            // The usual interval is the median over some entities: all would need a sort of everything.
            statement.execute("""
                CREATE TEMP TABLE cadence AS
                WITH sample AS (SELECT source, kind, entity_id FROM per_entity WHERE n > 1
                  QUALIFY row_number() OVER (PARTITION BY source, kind ORDER BY hash(entity_id)) <= 50),
                gap AS (SELECT source, kind, epoch_us(observed_at) - epoch_us(lag(observed_at) OVER (
                  PARTITION BY source, kind, entity_id ORDER BY observed_at)) AS micros
                  FROM %s SEMI JOIN sample USING (source, kind, entity_id))
                SELECT source, kind, median(micros) AS micros FROM gap WHERE micros > 0 GROUP BY ALL"""
                    .formatted(readings));
            try (ResultSet row = statement.executeQuery(
                    """
                        SELECT source, kind, count(*), sum(n)::BIGINT, epoch_us(min(first)), epoch_us(max(last)), any_value(micros)
                        FROM per_entity LEFT JOIN cadence USING (source, kind) GROUP BY source, kind ORDER BY source, kind""")) {
                List<Readings> found = new ArrayList<>();
                while (row.next()) {
                    found.add(readings(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw StoreException.permanent("sources were not counted", "DuckDB",
                    "Check free disk space and memory; the log has the cause.", e);
        }
    }

    private static Readings readings(ResultSet row) throws SQLException {
        double micros = row.getDouble(7);
        Duration cadence = row.wasNull() ? null : Duration.ofSeconds(Math.max(1, Math.round(micros / 1e6)));
        return new Readings(row.getString(1), EntityKind.of(row.getString(2)), row.getLong(3), row.getLong(4),
                time(row.getLong(5)), time(row.getLong(6)), cadence);
    }

    private static Instant time(long epochMicros) {
        return Instant.EPOCH.plus(epochMicros, ChronoUnit.MICROS);
    }
}
