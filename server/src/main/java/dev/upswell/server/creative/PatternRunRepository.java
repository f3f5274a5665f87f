package dev.upswell.server.creative;

import dev.upswell.content.EntityId;
import dev.upswell.creative.Absence;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureValue;
import dev.upswell.pattern.AnalysedVideo.Origin;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.pattern.PatternAnalysis;
import dev.upswell.pattern.select.SelectedVideo;
import dev.upswell.server.creative.PatternRun.End;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The rows of tables `pattern_run` and `pattern_run_video`. All calls run inside the caller's tenant transaction.
final class PatternRunRepository {

    private static final String SELECT = """
        select pattern_run.*, progress.* from pattern_run cross join lateral (
            select count(*) as videos, count(features) as read, count(failure) as failed,
                count(*) filter (where analysers > 0) as analysed
            from pattern_run_video where run_id = pattern_run.id) progress""";

    private static final String OTHER_DATES = "other_dates";

    /// Keeps what begins, with the videos that were chosen.
    ///
    /// @param tried how many times the evidence of videos counts, by id, where it is not once
    void begin(JdbcClient db, PatternRun run, List<SelectedVideo> videos, Map<String, Double> tried) {
        db.sql("""
            insert into pattern_run (id, client, kind, subject, settings, state, selection, asked_by, begun_at)
            values (?, ?, ?, ?, ?::jsonb, 'open', ?::jsonb, ?, ?)""")
                .params(Arrays.asList(run.id(), run.client(), run.subject().kind().label(),
                        String.join(" ", run.subject().names()), PatternJson.write(run.settings()),
                        PatternJson.write(run.chosen()), run.by(), RowTime.utc(run.begunAt())))
                .update();
        for (SelectedVideo one : videos) {
            EntityId creator = one.video().creator();
            Long views = one.video().reactions().views();
            db.sql("""
                insert into pattern_run_video (run_id, video, creator, bucket, engagement, views, weight, best, outlier,
                    origin, tried)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(run.id(), one.video().id().value(), creator == null ? null : creator.value(),
                            one.bucket().name(), one.engagementRate(), views, one.weight(),
                            one.entry() == SelectedVideo.Entry.BEST, one.outlier(), origin(one.origin()),
                            tried.getOrDefault(one.video().id().value(), 1.0)))
                    .update();
        }
    }

    /// Videos that were not read yet, by id.
    List<String> open(JdbcClient db, UUID id, int limit) {
        return db.sql("select video from pattern_run_video where run_id = ? and read_at is null order by video limit ?")
                .params(id, limit).query(String.class).list();
    }

    /// Searches that have not ended, that begun first before the others.
    List<UUID> open(JdbcClient db) {
        return db.sql("select id from pattern_run where state = 'open' order by begun_at, id").query(UUID.class).list();
    }

    void read(JdbcClient db, UUID id, String video, CreativeVector features, int analysers, Instant at) {
        db.sql("""
            update pattern_run_video set features = ?::jsonb, analysers = ?, read_at = ?
            where run_id = ? and video = ? and read_at is null""")
                .params(StoredVector.write(features), analysers, RowTime.utc(at), id, video).update();
    }

    void failed(JdbcClient db, UUID id, String video, String why, Instant at) {
        db.sql("update pattern_run_video set failure = ?, read_at = ? where run_id = ? and video = ? and read_at is null")
                .params(why, RowTime.utc(at), id, video).update();
    }

    /// Whether it has not ended.
    boolean isOpen(JdbcClient db, UUID id) {
        return db.sql("select count(*) from pattern_run where id = ? and state = 'open'").param(id).query(Long.class)
                .single() > 0;
    }

    /// Ends one that is open; whoever lost its lock with the connection may come second, and changes nothing then. Whether it was open.
    boolean end(JdbcClient db, UUID id, End end) {
        return switch (end) {
            case End.Open _ -> false;
            case End.Done(Instant at, PatternAnalysis analysis) ->
                db.sql("update pattern_run set state = 'done', ended_at = ?, result = ?::jsonb where id = ? and state = 'open'")
                        .params(RowTime.utc(at), PatternJson.write(analysis), id).update() == 1;
            case End.Failed(Instant at, String why) ->
                db.sql("update pattern_run set state = 'failed', ended_at = ?, failure = ? where id = ? and state = 'open'")
                        .params(RowTime.utc(at), why, id).update() == 1;
        };
    }

    Optional<PatternRun> find(JdbcClient db, UUID id) {
        return db.sql(SELECT + " where id = ?").param(id).query((row, index) -> run(row)).optional();
    }

    /// The last one that was cut off and asked for the same.
    Optional<PatternRun> cutOff(JdbcClient db, String client, PatternSubject subject, PatternSettings settings) {
        return db.sql(SELECT + """

            where state = 'open' and client = ? and kind = ? and subject = ? and settings = ?::jsonb
            order by begun_at desc, id limit 1""")
                .params(client, subject.kind().label(), String.join(" ", subject.names()),
                        PatternJson.write(settings))
                .query((row, index) -> run(row)).optional();
    }

    List<PatternRun> list(JdbcClient db, int limit, int offset) {
        return db.sql(SELECT + " order by begun_at desc, id limit ? offset ?").params(limit, offset)
                .query((row, index) -> run(row)).list();
    }

    long count(JdbcClient db) {
        return db.sql("select count(*) from pattern_run").query(Long.class).single();
    }

    /// Clients with searches of hashtags that are done, and how many hashtags each has, by name.
    List<PatternRuns.Client> clients(JdbcClient db) {
        return db.sql("""
            select client, count(distinct subject) as hashtags from pattern_run
            where state = 'done' and kind = 'hashtag' group by client order by client""")
                .query((row, index) -> new PatternRuns.Client(row.getString("client"), row.getInt("hashtags"))).list();
    }

    /// The last search that is done of each hashtag of a client, by hashtag.
    List<PatternRun> lastOfHashtags(JdbcClient db, String client, int most) {
        return db.sql("""
            select * from (%s where state = 'done' and kind = 'hashtag' and client = ?) done
            where not exists (select 1 from pattern_run later where later.state = 'done' and later.kind = 'hashtag'
                and later.client = done.client and later.subject = done.subject
                and (later.begun_at, later.id) > (done.begun_at, done.id))
            order by subject limit ?""".formatted(SELECT)).params(client, most)
                .query((row, index) -> run(row)).list();
    }

    /// Videos whose features were read, by id.
    List<AnalysedVideo> videos(JdbcClient db, UUID id) {
        return db.sql("select * from pattern_run_video where run_id = ? and features is not null order by video")
                .param(id).query((row, index) -> video(row)).list();
    }

    /// Why videos could not be read, and how many each.
    List<PatternRun.Skipped> failures(JdbcClient db, UUID id) {
        return db.sql("""
            select failure, count(*) as videos, min(video) as example from pattern_run_video
            where run_id = ? and failure is not null group by failure order by 2 desc, 1 limit 20""").param(id)
                .query((row, index) -> new PatternRun.Skipped(row.getString("failure"), row.getInt("videos"),
                        row.getString("example")))
                .list();
    }

    private static AnalysedVideo video(ResultSet row) throws SQLException {
        String creator = row.getString("creator");
        return new AnalysedVideo(EntityId.video(row.getString("video")),
                creator == null ? null : EntityId.creator(creator), DurationBucket.valueOf(row.getString("bucket")),
                StoredVector.read(row.getString("features")), row.getDouble("engagement"), row.getLong("views"),
                row.getDouble("weight"), origin(row.getString("origin")), row.getDouble("tried"));
    }

    private static @Nullable String origin(Origin origin) {
        return switch (origin) {
            case Origin.Asked _ -> null;
            case Origin.OtherDates _ -> OTHER_DATES;
            case Origin.Sibling(String hashtag) -> "#" + hashtag;
        };
    }

    private static Origin origin(@Nullable String kept) {
        return kept == null
                ? Origin.ASKED
                : kept.equals(OTHER_DATES) ? Origin.OTHER_DATES : new Origin.Sibling(kept.substring(1));
    }

    private static PatternRun run(ResultSet row) throws SQLException {
        return new PatternRun(row.getObject("id", UUID.class), row.getString("client"),
                PatternSubject.kept(row.getString("kind"), row.getString("subject")),
                PatternJson.read(row.getString("settings"), PatternSettings.class),
                PatternJson.read(row.getString("selection"), Chosen.class),
                new PatternRun.Progress(row.getInt("videos"), row.getInt("read"), row.getInt("failed"),
                        row.getInt("analysed")),
                row.getString("asked_by"), row.getObject("begun_at", OffsetDateTime.class).toInstant(), end(row));
    }

    private static End end(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("ended_at", OffsetDateTime.class);
        if (at == null) {
            return new End.Open();
        }
        return row.getString("state").equals("done")
                ? new End.Done(at.toInstant(), PatternJson.read(row.getString("result"), PatternAnalysis.class))
                : new End.Failed(at.toInstant(), row.getString("failure"));
    }

    /// Features as they stand in a `jsonb` column: a number, or the name of the reason for its absence, in the order of the dictionary.
    private static final class StoredVector {

        private StoredVector() {
        }

        static String write(CreativeVector vector) {
            List<Object> values = new ArrayList<>();
            for (FeatureValue value : vector.values()) {
                values.add(switch (value) {
                    case FeatureValue.Present(double number) -> number;
                    case FeatureValue.Absent(Absence reason) -> reason.name();
                });
            }
            return Json.write(values);
        }

        static CreativeVector read(String json) {
            List<FeatureValue> values = new ArrayList<>();
            Json.read(json, JsonNode.class).forEach(value -> values.add(value.isNumber()
                    ? new FeatureValue.Present(value.doubleValue())
                    : new FeatureValue.Absent(Absence.valueOf(value.stringValue()))));
            return new CreativeVector(values);
        }
    }
}
