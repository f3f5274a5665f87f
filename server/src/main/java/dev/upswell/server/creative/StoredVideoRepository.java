package dev.upswell.server.creative;

import dev.upswell.content.EntityId;
import dev.upswell.creative.Reactions;
import dev.upswell.creative.posted.Posting;
import dev.upswell.creative.posted.PostingReader;
import dev.upswell.pattern.select.Candidate;
import dev.upswell.pattern.select.Sibling;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Videos of a tenant with their last counts, read from the lake.
///
/// Counts are those of one reading: of the readings that tell all four the last one, else of the last one. What several sources say of a
/// video is joined: the first by order of text speaks, and hashtags are those of all.
final class StoredVideoRepository {

    /// So many videos are read at most; of more, those whose ids hash lowest.
    static final int MOST = 100_000;

    private static final String QUERY = """
        WITH named AS (
            SELECT video_id AS id, min(creator) AS creator,
                list_sort(list_distinct(flatten(list(string_split(coalesce(hashtags, ''), ' '))))) AS hashtags,
                min(created_at) AS created_at, min(duration_ms) AS duration_ms, min(caption) AS caption
            FROM %1$s GROUP BY video_id),
        wanted AS (SELECT * FROM named WHERE %3$s ORDER BY md5(id), id LIMIT %4$d),
        counted AS (
            SELECT entity_id AS id, views, likes, comments, shares, saves FROM %2$s
            WHERE kind = 'video' AND entity_id IN (SELECT id FROM wanted)
            QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY
                (views IS NOT NULL AND likes IS NOT NULL AND comments IS NOT NULL AND shares IS NOT NULL) DESC,
                observed_at DESC, source, views DESC) = 1),
        followed AS (
            SELECT entity_id AS creator, followers FROM %2$s
            WHERE kind = 'creator' AND followers IS NOT NULL AND entity_id IN (SELECT creator FROM wanted)
            QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY observed_at DESC, source, followers DESC) = 1)
        SELECT wanted.id, wanted.creator, array_to_string(wanted.hashtags, ' ') AS hashtags, wanted.created_at,
            wanted.duration_ms, wanted.caption, counted.views, counted.likes, counted.comments, counted.shares,
            counted.saves, followed.followers
        FROM wanted LEFT JOIN counted USING (id) LEFT JOIN followed ON followed.creator = wanted.creator
        ORDER BY wanted.id""";

    /// Fewer videos or creators beside a hashtag are chance, or one person's habit.
    private static final int LEAST_TOGETHER = 5;
    private static final int LEAST_MAKERS = 3;
    private static final double LEAST_LIKENESS = .05;
    /// So many of those that are alike are looked at, generic ones among them.
    private static final int LOOKED_AT = 20;
    private static final int MOST_SIBLINGS = 3;

    private static final String SIBLINGS = """
        WITH tagged AS (
            SELECT id, maker, unnest(hashtags) AS hashtag FROM (
                SELECT video_id AS id, coalesce(min(creator), video_id) AS maker,
                    list_distinct(flatten(list(string_split(coalesce(hashtags, ''), ' ')))) AS hashtags
                FROM %1$s GROUP BY video_id)),
        asked AS (SELECT id FROM tagged WHERE hashtag = ?),
        beside AS (
            SELECT hashtag, count(*) AS together FROM tagged
            WHERE id IN (SELECT id FROM asked) AND hashtag NOT IN ('', ?)
            GROUP BY hashtag HAVING count(*) >= %2$d AND count(DISTINCT maker) >= %3$d)
        SELECT hashtag, together, (SELECT count(*) FROM asked) AS asked, count(*) AS everywhere
        FROM beside JOIN tagged USING (hashtag) GROUP BY hashtag, together
        ORDER BY together / sqrt(everywhere) DESC, hashtag LIMIT %4$d""";

    /// A video as collecting keeps it.
    record Stored(Candidate candidate, Posting posting) {
    }

    private final Database database;

    StoredVideoRepository(Database database) {
        this.database = database;
    }

    /// The videos of a subject.
    List<Candidate> of(TenantId tenant, PatternSubject subject) {
        return stored(tenant, subject).stream().map(Stored::candidate).toList();
    }

    /// The same with all that was told of them.
    List<Stored> stored(TenantId tenant, PatternSubject subject) {
        String condition = switch (subject.kind()) {
            case ALL -> "true";
            case HASHTAG -> "list_has_any(hashtags, CAST(? AS VARCHAR[]))";
            case CREATORS -> "list_contains(CAST(? AS VARCHAR[]), creator)";
        };
        return read(tenant, condition, subject.names());
    }

    /// Up to three hashtags that most often stand beside that of a subject, the most alike first; of other
    /// subjects none.
    ///
    /// Generic ones are no siblings. Five videos of three creators must have both.
    List<Sibling> siblings(TenantId tenant, PatternSubject subject) {
        if (subject.kind() != PatternSubject.Kind.HASHTAG) {
            return List.of();
        }
        List<Sibling> alike = beside(tenant, subject.names().getFirst()).stream()
                .filter(one -> !PostingReader.generic(one.hashtag()) && one.likeness() >= LEAST_LIKENESS)
                .limit(MOST_SIBLINGS).toList();
        return alike.stream().map(one -> new Sibling(one.hashtag(), one.together(), one.asked(), one.all(),
                of(tenant, new PatternSubject(PatternSubject.Kind.HASHTAG, List.of(one.hashtag()))))).toList();
    }

    private List<Sibling> beside(TenantId tenant, String hashtag) {
        try (LakeSession lake = database.lake().open(tenant)) {
            String sql = SIBLINGS.formatted(lake.scan(Collected.VIDEO), LEAST_TOGETHER, LEAST_MAKERS, LOOKED_AT);
            try (PreparedStatement query = lake.connection().prepareStatement(sql)) {
                query.setString(1, hashtag);
                query.setString(2, hashtag);
                try (ResultSet row = query.executeQuery()) {
                    List<Sibling> all = new ArrayList<>();
                    while (row.next()) {
                        all.add(new Sibling(row.getString("hashtag"), row.getLong("together"), row.getLong("asked"),
                                row.getLong("everywhere"), List.of()));
                    }
                    return all;
                }
            }
        } catch (SQLException e) {
            throw StoreException.permanent("hashtags were not compared", "the lake", "Run \"upswell doctor\".", e);
        }
    }

    /// These videos by id, as far as they are stored.
    Map<String, Stored> of(TenantId tenant, Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : read(tenant, "list_contains(CAST(? AS VARCHAR[]), id)", ids).stream()
                        .collect(Collectors.toMap(one -> one.candidate().id().value(), Function.identity()));
    }

    private List<Stored> read(TenantId tenant, String condition, Collection<String> names) {
        try (LakeSession lake = database.lake().open(tenant)) {
            String sql = QUERY.formatted(lake.scan(Collected.VIDEO), lake.scan(Collected.OBSERVATION), condition, MOST);
            try (PreparedStatement query = lake.connection().prepareStatement(sql)) {
                if (!names.isEmpty()) {
                    query.setArray(1, lake.connection().createArrayOf("VARCHAR", names.toArray()));
                }
                try (ResultSet row = query.executeQuery()) {
                    List<Stored> all = new ArrayList<>();
                    while (row.next()) {
                        all.add(stored(row));
                    }
                    return all;
                }
            }
        } catch (SQLException e) {
            throw StoreException.permanent("videos were not read", "the lake", "Run \"upswell doctor\".", e);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        String handle = row.getString("creator");
        EntityId creator = handle == null || handle.isBlank() ? null : EntityId.creator(handle);
        Long millis = whole(row, "duration_ms");
        Double seconds = millis == null || millis <= 0 ? null : (Double) (millis / 1000.0);
        LocalDateTime posted = row.getObject("created_at", LocalDateTime.class);
        Reactions reactions = new Reactions(count(row, "views"), count(row, "likes"), count(row, "comments"),
                count(row, "shares"), count(row, "saves"));
        Candidate candidate = new Candidate(EntityId.video(row.getString("id")), creator, seconds,
                posted == null ? null : posted.toInstant(ZoneOffset.UTC), reactions, count(row, "followers"));
        String hashtags = row.getString("hashtags");
        return new Stored(candidate,
                new Posting(row.getString("caption"),
                        hashtags == null || hashtags.isBlank() ? List.of() : List.of(hashtags.strip().split(" +")),
                        seconds, candidate.postedAt(), null, reactions));
    }

    private static @Nullable Long count(ResultSet row, String column) throws SQLException {
        Long count = whole(row, column);
        return count == null || count < 0 ? null : count;
    }

    private static @Nullable Long whole(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
