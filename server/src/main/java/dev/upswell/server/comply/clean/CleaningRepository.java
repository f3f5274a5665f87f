package dev.upswell.server.comply.clean;

import dev.upswell.server.comply.Cleaning.Run;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs of cleaning, and names of entities, in the database. All calls run inside the caller's tenant transaction.
final class CleaningRepository {

    private CleaningRepository() {
    }

    /// A name that may hold a contact.
    record Named(String kind, String id, String name) {
    }

    static UUID begin(JdbcClient db, Instant now) {
        return db.sql("insert into contact_cleaning (begun_at) values (?) returning id").param(RowTime.utc(now))
                .query(UUID.class).single();
    }

    /// Adds what was done in this transaction.
    static void add(JdbcClient db, UUID run, Done done) {
        db.sql("""
            update contact_cleaning set files = files + ?, rows = rows + ?, emails = emails + ?, phones = phones + ?
            where id = ?""").params(done.files(), done.rows(), done.emails(), done.phones(), run).update();
    }

    /// What was done to a file or a name.
    record Done(long files, long rows, long emails, long phones) {
    }

    static void end(JdbcClient db, UUID run, long skipped, Instant now) {
        db.sql("update contact_cleaning set ended_at = ?, skipped = ? where id = ?").param(RowTime.utc(now))
                .param(skipped)
                .param(run).update();
    }

    static Optional<Run> last(JdbcClient db) {
        return db.sql("select * from contact_cleaning order by begun_at desc, id limit 1")
                .query((row, index) -> run(row)).optional();
    }

    private static Run run(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Run(row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(), row.getLong("files"), row.getLong("rows"),
                row.getLong("emails"), row.getLong("phones"), row.getLong("skipped"));
    }

    /// The next names that may hold a contact, by kind and id; those of hashtags are theirs, and stay.
    ///
    /// @param after the last one before; null for the first
    static List<Named> suspects(JdbcClient db, @Nullable Named after, int most) {
        return db.sql("""
            select kind, entity_id, name from entity where kind <> 'hashtag'
            and (name like '%@%' or name like '%＠%' or length(regexp_replace(name, '[^[:digit:]]', '', 'g')) >= 7)
            and (kind, entity_id) > (?, ?) order by kind, entity_id limit ?""")
                .params(after == null ? "" : after.kind(), after == null ? "" : after.id(), most)
                .query((row, index) -> new Named(row.getString(1), row.getString(2), row.getString(3))).list();
    }

    /// Gives an entity another name; false when somebody else did meanwhile.
    static boolean rename(JdbcClient db, Named was, String name) {
        return db.sql("update entity set name = ? where kind = ? and entity_id = ? and name = ?")
                .params(name, was.kind(), was.id(), was.name()).update() == 1;
    }
}
