package dev.upswell.server.trial;

import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.pattern.Choice;
import dev.upswell.server.creative.PatternRuns.Tried;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import dev.upswell.trial.Arm;
import dev.upswell.trial.Expectation;
import dev.upswell.trial.Made;
import dev.upswell.trial.TrialWeight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `trial` and `trial_video`. All calls run inside the caller's tenant transaction.
final class TrialRepository {

    void keep(JdbcClient db, KeptTrial one) {
        db.sql("""
            insert into trial (id, name, feature, side, threshold, bucket, lift, within, between_them, earlier, begun_by,
            begun_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(one.id(), one.name(),
                        one.choice().feature().name(), word(one.choice().side()), one.choice().threshold(),
                        word(one.bucket()),
                        one.expected().lift(), one.expected().within(), one.expected().between(),
                        one.expected().trials(),
                        one.by(), RowTime.utc(one.begunAt()))
                .update();
    }

    /// Ends it; false when it had ended already.
    boolean end(JdbcClient db, UUID id, KeptTrial.End end) {
        Expectation.Earlier found = end.found();
        return db.sql("update trial set ended_at = ?, verdict = ?, found = ?::jsonb where id = ? and ended_at is null")
                .params(Arrays.asList(RowTime.utc(end.at()), end.verdict(),
                        found == null ? null : Json.write(found), id))
                .update() == 1;
    }

    Optional<KeptTrial> find(JdbcClient db, UUID id) {
        return db.sql("select * from trial where id = ?").param(id).query((row, index) -> trial(row)).optional();
    }

    /// The same, with nobody else ending it or adding to it until the transaction ends.
    Optional<KeptTrial> findToChange(JdbcClient db, UUID id) {
        return db.sql("select * from trial where id = ? for update").param(id).query((row, index) -> trial(row))
                .optional();
    }

    /// The last begun first.
    List<KeptTrial> list(JdbcClient db, int limit, int offset) {
        return db.sql("select * from trial order by begun_at desc, id limit ? offset ?").params(limit, offset)
                .query((row, index) -> trial(row)).list();
    }

    /// Those that ended, the last begun first.
    List<KeptTrial> ended(JdbcClient db) {
        return db.sql("select * from trial where ended_at is not null order by begun_at desc, id")
                .query((row, index) -> trial(row)).list();
    }

    long count(JdbcClient db) {
        return db.sql("select count(*) from trial").query(Long.class).single();
    }

    /// What ended trials found.
    List<Expectation.Earlier> found(JdbcClient db) {
        return db.sql("select found from trial where found is not null order by ended_at, id")
                .query((row, index) -> Json.read(row.getString(1), Expectation.Earlier.class)).list();
    }

    /// Adds a video, or changes what was told of it; its arm stays.
    void keep(JdbcClient db, UUID trial, ToldVideo one) {
        Made made = one.made();
        db.sql("""
            insert into trial_video (trial_id, video_id, arm, creator, posted_at, rate, made, told_by, told_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, trial_id, video_id) do update set
            creator = excluded.creator, posted_at = excluded.posted_at, rate = excluded.rate, made = excluded.made,
            told_by = excluded.told_by, told_at = excluded.told_at""")
                .params(Arrays.asList(trial, one.id(), one.arm().word(), one.creator(), RowTime.utc(one.postedAt()),
                        one.rate(), made == null ? null : made.word(), one.by(), RowTime.utc(one.at())))
                .update();
    }

    /// The videos of these trials, by trial, in the order of posting.
    Map<UUID, List<ToldVideo>> videos(JdbcClient db, Collection<UUID> trials) {
        Map<UUID, List<ToldVideo>> videos = new HashMap<>();
        db.sql("select * from trial_video where trial_id = any(?) order by posted_at, video_id")
                .param(trials.toArray(UUID[]::new))
                .query(row -> {
                    videos.computeIfAbsent(row.getObject("trial_id", UUID.class), key -> new ArrayList<>())
                            .add(video(row));
                });
        return videos;
    }

    /// The videos of ended trials that told something of their pattern.
    List<Tried> tried(JdbcClient db) {
        return db.sql("""
            select trial_video.video_id, trial.bucket, trial.verdict from trial
            join trial_video on trial_video.trial_id = trial.id where trial.verdict is not null
            order by trial.begun_at, trial.id, trial_video.video_id""").query((row, index) -> tried(row)).list()
                .stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Tried> tried(ResultSet row) throws SQLException {
        String video = row.getString("video_id");
        DurationBucket bucket = DurationBucket.valueOf(row.getString("bucket").toUpperCase(Locale.ROOT));
        return TrialWeight.of(row.getString("verdict"))
                .map(one -> new Tried(video, bucket, one.weight(), one.positive()));
    }

    private static KeptTrial trial(ResultSet row) throws SQLException {
        String feature = row.getString("feature");
        Choice choice = new Choice(FeatureDictionary.STANDARD.get(feature),
                Choice.Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)), row.getDouble("threshold"));
        return new KeptTrial(row.getObject("id", UUID.class), row.getString("name"), choice,
                DurationBucket.valueOf(row.getString("bucket").toUpperCase(Locale.ROOT)),
                new Expectation(row.getDouble("lift"), row.getDouble("within"), row.getDouble("between_them"),
                        row.getInt("earlier")),
                row.getString("begun_by"), instant(row, "begun_at"), end(row));
    }

    private static KeptTrial.@Nullable End end(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        String found = row.getString("found");
        return verdict == null
                ? null
                : new KeptTrial.End(instant(row, "ended_at"), verdict,
                        found == null ? null : Json.read(found, Expectation.Earlier.class));
    }

    private static ToldVideo video(ResultSet row) throws SQLException {
        String made = row.getString("made");
        double rate = row.getDouble("rate");
        Double told = row.wasNull() ? null : Double.valueOf(rate);
        return new ToldVideo(row.getString("video_id"), Arm.valueOf(row.getString("arm").toUpperCase(Locale.ROOT)),
                row.getString("creator"), instant(row, "posted_at"), told,
                made == null ? null : Made.valueOf(made.toUpperCase(Locale.ROOT)), row.getString("told_by"),
                instant(row, "told_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
