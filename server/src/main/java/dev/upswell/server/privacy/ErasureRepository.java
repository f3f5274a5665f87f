package dev.upswell.server.privacy;

import dev.upswell.server.event.Facts;
import dev.upswell.server.postgres.RowTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `erasure`. All calls run inside the caller's tenant transaction.
final class ErasureRepository {

    private ErasureRepository() {
    }

    /// The open erasure of this handle, begun where there is none.
    static UUID open(JdbcClient db, String handle, boolean plain, String by, Instant at) {
        db.sql("""
            insert into erasure (handle, plain, state, asked_by, asked_at) values (?, ?, 'OPEN', ?, ?)
            on conflict (tenant_id, handle) where state = 'OPEN' do nothing""")
                .params(handle, plain, by, RowTime.utc(at)).update();
        return db.sql("select id from erasure where handle = ?").param(handle).query(UUID.class).single();
    }

    /// Those that are open, the oldest first.
    static List<UUID> open(JdbcClient db) {
        return db.sql("select id from erasure where state = 'OPEN' order by asked_at, id").query(UUID.class).list();
    }

    static Optional<Erasure> find(JdbcClient db, UUID id) {
        return db.sql("select * from erasure where id = ?").param(id).query((row, index) -> erasure(row)).optional();
    }

    /// Part of them, the newest first.
    static List<Erasure> list(JdbcClient db, int limit, long offset) {
        return db.sql("select * from erasure order by asked_at desc, id desc limit ? offset ?").params(limit, offset)
                .query((row, index) -> erasure(row)).list();
    }

    static long count(JdbcClient db) {
        return db.sql("select count(*) from erasure").query(Long.class).single();
    }

    /// Whom an open erasure is about, with the videos that were gathered so far.
    static Named named(JdbcClient db, UUID id) {
        return db.sql("select handle, plain, coalesce(identifiers, '{}') as identifiers from erasure where id = ?")
                .param(id).query((row, index) -> new Named(row.getString("handle"), row.getBoolean("plain"),
                        Set.of(texts(row.getArray("identifiers")))))
                .single();
    }

    static void gathered(JdbcClient db, UUID id, Set<String> videos) {
        db.sql("update erasure set identifiers = ? where id = ?").param(videos.toArray(String[]::new)).param(id)
                .update();
    }

    /// Notes that a step ended.
    static void step(JdbcClient db, UUID id, String step) {
        db.sql("update erasure set steps = array_append(steps, ?) where id = ? and ? <> all(steps)")
                .params(step, id, step).update();
    }

    /// Forgets steps, so that they are done again.
    static void again(JdbcClient db, UUID id, List<String> steps) {
        db.sql("update erasure set steps = array(select one from unnest(steps) one where one <> all(?)) where id = ?")
                .param(steps.toArray(String[]::new)).param(id).update();
    }

    /// Counts what went.
    static void removed(JdbcClient db, UUID id, String place, long rows) {
        if (rows > 0) {
            db.sql("""
                update erasure set removed = removed || jsonb_build_object(?::text, coalesce((removed->>?)::bigint, 0) + ?)
                where id = ?""")
                    .params(place, place, rows, id).update();
        }
    }

    static void models(JdbcClient db, UUID id, List<String> models) {
        db.sql("update erasure set models = ?::jsonb where id = ?").param(Facts.write(Map.of("models", models)))
                .param(id).update();
    }

    static void searched(JdbcClient db, UUID id, Erasure.Search search) {
        db.sql("update erasure set search = ?::jsonb where id = ?").param(json(search)).param(id).update();
    }

    /// Ends it: nothing in the row tells any more whose it was.
    static void end(JdbcClient db, UUID id, Instant at, String proof) {
        db.sql("""
            update erasure set state = 'DONE', handle = null, identifiers = null, ended_at = ?, proof = decode(?, 'hex')
            where id = ?""").params(RowTime.utc(at), proof, id).update();
    }

    /// The search as it is kept.
    static String json(Erasure.Search search) {
        return Facts.write(new TreeMap<>(Map.of("tables", search.tables(), "lakeFiles", search.lakeFiles(),
                "otherFiles", search.otherFiles(), "found", new TreeMap<>(search.found()), "kept",
                new TreeMap<>(search.kept()))));
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        byte[] proof = row.getBytes("proof");
        return new Erasure(row.getObject("id", UUID.class), row.getBoolean("plain"),
                Arrays.asList(texts(row.getArray("steps"))),
                new Erasure.Asked(row.getString("asked_by"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()),
                ended == null ? null : ended.toInstant(), counts(Facts.read(row.getString("removed"))),
                search(row.getString("search")), models(row.getString("models")),
                proof == null ? null : HexFormat.of().formatHex(proof));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static List<String> models(String json) {
        return json.startsWith("[")
                ? List.of()
                : Facts.read(json).values().stream().flatMap(one -> ((List<?>) one).stream()).map(String::valueOf)
                        .toList();
    }

    private static Erasure.@Nullable Search search(@Nullable String json) {
        if (json == null) {
            return null;
        }
        Map<String, Object> said = Facts.read(json);
        return new Erasure.Search(number(said, "tables"), number(said, "lakeFiles"), number(said, "otherFiles"),
                counts(said.get("found")), counts(said.get("kept")));
    }

    private static long number(Map<String, Object> said, String name) {
        return said.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static Map<String, Long> counts(@Nullable Object said) {
        Map<String, Long> counts = new TreeMap<>();
        if (said instanceof Map<?, ?> map) {
            map.forEach((name, count) -> counts.put(String.valueOf(name), ((Number) count).longValue()));
        }
        return counts;
    }
}
