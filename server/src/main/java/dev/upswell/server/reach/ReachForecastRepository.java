package dev.upswell.server.reach;

import dev.upswell.content.EntityId;
import dev.upswell.forecast.reach.ReachForecast;
import dev.upswell.forecast.reach.ReachStage;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `reach_forecast`. All calls run inside the caller's tenant transaction.
final class ReachForecastRepository {

    private static final String COLUMNS = """
        select video_id, stage, as_of, posted_at, creator, caption, model_id, breakout, breakout_views, views_low, views_mid, views_high,
        classes, reasons, first_readings, outcome_views, broke_out from reach_forecast """;

    /// A video at a stage.
    record Asked(String video, String stage) {
    }

    /// Keeps a forecast; what was said before stays.
    void keep(JdbcClient db, ReachForecast made, KeptForecast.Posted posted, String model) {
        db.sql("""
            insert into reach_forecast (video_id, stage, as_of, posted_at, creator, caption, model_id, breakout,
            breakout_views, views_low, views_mid, views_high, classes, reasons, first_readings)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?) on conflict do nothing""")
                .params(Arrays.asList(made.video().value(), made.stage().label(), RowTime.utc(made.asOf()),
                        RowTime.utc(posted.at()),
                        posted.creator(), posted.caption(), model, made.breakout(), made.breakoutViews(),
                        made.range().low(), made.range().median(),
                        made.range().high(), Json.write(made.classes()), Json.write(made.reasons()),
                        made.firstReadings()))
                .update();
    }

    /// What has been said already of videos posted from this time on.
    Set<Asked> said(JdbcClient db, Instant postedFrom) {
        return new HashSet<>(db.sql("select video_id, stage from reach_forecast where posted_at >= ?")
                .param(RowTime.utc(postedFrom)).query((row, index) -> new Asked(row.getString(1), row.getString(2)))
                .list());
    }

    /// Videos about which something was said and of which it is not known what came.
    Set<String> open(JdbcClient db, Instant postedFrom) {
        return new HashSet<>(db.sql("select distinct video_id from reach_forecast where outcome_views is null"
                + " and posted_at >= ?").param(RowTime.utc(postedFrom)).query(String.class).list());
    }

    /// How many forecasts of this video now have their outcome.
    int settle(JdbcClient db, String video, double views) {
        return db.sql("update reach_forecast set outcome_views = ?, broke_out = ? > breakout_views"
                + " where video_id = ? and outcome_views is null").params(views, views, video).update();
    }

    /// The forecasts of one video, by stage.
    List<KeptForecast> of(JdbcClient db, String video) {
        return db.sql(COLUMNS + " where video_id = ? order by as_of, model_id").param(video)
                .query((row, index) -> forecast(row)).list();
    }

    /// The latest forecast of each video posted from this time on, the likeliest breakout first.
    List<KeptForecast> latest(JdbcClient db, Instant postedFrom, int limit, int offset) {
        return db.sql("select * from (" + COLUMNS.replace("select ", "select distinct on (video_id) ")
                + " where posted_at >= ? order by video_id, as_of desc, model_id) latest"
                + " order by breakout desc, video_id limit ? offset ?").params(RowTime.utc(postedFrom), limit, offset)
                .query((row, index) -> forecast(row)).list();
    }

    long count(JdbcClient db, Instant postedFrom) {
        return db.sql("select count(distinct video_id) from reach_forecast where posted_at >= ?")
                .param(RowTime.utc(postedFrom)).query(Long.class).single();
    }

    private static KeptForecast forecast(ResultSet row) throws SQLException {
        ReachForecast made = new ReachForecast(EntityId.video(row.getString("video_id")),
                ReachStage.of(row.getString("stage")), instant(row, "as_of"), row.getDouble("breakout"),
                row.getDouble("breakout_views"),
                new ReachForecast.ViewRange(row.getDouble("views_low"), row.getDouble("views_mid"),
                        row.getDouble("views_high")),
                Arrays.asList(Json.read(row.getString("classes"), Double[].class)),
                Arrays.asList(Json.read(row.getString("reasons"), ReachForecast.Reason[].class)),
                row.getBoolean("first_readings"));
        return new KeptForecast(made,
                new KeptForecast.Posted(instant(row, "posted_at"), row.getString("creator"), row.getString("caption")),
                row.getString("model_id"), outcome(row));
    }

    private static KeptForecast.@Nullable Outcome outcome(ResultSet row) throws SQLException {
        Double views = row.getObject("outcome_views", Double.class);
        return views == null ? null : new KeptForecast.Outcome(views, row.getBoolean("broke_out"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
