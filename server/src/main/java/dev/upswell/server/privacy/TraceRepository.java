package dev.upswell.server.privacy;

import dev.upswell.server.suppress.Mentions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of any table that name a creator. All calls run inside the caller's tenant transaction.
///
/// Tables are taken from the catalog of the database and not from the map, so that one which the map forgot is searched too.
final class TraceRepository {

    /// The record of the erasure at hand names them until it ends.
    private static final String RECORD = "erasure";
    private static final int AT_ONCE = 1_000;
    private static final int GZIP_MAGIC = 0x1f8b;

    private TraceRepository() {
    }

    /// All tables of tenants, by name.
    static List<String> tables(JdbcClient db) {
        return db.sql("""
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by c.relname""")
                .query(String.class).list();
    }

    /// How many rows of this table name them, in text or in bytes.
    static long traces(JdbcClient db, String table, Named named) {
        if (table.equals(RECORD)) {
            return 0;
        }
        Set<String> words = named.words();
        long texts = db.sql("select count(*) from " + table + " t where "
                + TableErasureRepository.naming("(" + TableErasureRepository.said(db, table) + ")::text", named))
                .param(words.toArray(String[]::new))
                .query(Long.class).single();
        return texts + columnsOfBytes(db, table).stream().mapToLong(column -> bytes(db, table, column, words)).sum();
    }

    private static List<String> columnsOfBytes(JdbcClient db, String table) {
        return db.sql("""
            select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped
            and atttypid = 'bytea'::regtype""").param(table).query(String.class).list();
    }

    private static long bytes(JdbcClient db, String table, String column, Set<String> words) {
        long[] found = new long[1];
        db.sql("select " + column + " as said from " + table + " where " + column + " is not null").query(row -> {
            if (names(row.getBytes("said"), words)) {
                found[0]++;
            }
        });
        return found[0];
    }

    /// Whether bytes name somebody, once unpacked.
    static boolean names(byte[] bytes, Set<String> words) {
        return Mentions.any(text(bytes), words);
    }

    /// Bytes as text, letter by letter; what was compressed as it was before, and what only begins so as it is.
    private static String text(byte[] bytes) {
        boolean compressed = bytes.length > 2 && ((bytes[0] & 0xff) << Byte.SIZE | bytes[1] & 0xff) == GZIP_MAGIC;
        if (!compressed) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException notCompressed) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /// The rows of this table as JSON without bytes and without the hashes of passwords.
    ///
    /// @param named whom they have to name; null for all rows
    static void rows(JdbcClient db, String table, @Nullable Named named, Consumer<String> line) {
        String said = "(" + TableErasureRepository.said(db, table) + " - 'password_hash')::text";
        String sql = "select " + said + " as said from " + table + " t";
        if (named == null) {
            db.sql(sql).withFetchSize(AT_ONCE).query(row -> {
                line.accept(row.getString("said"));
            });
        } else {
            db.sql(sql + " where " + TableErasureRepository.naming(said, named))
                    .param(named.words().toArray(String[]::new)).withFetchSize(AT_ONCE).query(row -> {
                        line.accept(row.getString("said"));
                    });
        }
    }

    /// Models that were made until now, by table and id.
    static List<String> models(JdbcClient db) {
        return db
                .sql("""
                    select 'model_record ' || id from model_record union all select 'reach_model ' || id from reach_model
                    union all select 'ranker_model ' || id from ranker_model union all select 'text_version ' || id from text_version
                    union all select 'learnt_weights ' || id from learnt_weights order by 1""")
                .query(String.class).list();
    }

    /// How many rows of each of these tables name them, where any does.
    static Map<String, Long> found(Map<String, Long> byTable) {
        Map<String, Long> found = new TreeMap<>(byTable);
        found.values().removeIf(count -> count == 0);
        return found;
    }
}
