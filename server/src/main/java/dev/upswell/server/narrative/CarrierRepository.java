package dev.upswell.server.narrative;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.text.NamedCreatorRepository;
import dev.upswell.server.trend.MetricRepository;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the videos that carry hashtags and sounds from the lake: who brought the views of a day, and whether captions repeat.
final class CarrierRepository {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    /// How much older than the begin of a day a reading may be from which the day is counted.
    private static final Duration EARLIER = Duration.ofHours(2);

    /// One row a video that carries the entity, as its sources describe it together.
    private static final String CARRIERS = """
        SELECT video_id AS video, min(creator) AS creator, min(sound) AS sound, min(caption) AS caption, min(created_at) AS posted
        FROM %s WHERE %s GROUP BY video_id""";

    /// Among so many creators those are looked for that may be named.
    private static final int SEARCHED = 1_000;

    private final TenantId tenant;
    private final Database database;
    private final NamedCreatorRepository named;

    /// @param named which creators may be told of; the others' videos are, without whose they are
    CarrierRepository(TenantId tenant, Database database, NamedCreatorRepository named) {
        this.tenant = tenant;
        this.database = database;
        this.named = named;
    }

    /// Views that the carrying videos of somebody or something gained in a day.
    record Share(String id, long views) {
    }

    /// Captions of carrying videos of a week.
    ///
    /// @param captions that are not empty
    /// @param repeated those of them that another carrying video has as well
    record Captions(long captions, long repeated) {
    }

    /// Who and what a video is of.
    ///
    /// @param creator null where nobody told, or it is not named
    record Maker(@Nullable String creator, @Nullable String sound) {
    }

    /// Which videos are looked at: a condition on their descriptions with one place, and what stands there.
    private record Wanted(String condition, String value) {

        static Wanted of(EntityId entity) {
            return new Wanted(entity.kind() == EntityKind.HASHTAG
                    ? "list_contains(string_split(hashtags, ' '), ?)"
                    : "sound = ?", entity.value());
        }

        static Wanted of(List<String> videos) {
            return new Wanted("video_id IN (SELECT unnest(string_split(?, ' ')))", String.join(" ", videos));
        }

        String carriers(LakeSession lake) {
            return CARRIERS.formatted(lake.scan(Collected.VIDEO), condition);
        }
    }

    /// The creators of the carrying videos that gained most views in the 24 hours before an instant, the first ones that may be named.
    List<Share> creators(EntityId entity, Instant end, int most) {
        return named(shares(Wanted.of(entity), "creator", end, SEARCHED), most);
    }

    /// The same of these videos.
    List<Share> creators(List<String> videos, Instant end, int most) {
        return named(shares(Wanted.of(videos), "creator", end, SEARCHED), most);
    }

    private List<Share> named(List<Share> shares, int most) {
        if (shares.isEmpty()) {
            return shares;
        }
        Set<String> known = named.list();
        return shares.stream().filter(one -> known.contains(one.id())).limit(most).toList();
    }

    /// The sounds of these videos likewise.
    List<Share> sounds(EntityId entity, Instant end, int most) {
        return shares(Wanted.of(entity), "sound", end, most);
    }

    /// A video that was posted within the day counts from 0; another from its last reading before, and is left out where that is older
    /// than two hours before the day: what came before would count as gained in it.
    private List<Share> shares(Wanted wanted, String column, Instant end, int most) {
        Instant begin = end.minus(DAY);
        try (LakeSession lake = database.lake().open(tenant);
                PreparedStatement query = lake.connection().prepareStatement(
                        """
                            WITH carrier AS (%s), reading AS (
                              SELECT entity_id AS video, observed_at, max(views) AS views FROM %s
                              WHERE kind = 'video' AND views IS NOT NULL AND observed_at >= ? AND observed_at <= ?
                                AND entity_id IN (SELECT video FROM carrier) GROUP BY ALL),
                            gain AS (
                              SELECT video, max_by(views, observed_at) AS last,
                                max_by(views, observed_at) FILTER (observed_at <= ?) AS before
                              FROM reading GROUP BY video HAVING max(observed_at) > ?),
                            counted AS (
                              SELECT %s AS id, last, coalesce(before, CASE WHEN posted >= ? THEN 0 END) AS begun
                              FROM gain JOIN carrier USING (video))
                            SELECT id, sum(greatest(last - begun, 0))::BIGINT AS views
                            FROM counted WHERE id IS NOT NULL AND begun IS NOT NULL
                            GROUP BY 1 HAVING views > 0 ORDER BY views DESC, id LIMIT %d"""
                                .formatted(
                                        wanted.carriers(lake),
                                        lake.scan(Collected.OBSERVATION, begin.minus(EARLIER), end), column,
                                        most))) {
            query.setString(1, wanted.value());
            query.setObject(2, MetricRepository.utc(begin.minus(EARLIER)));
            query.setObject(3, MetricRepository.utc(end));
            query.setObject(4, MetricRepository.utc(begin));
            query.setObject(5, MetricRepository.utc(begin));
            query.setObject(6, MetricRepository.utc(begin));
            List<Share> shares = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    shares.add(new Share(row.getString("id"), row.getLong("views")));
                }
            }
            return shares;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// How captions of videos posted in the week before an instant repeat.
    Captions captions(EntityId entity, Instant end) {
        try (LakeSession lake = database.lake().open(tenant);
                PreparedStatement query = lake.connection()
                        .prepareStatement("""
                            WITH carrier AS (%s), text AS (
                              SELECT lower(regexp_replace(trim(caption), '\\s+', ' ', 'g')) AS caption FROM carrier
                              WHERE trim(coalesce(caption, '')) <> '' AND posted > ? AND posted <= ?),
                            same AS (SELECT caption, count(*) AS n FROM text GROUP BY caption)
                            SELECT coalesce(sum(n), 0)::BIGINT, coalesce(sum(n) FILTER (n > 1), 0)::BIGINT FROM same"""
                                .formatted(Wanted.of(entity).carriers(lake)))) {
            query.setString(1, entity.value());
            query.setObject(2, MetricRepository.utc(end.minus(WEEK)));
            query.setObject(3, MetricRepository.utc(end));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Captions(row.getLong(1), row.getLong(2));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Whose a video is; empty when it was never described. Its creator is told only where it may be named.
    Optional<Maker> maker(String video) {
        try (LakeSession lake = database.lake().open(tenant);
                PreparedStatement query = lake.connection().prepareStatement(
                        "SELECT min(creator), min(sound) FROM " + lake.scan(Collected.VIDEO)
                                + " WHERE video_id = ? HAVING count(*) > 0")) {
            query.setString(1, video);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String creator = row.getString(1);
                return Optional.of(new Maker(creator != null && named.list().contains(creator) ? creator : null,
                        row.getString(2)));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static StoreException failure(SQLException cause) {
        return StoreException.permanent("carrying videos were not read", "lake", "Run \"upswell doctor\".", cause);
    }
}
