package dev.upswell.server.suppress;

import dev.upswell.server.postgres.RowTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `suppressed` and `suppression_key`. All calls run inside the caller's tenant transaction.
public final class SuppressionRepository {

    private static final int KEY_BYTES = 32;

    private SuppressionRepository() {
    }

    /// Who is suppressed now.
    public static Suppressed current(JdbcClient db) {
        List<String> hashes = db.sql("select encode(hash, 'hex') from suppressed").query(String.class).list();
        return hashes.isEmpty() ? Suppressed.NOBODY : Suppressed.of(key(db), new HashSet<>(hashes));
    }

    /// Suppresses these from now on; who is already stays so.
    ///
    /// @param kind creator or video
    /// @param ids handles in lower case without `@`, or ids of videos
    public static void add(JdbcClient db, String kind, Collection<String> ids, Instant since) {
        byte[] key = key(db);
        String[] hashes = ids.stream()
                .map(id -> HexFormat.of().formatHex(Suppressed.hash(key, kind, id))).toArray(String[]::new);
        db.sql("""
            insert into suppressed (hash, since) select decode(one, 'hex'), ? from unnest(?::text[]) as one
            on conflict do nothing""").param(RowTime.utc(since)).param(hashes).update();
    }

    /// How many hashes there are.
    public static long count(JdbcClient db) {
        return db.sql("select count(*) from suppressed").query(Long.class).single();
    }

    /// The tenant's key, drawn where there is none.
    private static byte[] key(JdbcClient db) {
        byte[] drawn = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(drawn);
        db.sql("insert into suppression_key (key) values (?) on conflict do nothing").param(drawn).update();
        return db.sql("select key from suppression_key").query(byte[].class).single();
    }
}
