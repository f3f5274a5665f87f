package dev.upswell.server.plan;

import dev.upswell.server.plan.PlannedSlot.Decision;
import dev.upswell.server.plan.PlannedSlot.Ground;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `planned_slot`. All calls run inside the caller's tenant transaction.
final class SlotRepository {

    /// Adds a slot, unless the account has one at that time.
    void add(JdbcClient db, PlannedSlot one) {
        Ground ground = one.ground();
        db.sql("""
            insert into planned_slot (id, account, at, zone, state, basis, videos, expected, low, high, proposed_by,
                proposed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(Arrays.asList(one.id(), one.account(), RowTime.utc(one.at()), one.zone().getId(),
                        one.state().word(), ground.basis().word(), ground.videos(), ground.expected(), ground.low(),
                        ground.high(), one.proposedBy(), RowTime.utc(one.proposedAt())))
                .update();
    }

    /// Keeps what became of a slot that is there.
    void keep(JdbcClient db, PlannedSlot one) {
        Ground ground = one.ground();
        SlotContent content = one.content();
        Decision decision = one.decision();
        db.sql("""
            update planned_slot set at = ?, state = ?, videos = ?, expected = ?, low = ?, high = ?, content_kind = ?,
            content = ?, content_link = ?, content_by = ?, video_id = ?, decided_by = ?, decided_at = ?, moved_from = ?,
            changes = ? where id = ?""")
                .params(Arrays.asList(RowTime.utc(one.at()), one.state().word(), ground.videos(), ground.expected(),
                        ground.low(), ground.high(), content == null ? null : content.kind().word(),
                        content == null ? null : content.text(), content == null ? null : content.link(),
                        content == null ? null : content.by(), one.video(), decision == null ? null : decision.by(),
                        decision == null ? null : RowTime.utc(decision.at()),
                        decision == null ? null : RowTime.utcOrNull(decision.movedFrom()),
                        decision == null ? 0 : decision.changes(), one.id()))
                .update();
    }

    /// The slots from the one and before the other instant, in order of time.
    List<PlannedSlot> between(JdbcClient db, Instant from, Instant before) {
        return db.sql("select * from planned_slot where at >= ? and at < ? order by at, account, id")
                .params(RowTime.utc(from), RowTime.utc(before)).query((row, index) -> slot(row)).list();
    }

    Optional<PlannedSlot> find(JdbcClient db, UUID id) {
        return db.sql("select * from planned_slot where id = ? for update").param(id).query((row, index) -> slot(row))
                .optional();
    }

    private static PlannedSlot slot(ResultSet row) throws SQLException {
        return new PlannedSlot(row.getObject("id", UUID.class), row.getString("account"), time(row, "at"),
                ZoneId.of(row.getString("zone")), SlotState.of(row.getString("state")),
                new Ground(SlotBasis.of(row.getString("basis")), row.getInt("videos"), number(row, "expected"),
                        number(row, "low"), number(row, "high")),
                content(row), row.getString("video_id"), row.getString("proposed_by"), time(row, "proposed_at"),
                decision(row));
    }

    private static @Nullable SlotContent content(ResultSet row) throws SQLException {
        String kind = row.getString("content_kind");
        return kind == null
                ? null
                : new SlotContent(SlotContent.Kind.of(kind), row.getString("content"), row.getString("content_link"),
                        row.getString("content_by"));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        OffsetDateTime moved = row.getObject("moved_from", OffsetDateTime.class);
        return by == null
                ? null
                : new Decision(by, time(row, "decided_at"), moved == null ? null : moved.toInstant(),
                        row.getInt("changes"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(value);
    }
}
