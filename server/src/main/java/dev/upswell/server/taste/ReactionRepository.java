package dev.upswell.server.taste;

import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `reaction`. All calls run inside the caller's tenant transaction.
final class ReactionRepository {

    void keep(JdbcClient db, UUID subject, Reaction one) {
        db.sql("insert into reaction (subject_id, video_id, request_id, kind, strength, at) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(subject, one.video(), one.request(), one.kind().name(), one.strength(),
                        RowTime.utc(one.at())))
                .update();
    }

    /// The last reactions of a subject until this time, the newest first.
    List<Reaction> last(JdbcClient db, UUID subject, Instant asOf, int most) {
        return db.sql("select * from reaction where subject_id = ? and at <= ? order by at desc, id limit ?")
                .params(subject, RowTime.utc(asOf), most).query((row, index) -> reaction(row)).list();
    }

    /// The last reactions of all subjects until this time, by subject, the newest first.
    Map<UUID, List<Reaction>> all(JdbcClient db, Instant asOf, int most) {
        Map<UUID, List<Reaction>> all = new HashMap<>();
        db.sql("select * from reaction where at <= ? order by at desc, id limit ?").params(RowTime.utc(asOf), most)
                .query(row -> {
                    all.computeIfAbsent(row.getObject("subject_id", UUID.class), any -> new ArrayList<>())
                            .add(reaction(row));
                });
        return all;
    }

    private static Reaction reaction(ResultSet row) throws SQLException {
        double strength = row.getDouble("strength");
        Double told = row.wasNull() ? null : Double.valueOf(strength);
        return new Reaction(row.getString("video_id"), row.getObject("request_id", UUID.class),
                Reaction.Kind.valueOf(row.getString("kind")), told,
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
