package dev.upswell.benchmarks.reach;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.forecast.reach.ReachArchive;
import dev.upswell.forecast.reach.ReachTarget;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.Observation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The whole history of some creators in a flattened CSV (`createTime`, `author.uniqueId`, `desc`, `stats.playCount` …), read
/// once, a day after its newest video.
final class ArchivedVideos {

    private ArchivedVideos() {
    }

    static ReachArchive of(String file) throws SQLException {
        List<ReachArchive.Watched> videos = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement query = duckdb.createStatement();
                ResultSet row = query.executeQuery("""
                    SELECT "createTime"::BIGINT AS posted, "author.uniqueId" AS creator, "desc" AS caption,
                        "music.title" || "music.authorName" AS sound, "stats.playCount"::BIGINT AS views,
                        "video.duration"::BIGINT AS seconds, hashtags,
                        max("createTime"::BIGINT) OVER () + 86400 AS read_at
                    FROM read_csv('%s', header = true, all_varchar = true) ORDER BY posted, creator
                    """.formatted(file.replace("'", "''")))) {
            while (row.next()) {
                videos.add(watched(row, videos.size()));
            }
        }
        return ReachArchive.of(ReachTarget.SETTLED, videos, Map.of());
    }

    private static ReachArchive.Watched watched(ResultSet row, int number) throws SQLException {
        String tags = row.getString("hashtags");
        List<EntityId> hashtags = tags == null
                ? List.of()
                : Arrays.stream(tags.split("\\s+")).filter(tag -> tag.length() > 1).map(EntityId::hashtag).toList();
        String sound = row.getString("sound");
        Video video = new Video(EntityId.video("archived-" + number), EntityId.creator(row.getString("creator")),
                sound == null || sound.isBlank() ? null : EntityId.sound(sound), hashtags,
                Instant.ofEpochSecond(row.getLong("posted")), Duration.ofSeconds(row.getLong("seconds")),
                row.getString("caption"));
        Observation reading = new Observation(video.id(), "archive", Instant.ofEpochSecond(row.getLong("read_at")),
                new Counts(new Count(row.getLong("views"), 1), null, null, null, null, null, null));
        return new ReachArchive.Watched(video, EntitySeries.of(video.id(), "archive", List.of(reading)));
    }
}
