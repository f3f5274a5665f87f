package dev.upswell.server.trial;

import dev.upswell.server.postgres.RowTime;
import dev.upswell.trial.format.FormatUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `report_format_use`. All calls run inside the caller's tenant transaction.
final class FormatUseRepository {

    /// Keeps it; false when the report was told of already.
    boolean keep(JdbcClient db, FormatUse use, @Nullable UUID report, String by, Instant at) {
        return db.sql("""
            insert into report_format_use (format, creator, adopted, comprehension, accuracy, hours, lift, repeated,
            told_by, told_at, report_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(Arrays.asList(use.format(), use.creator(), use.adopted(), use.comprehension(), use.accuracy(),
                        use.hours(), use.lift(), use.repeated(), by, RowTime.utc(at), report))
                .update() == 1;
    }

    /// Reports that were told of.
    Set<UUID> told(JdbcClient db) {
        return Set.copyOf(db.sql("select report_id from report_format_use where report_id is not null")
                .query(UUID.class).list());
    }

    List<FormatUse> all(JdbcClient db) {
        return db.sql("select * from report_format_use order by told_at, id").query((row, index) -> use(row)).list();
    }

    private static FormatUse use(ResultSet row) throws SQLException {
        boolean repeated = row.getBoolean("repeated");
        Boolean again = row.wasNull() ? null : Boolean.valueOf(repeated);
        return new FormatUse(row.getString("format"), row.getString("creator"), row.getBoolean("adopted"),
                number(row, "comprehension"), number(row, "accuracy"), number(row, "hours"), number(row, "lift"),
                again);
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(value);
    }
}
