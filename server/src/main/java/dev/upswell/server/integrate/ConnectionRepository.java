package dev.upswell.server.integrate;

import dev.upswell.server.postgres.RowTime;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `tracker_connection`. All calls run inside the caller's tenant transaction.
final class ConnectionRepository {

    /// What a row has of an account: all but what lets in.
    record Row(Connection connection, URI site, String place, String detail) {

        Account account(String user, String token) {
            return new Account(connection.kind(), site, place, detail, user, token);
        }
    }

    /// All, by name.
    List<Row> list(JdbcClient db) {
        return db.sql("select * from tracker_connection order by name").query((row, index) -> row(row)).list();
    }

    Optional<Row> find(JdbcClient db, String name) {
        return db.sql("select * from tracker_connection where name = ?").param(name).query((row, index) -> row(row))
                .optional();
    }

    /// Adds it; false when one of its name is there.
    boolean add(JdbcClient db, Connection connection, Account account) {
        return db.sql("""
            insert into tracker_connection (name, kind, site, place, detail, shown, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(connection.name(), account.kind().name(), account.site().toString(), account.place(),
                        account.detail(), connection.shown(), connection.addedBy(), RowTime.utc(connection.addedAt()))
                .update() > 0;
    }

    /// Removes it with what was carried there; whether there was one.
    boolean remove(JdbcClient db, String name) {
        return db.sql("delete from tracker_connection where name = ?").param(name).update() > 0;
    }

    private static Row row(ResultSet row) throws SQLException {
        Connection connection = new Connection(row.getString("name"), Account.Kind.valueOf(row.getString("kind")),
                row.getString("shown"), row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
        return new Row(connection, URI.create(row.getString("site")), row.getString("place"), row.getString("detail"));
    }
}
