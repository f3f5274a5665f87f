package dev.upswell.server.live.spend;

import dev.upswell.server.live.Ceiling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a person lets be spent at most, in the database. All calls run inside the caller's tenant transaction.
public final class CeilingRepository {

    /// The ceiling of a source; none when nobody set one.
    public Ceiling of(JdbcClient db, String source) {
        return db.sql("select * from source_ceiling where source = ?").param(source)
                .query((row, index) -> ceiling(row)).optional().orElse(Ceiling.NONE);
    }

    private static Ceiling ceiling(ResultSet row) throws SQLException {
        return new Ceiling(row.getObject("units_per_day", Long.class), row.getObject("units_per_month", Long.class),
                row.getBigDecimal("money_per_month"), row.getBigDecimal("price"), row.getString("currency"));
    }

    /// Puts a ceiling in the place of the one before.
    public void set(JdbcClient db, String source, Ceiling ceiling, Instant now) {
        db.sql("delete from source_ceiling where source = ?").param(source).update();
        if (!ceiling.equals(Ceiling.NONE)) {
            db.sql("""
                insert into source_ceiling (source, units_per_day, units_per_month, money_per_month, price, currency, changed_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                    .param(source).param(ceiling.unitsPerDay())
                    .param(ceiling.unitsPerMonth()).param(ceiling.moneyPerMonth()).param(ceiling.price())
                    .param(ceiling.currency()).param(now.atOffset(ZoneOffset.UTC)).update();
        }
    }
}
