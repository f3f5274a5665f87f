package dev.upswell.server.report;

import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The row of table `branding`. All calls run inside the caller's tenant transaction.
final class BrandingRepository {

    Optional<Branding> find(JdbcClient db) {
        return db.sql("""
            select name, primary_colour, muted_colour, good_colour, warning_colour, confidentiality, watermark, logo
            from branding""").query((row, index) -> branding(row)).optional();
    }

    void put(JdbcClient db, Branding branding, Instant now) {
        Branding.Palette palette = branding.palette();
        Logo logo = branding.logo();
        db.sql("""
            insert into branding (name, primary_colour, muted_colour, good_colour, warning_colour, confidentiality,
                watermark, logo, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id) do update set name = excluded.name, primary_colour = excluded.primary_colour,
                muted_colour = excluded.muted_colour, good_colour = excluded.good_colour,
                warning_colour = excluded.warning_colour, confidentiality = excluded.confidentiality,
                watermark = excluded.watermark, logo = excluded.logo, changed_at = excluded.changed_at""")
                .params(branding.name(), palette.primary().toString(), palette.muted().toString(),
                        palette.good().toString(), palette.warning().toString(), branding.confidentiality(),
                        branding.watermark())
                .param(logo == null ? null : logo.bytes()).params(RowTime.utc(now))
                .update();
    }

    private static Branding branding(ResultSet row) throws SQLException {
        byte[] logo = row.getBytes("logo");
        return new Branding(row.getString("name"),
                new Branding.Palette(colour(row, "primary_colour"), colour(row, "muted_colour"),
                        colour(row, "good_colour"), colour(row, "warning_colour")),
                row.getString("confidentiality"), row.getBoolean("watermark"), logo == null ? null : Logo.read(logo));
    }

    private static Colour colour(ResultSet row, String column) throws SQLException {
        return Colour.read(row.getString(column)).orElseThrow();
    }
}
