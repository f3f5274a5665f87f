package dev.upswell.server.weigh;

import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import dev.upswell.server.weigh.LearntWeights.End;
import dev.upswell.weigh.FittedWeights;
import dev.upswell.weigh.Interval;
import dev.upswell.weigh.Lack;
import dev.upswell.weigh.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of table `learnt_weights`. All calls run inside the caller's tenant transaction.
final class LearntWeightsRepository {

    private static final TypeReference<Map<Kpi, Double>> WEIGHTS = new TypeReference<>() {
    };
    private static final TypeReference<Map<Kpi, Interval>> SPREAD = new TypeReference<>() {
    };
    private static final TypeReference<List<Lack>> LACKS = new TypeReference<>() {
    };

    /// Keeps what begins.
    void begin(JdbcClient db, LearntWeights one) {
        db.sql("""
            insert into learnt_weights (id, name, origin, as_of, settings, state, asked_by, begun_at)
            values (?, ?, ?, ?, ?::jsonb, 'running', ?, ?)""")
                .params(Arrays.asList(one.id(), one.name(), one.origin(), RowTime.utcOrNull(one.asOf()),
                        Json.write(one.settings()), one.by(), RowTime.utc(one.begunAt())))
                .update();
    }

    /// Keeps how much there was to learn from.
    void read(JdbcClient db, UUID id, History.Extent extent) {
        db.sql("update learnt_weights set history = ?::jsonb where id = ?").params(Json.write(extent), id).update();
    }

    /// Keeps what came of it.
    void end(JdbcClient db, UUID id, End end) {
        switch (end) {
            case End.Running _ -> {
            }
            case End.Learnt(Instant at, int version, Weighting weights, Map<Kpi, Interval> spread, FittedWeights.Source source, Standing standing) ->
                db.sql("""
                    update learnt_weights set state = 'learnt', ended_at = ?, version = ?, weights = ?::jsonb,
                    spread = ?::jsonb, source = ?::jsonb, standing = ?::jsonb where id = ?""")
                        .params(RowTime.utc(at), version, Json.write(new LinkedHashMap<>(weights.weights())),
                                Json.write(spread), Json.write(source), Json.write(standing), id)
                        .update();
            case End.Lacking(Instant at, List<Lack> lacks) ->
                db.sql("update learnt_weights set state = 'lacking', ended_at = ?, lacks = ?::jsonb where id = ?")
                        .params(RowTime.utc(at), Json.write(lacks), id).update();
            case End.Failed(Instant at, String why) ->
                db.sql("update learnt_weights set state = 'failed', ended_at = ?, failure = ? where id = ?")
                        .params(RowTime.utc(at), why, id).update();
        }
    }

    /// Whether one is said to be at work.
    boolean running(JdbcClient db) {
        return db.sql("select exists (select from learnt_weights where state = 'running')").query(Boolean.class)
                .single();
    }

    /// Ends those that are said to be at work: for when nobody is.
    void breakOff(JdbcClient db, Instant at, String why) {
        db.sql("update learnt_weights set state = 'failed', ended_at = ?, failure = ? where state = 'running'")
                .params(RowTime.utc(at), why).update();
    }

    /// The attempt of this id; empty when there is none.
    Optional<LearntWeights> find(JdbcClient db, UUID id) {
        return db.sql("select * from learnt_weights where id = ?").param(id).query((row, index) -> learnt(row))
                .optional();
    }

    /// The last attempt that gave weights under a name; empty when none did.
    Optional<LearntWeights> last(JdbcClient db, String name) {
        return db.sql("select * from learnt_weights where name = ? and state = 'learnt' order by version desc limit 1")
                .param(name).query((row, index) -> learnt(row)).optional();
    }

    /// The attempts, the last first.
    List<LearntWeights> list(JdbcClient db, int limit, int offset) {
        return db.sql("select * from learnt_weights order by begun_at desc, id limit ? offset ?").params(limit, offset)
                .query((row, index) -> learnt(row)).list();
    }

    /// How many attempts are kept.
    long count(JdbcClient db) {
        return db.sql("select count(*) from learnt_weights").query(Long.class).single();
    }

    private static LearntWeights learnt(ResultSet row) throws SQLException {
        String history = row.getString("history");
        return new LearntWeights(row.getObject("id", UUID.class), row.getString("name"), row.getString("origin"),
                at(row, "as_of"), Json.read(row.getString("settings"), LearningSettings.class),
                row.getString("asked_by"), row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                history == null ? null : Json.read(history, History.Extent.class), end(row));
    }

    private static End end(ResultSet row) throws SQLException {
        Instant at = at(row, "ended_at");
        if (at == null) {
            return new End.Running();
        }
        return switch (row.getString("state")) {
            case "learnt" -> new End.Learnt(at, row.getInt("version"),
                    new Weighting(Json.read(row.getString("weights"), WEIGHTS)),
                    Json.read(row.getString("spread"), SPREAD),
                    Json.read(row.getString("source"), FittedWeights.Source.class),
                    Json.read(row.getString("standing"), Standing.class));
            case "lacking" -> new End.Lacking(at, Json.read(row.getString("lacks"), LACKS));
            default -> new End.Failed(at, row.getString("failure"));
        };
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
