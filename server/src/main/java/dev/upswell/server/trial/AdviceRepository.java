package dev.upswell.server.trial;

import dev.upswell.content.EntityId;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.trial.Engagement;
import dev.upswell.trial.advice.AdvisedVideo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `advised_video`. All calls run inside the caller's tenant transaction.
final class AdviceRepository {

    /// A row.
    ///
    /// @param video without its engagement, which is looked up
    /// @param rate as somebody told it; null: stored readings tell it
    record Row(AdvisedVideo video, Instant postedAt, @Nullable Double rate) {
    }

    void keep(JdbcClient db, Row row, String by, Instant at) {
        AdvisedVideo video = row.video();
        db.sql("""
            insert into advised_video (video_id, creator, posted_at, given, implemented, rate, told_by, told_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, video_id) do update set creator = excluded.creator,
            posted_at = excluded.posted_at, given = excluded.given, implemented = excluded.implemented,
            rate = excluded.rate, told_by = excluded.told_by, told_at = excluded.told_at""")
                .params(Arrays.asList(video.id().value(), video.creator().value(), RowTime.utc(row.postedAt()),
                        video.given(), video.implemented(), row.rate(), by, RowTime.utc(at)))
                .update();
    }

    List<Row> all(JdbcClient db) {
        return db.sql("select * from advised_video order by posted_at, video_id").query((row, index) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        double rate = row.getDouble("rate");
        Double told = row.wasNull() ? null : Double.valueOf(rate);
        Instant posted = TrialRepository.instant(row, "posted_at");
        return new Row(new AdvisedVideo(EntityId.video(row.getString("video_id")),
                EntityId.creator(row.getString("creator")), row.getInt("given"), row.getInt("implemented"),
                new Engagement.NotYet(posted.plus(Engagement.AGE))), posted, told);
    }
}
