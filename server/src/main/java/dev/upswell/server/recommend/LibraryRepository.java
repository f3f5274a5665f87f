package dev.upswell.server.recommend;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads from the lake which videos there are: the fullest description of each and its last counts.
///
/// Of several descriptions the one with the longest caption is taken, then the first source by name, so that the same files always tell
/// the same.
public final class LibraryRepository {

    private static final String VIDEOS = """
        WITH described AS (
            SELECT video_id, creator, created_at, caption, hashtags,
                max(duration_ms) OVER (PARTITION BY video_id) AS duration_ms FROM %s AS v WHERE %s
            QUALIFY row_number() OVER (PARTITION BY video_id
                ORDER BY length(coalesce(caption, '')) DESC, creator IS NULL, source, hashtags) = 1),
        counted AS (
            SELECT entity_id, arg_max(views, observed_at) AS views, arg_max(likes, observed_at) AS likes,
                arg_max(comments, observed_at) AS comments, arg_max(shares, observed_at) AS shares
            FROM %s AS o WHERE kind = 'video' AND %s GROUP BY entity_id)
        SELECT d.video_id, d.creator, d.created_at, d.caption, coalesce(d.hashtags, ''), c.views, c.likes, c.comments, c.shares,
            d.duration_ms
        FROM described AS d LEFT JOIN counted AS c ON c.entity_id = d.video_id ORDER BY d.video_id""";

    private static final String AUTHOR_RATES = """
        WITH posted AS (SELECT video_id, min(creator) AS creator FROM %s WHERE creator IS NOT NULL GROUP BY video_id),
        counted AS (
            SELECT entity_id, arg_max(views, observed_at) AS views, arg_max(likes, observed_at) AS likes FROM %s
            WHERE kind = 'video' AND observed_at <= ? GROUP BY entity_id)
        SELECT creator, (%d * %d + sum(ln((likes + 1.0) / (views + 20.0)))) / (%d + count(*)) AS rate
        FROM posted JOIN counted ON entity_id = video_id WHERE views > 0 AND likes >= 0 GROUP BY creator""";
    /// What is usual of any author, and how many videos of one's own count as much.
    private static final int USUAL_RATE = -3;
    private static final int DOUBT = 3;

    /// Tells of every video, by id.
    ///
    /// **cost** one pass over descriptions and readings
    public void read(LakeSession lake, Consumer<LibraryVideo> each) {
        read(lake, "true", "true", each);
    }

    /// Tells of these videos, by id; unknown ones are left out.
    public void read(LakeSession lake, Collection<String> ids, Consumer<LibraryVideo> each) {
        if (!ids.isEmpty()) {
            String among = ids.stream().map(id -> "'" + id.replace("'", "''") + "'")
                    .collect(Collectors.joining(", ", "(", ")"));
            read(lake, "video_id IN " + among, "entity_id IN " + among, each);
        }
    }

    /// Tells of these videos as they were counted until an instant, by id; unknown ones are left out.
    public void read(LakeSession lake, Collection<String> ids, Instant until, Consumer<LibraryVideo> each) {
        if (!ids.isEmpty()) {
            String among = ids.stream().map(id -> "'" + id.replace("'", "''") + "'")
                    .collect(Collectors.joining(", ", "(", ")"));
            read(lake, "video_id IN " + among, "entity_id IN " + among + " AND observed_at <= TIMESTAMP '"
                    + LocalDateTime.ofInstant(until, ZoneOffset.UTC) + "'", each);
        }
    }

    /// Tells of these videos, by id, without their counts; unknown ones are left out.
    ///
    /// **cost** one pass over descriptions
    public void described(LakeSession lake, Collection<String> ids, Consumer<LibraryVideo> each) {
        String among = ids.stream().map(id -> "'" + id.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "(", ")"));
        read(lake, "video_id IN " + among, "false", each);
    }

    /// Tells of some videos, by id, without their counts: of those whose ids hash lowest.
    ///
    /// **cost** one pass over descriptions
    public void some(LakeSession lake, int count, Consumer<LibraryVideo> each) {
        read(lake, "video_id IN (SELECT DISTINCT video_id FROM " + lake.scan(Collected.VIDEO)
                + " ORDER BY md5(video_id), video_id LIMIT " + count + ")", "false", each);
    }

    /// Tells of each author whose videos were counted until an instant how much they are usually liked: the mean logarithm of likes per
    /// view, drawn to what is usual by three videos more.
    ///
    /// **cost** one pass over descriptions and readings
    public void authorRates(LakeSession lake, Instant until, BiConsumer<String, Double> each) {
        String sql = AUTHOR_RATES.formatted(lake.scan(Collected.VIDEO), lake.scan(Collected.OBSERVATION), DOUBT,
                USUAL_RATE, DOUBT);
        try (PreparedStatement query = lake.connection().prepareStatement(sql)) {
            query.setObject(1, LocalDateTime.ofInstant(until, ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    each.accept(row.getString(1), row.getDouble(2));
                }
            }
        } catch (SQLException e) {
            throw unread("what is usual of authors", e);
        }
    }

    private static StoreException unread(String what, SQLException cause) {
        return StoreException.permanent(what + " was not read", "the lake", "Run \"upswell doctor\".", cause);
    }

    /// Tells of the most viewed videos, by id.
    ///
    /// **cost** one pass over descriptions and readings
    public void mostViewed(LakeSession lake, int count, Consumer<LibraryVideo> each) {
        String among = "(SELECT entity_id FROM " + lake.scan(Collected.OBSERVATION)
                + " WHERE kind = 'video' AND views IS NOT NULL GROUP BY entity_id ORDER BY max(views) DESC, entity_id LIMIT "
                + count + ")";
        read(lake, "video_id IN " + among, "entity_id IN " + among, each);
    }

    private static void read(LakeSession lake, String described, String counted, Consumer<LibraryVideo> each) {
        String sql = VIDEOS.formatted(lake.scan(Collected.VIDEO), described, lake.scan(Collected.OBSERVATION), counted);
        try (Statement query = lake.connection().createStatement(); ResultSet row = query.executeQuery(sql)) {
            while (row.next()) {
                LocalDateTime posted = row.getObject(3, LocalDateTime.class);
                each.accept(new LibraryVideo(row.getString(1), row.getString(2),
                        posted == null ? null : posted.toInstant(ZoneOffset.UTC), row.getString(4), row.getString(5),
                        count(row, 6), count(row, 7), count(row, 8), count(row, 9), seconds(count(row, 10))));
            }
        } catch (SQLException e) {
            throw StoreException.permanent("videos to recommend were not read", "the lake", "Run \"upswell doctor\".",
                    e);
        }
    }

    private static @Nullable Long count(ResultSet row, int column) throws SQLException {
        long count = row.getLong(column);
        return row.wasNull() ? null : count;
    }

    private static @Nullable Double seconds(@Nullable Long millis) {
        return millis == null || millis <= 0 ? null : (Double) (millis / 1_000.0);
    }
}
