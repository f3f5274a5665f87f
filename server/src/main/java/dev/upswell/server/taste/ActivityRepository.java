package dev.upswell.server.taste;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What the lake knows of a person at an instant: videos they posted, what they did with others, how many follow them.
///
/// **cost** a scan each of videos, readings and own activity
final class ActivityRepository {

    private static final String ACTED = """
        SELECT entity_id, action, max(acted_at) AS acted_at, max(watched_seconds) AS watched_seconds FROM %s
        WHERE entity_kind = 'video' AND acted_at <= ? AND (account = ? OR (? AND account IS NULL))
        GROUP BY entity_id, action ORDER BY acted_at DESC, entity_id LIMIT %d""";
    private static final int MOST_ACTED = 10_000;

    private static final String POSTED = """
        SELECT video_id, min(created_at) AS created_at FROM %s WHERE lower(creator) = ? AND created_at <= ?
        GROUP BY video_id ORDER BY created_at DESC, video_id LIMIT %d""";

    private static final String TOLD = """
        WITH named AS (
            SELECT video_id AS id, min(creator) AS creator, min(sound) AS sound,
                list_sort(list_distinct(flatten(list(string_split(coalesce(hashtags, ''), ' '))))) AS hashtags,
                min(created_at) AS created_at, min(duration_ms) AS duration_ms, min(caption) AS caption
            FROM %1$s WHERE video_id IN (SELECT unnest(CAST(? AS VARCHAR[]))) GROUP BY video_id),
        counted AS (
            SELECT entity_id AS id, views, likes, comments, shares FROM %2$s
            WHERE kind = 'video' AND observed_at <= ? AND entity_id IN (SELECT id FROM named)
            QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY
                (views IS NOT NULL AND likes IS NOT NULL AND comments IS NOT NULL AND shares IS NOT NULL) DESC,
                observed_at DESC, source, views DESC) = 1)
        SELECT named.*, array_to_string(named.hashtags, ' ') AS tags, views, likes, comments, shares
        FROM named LEFT JOIN counted USING (id) ORDER BY named.id""";

    private static final String FOLLOWERS = """
        SELECT followers FROM %s WHERE kind = 'creator' AND entity_id = ? AND followers IS NOT NULL
        AND observed_at <= ? ORDER BY observed_at DESC, source LIMIT 1""";

    private static final String COUNTED = """
        SELECT views, likes, comments, shares FROM %s WHERE kind = 'video' AND observed_at <= ?
        AND views > 0 AND likes IS NOT NULL AND comments IS NOT NULL AND shares IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY observed_at DESC, source) = 1
        ORDER BY md5(entity_id), entity_id LIMIT 5000""";

    private final LakeSession lake;
    private final LocalDateTime asOf;

    ActivityRepository(LakeSession lake, Instant asOf) {
        this.lake = lake;
        this.asOf = LocalDateTime.ofInstant(asOf, ZoneOffset.UTC);
    }

    /// Something that was done with a video.
    ///
    /// @param watched in seconds; null where nobody told
    record Acted(String video, String action, Instant at, @Nullable Double watched) {
    }

    /// A video as it was told until the instant.
    record Told(Video video, Counts counts) {
    }

    /// What somebody did, the newest first; each action with a video once.
    ///
    /// @param nameless with what exports tell that name no account
    List<Acted> acted(String account, boolean nameless) {
        return read(ACTED.formatted(lake.scan(CommerceDatasets.OWN_ACTIVITY), MOST_ACTED), query -> {
            query.setObject(1, asOf);
            query.setString(2, account);
            query.setBoolean(3, nameless);
        }, row -> {
            double watched = row.getDouble("watched_seconds");
            return new Acted(row.getString("entity_id"), row.getString("action"), instant(row, "acted_at"),
                    row.wasNull() ? null : (Double) watched);
        });
    }

    /// When somebody posted which videos, the newest first.
    List<Acted> posted(String creator, int most) {
        return read(POSTED.formatted(lake.scan(Collected.VIDEO), most), query -> {
            query.setString(1, creator);
            query.setObject(2, asOf);
        }, row -> new Acted(row.getString("video_id"), "posted", instant(row, "created_at"), null));
    }

    /// These videos by id, as far as they are stored.
    Map<String, Told> told(Collection<String> ids) {
        Map<String, Told> told = new HashMap<>();
        if (!ids.isEmpty()) {
            read(TOLD.formatted(lake.scan(Collected.VIDEO), lake.scan(Collected.OBSERVATION)), query -> {
                query.setArray(1, lake.connection().createArrayOf("VARCHAR", ids.toArray()));
                query.setObject(2, asOf);
            }, ActivityRepository::told).forEach(one -> told.put(one.video().id().value(), one));
        }
        return told;
    }

    /// The last known number of followers.
    OptionalLong followers(String creator) {
        List<Long> found = read(FOLLOWERS.formatted(lake.scan(Collected.OBSERVATION)), query -> {
            query.setString(1, creator);
            query.setObject(2, asOf);
        }, row -> row.getLong(1));
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.getFirst());
    }

    /// The last counts of some videos of all, at most 5,000: those whose ids hash lowest.
    List<Counts> usual() {
        return read(COUNTED.formatted(lake.scan(Collected.OBSERVATION)), query -> query.setObject(1, asOf),
                ActivityRepository::counts);
    }

    private interface Binding {
        void bind(PreparedStatement query) throws SQLException;
    }

    private interface RowReading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, Binding binding, RowReading<T> reading) {
        try (PreparedStatement query = lake.connection().prepareStatement(sql)) {
            binding.bind(query);
            try (ResultSet row = query.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (row.next()) {
                    all.add(reading.read(row));
                }
                return all;
            }
        } catch (SQLException e) {
            throw StoreException.permanent("the activity of an account was not read", "the lake",
                    "Run \"upswell doctor\".", e);
        }
    }

    private static Told told(ResultSet row) throws SQLException {
        String creator = row.getString("creator");
        String sound = row.getString("sound");
        long millis = row.getLong("duration_ms");
        Duration length = row.wasNull() || millis <= 0 ? null : Duration.ofMillis(millis);
        LocalDateTime posted = row.getObject("created_at", LocalDateTime.class);
        List<EntityId> hashtags = Arrays.stream(row.getString("tags").split(" ")).filter(tag -> !tag.isBlank())
                .map(EntityId::hashtag).toList();
        Video video = new Video(EntityId.video(row.getString("id")),
                creator == null || creator.isBlank() ? null : EntityId.creator(creator),
                sound == null || sound.isBlank() ? null : EntityId.sound(sound), hashtags,
                posted == null ? null : posted.toInstant(ZoneOffset.UTC), length, row.getString("caption"));
        return new Told(video, counts(row));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(count(row, "views"), count(row, "likes"), count(row, "comments"), count(row, "shares"), null,
                null, null);
    }

    private static @Nullable Count count(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() || value < 0 ? null : Count.exact(value);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
