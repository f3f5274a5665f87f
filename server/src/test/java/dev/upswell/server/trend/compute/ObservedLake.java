package dev.upswell.server.trend.compute;

import dev.upswell.content.Count;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.Observation;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Publishes readings and videos as an importer does: rows, entities and due work in one transaction.
public final class ObservedLake {

    private final Database database = TestDatabase.shared();
    private final TenantId tenant;

    public ObservedLake(TenantId tenant) {
        this.tenant = tenant;
    }

    /// Stores these readings, in one file.
    public void observe(List<Observation> readings) {
        try (LakeSession session = database.lake().open(tenant)) {
            session.createTable("incoming", Collected.OBSERVATION);
            try (DuckDBAppender appender = session.appender("incoming")) {
                for (Observation reading : readings) {
                    append(appender, reading);
                }
            }
            StagedFile file = session.stage(Collected.OBSERVATION, "SELECT * FROM incoming").orElseThrow();
            TreeMap<EntityId, Instant> from = new TreeMap<>();
            TreeMap<EntityId, Instant> to = new TreeMap<>();
            for (Observation reading : readings) {
                from.merge(reading.entity(), reading.observedAt(), (a, b) -> a.isBefore(b) ? a : b);
                to.merge(reading.entity(), reading.observedAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
            database.transactions().run(tenant, db -> {
                database.manifest().takeTurn(db);
                from.forEach((entity, first) -> know(db, entity, first, to.getOrDefault(entity, first)));
                new DueRepository().add(db, from);
                database.manifest().publish(db, file);
            });
        } catch (SQLException e) {
            throw new IllegalStateException("readings (" + readings.size() + ") must be stored\nMaybe see the cause.",
                    e);
        }
    }

    private static void append(DuckDBAppender appender, Observation reading) throws SQLException {
        appender.beginRow().append(reading.entity().kind().label()).append(reading.entity().value())
                .append(reading.source()).append(utc(reading.observedAt()));
        for (Counter counter : Counter.values()) {
            Count count = counter.in(reading.counts());
            if (count == null) {
                appender.appendNull().appendNull();
            } else {
                appender.append(count.value()).append(count.resolution());
            }
        }
        appender.endRow();
    }

    private static void know(JdbcClient db, EntityId entity, Instant first, Instant last) {
        db.sql("""
            insert into entity (kind, entity_id, name, first_observed_at, last_observed_at) values (?, ?, ?, ?, ?)
            on conflict (tenant_id, kind, entity_id) do update set
            first_observed_at = least(entity.first_observed_at, excluded.first_observed_at),
            last_observed_at = greatest(entity.last_observed_at, excluded.last_observed_at)""")
                .params(entity.kind().label(), entity.value(), entity.value(), first.atOffset(ZoneOffset.UTC),
                        last.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Stores what these videos are.
    public void describe(List<Video> videos) {
        try (LakeSession session = database.lake().open(tenant)) {
            session.createTable("incoming", Collected.VIDEO);
            for (Video video : videos) {
                session.execute("INSERT INTO incoming VALUES (" + text(video.id()) + ", 'test', "
                        + text(video.creator()) + ", "
                        + text(video.sound()) + ", " + "'"
                        + video.hashtags().stream().map(EntityId::value).collect(Collectors.joining(" ")) + "', "
                        + Optional.ofNullable(video.createdAt()).map(at -> "'" + utc(at) + "'").orElse("NULL")
                        + ", NULL, "
                        + (video.caption() == null ? "NULL" : "'" + video.caption().replace("'", "''") + "'")
                        + ")");
            }
            StagedFile file = session.stage(Collected.VIDEO, "SELECT * FROM incoming").orElseThrow();
            database.transactions().run(tenant, db -> database.manifest().publish(db, file));
        }
    }

    private static String text(@org.jspecify.annotations.Nullable EntityId id) {
        return id == null ? "NULL" : "'" + id.value() + "'";
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
