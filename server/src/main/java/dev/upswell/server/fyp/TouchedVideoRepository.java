package dev.upswell.server.fyp;

import dev.upswell.fyp.Mark;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.fyp.ProgressRepository.Progress;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.server.trend.MetricRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// The videos of which something may have to be measured anew: those that new files of the lake speak of, and those that
/// reached a mark.
///
/// **cost** a look at the time of posting of every video, at the new files, and at no reading of older ones
final class TouchedVideoRepository {

    /// New files there may change what is measured.
    static final List<Dataset> DATASETS = List.of(Collected.OBSERVATION, Collected.VIDEO, MetricDataset.METRIC,
            CommerceDatasets.VIDEO_VIEWING);

    private static final Duration CADENCE_MEMORY = Duration.ofDays(28);

    private static final String ANY_COUNT = "(f.profile_views IS NOT NULL OR f.link_clicks IS NOT NULL"
            + " OR f.new_followers IS NOT NULL)";

    private static final String NEW_VIDEOS = "SELECT video_id AS id FROM %s";

    /// A video changes what is known of the cadence of its creator's later ones.
    private static final String SAME_CREATOR = """
        SELECT p.id FROM posted_video AS p JOIN (SELECT creator, min(created_at) AS low, max(created_at) AS high
            FROM %s WHERE creator IS NOT NULL AND created_at IS NOT NULL AND video_id IN (SELECT video_id FROM %s)
            GROUP BY creator) AS c ON p.creator = c.creator
        WHERE p.posted >= c.low AND p.posted <= c.high + INTERVAL 28 DAY""";

    private static final String FIRST_DAY = """
        SELECT DISTINCT p.id FROM %s AS o JOIN posted_video AS p ON p.id = o.entity_id
        WHERE o.kind = 'video' AND o.views IS NOT NULL AND o.observed_at >= p.posted
            AND o.observed_at <= p.posted + INTERVAL 24 HOUR""";

    /// Counts that were told are divided by the views read before.
    private static final String BEFORE_TOLD = """
        SELECT DISTINCT o.entity_id AS id FROM %s AS o JOIN %s AS f ON f.video_id = o.entity_id
        WHERE o.kind = 'video' AND o.views IS NOT NULL AND o.observed_at <= f.observed_at AND """ + " " + ANY_COUNT;

    private static final String MIDNIGHTS = "SELECT DISTINCT epoch_us(window_end) FROM %s WHERE window_length = '24h'"
            + " AND kind IN ('hashtag', 'sound') AND momentum > 0 AND window_end = date_trunc('day', window_end)";

    private final Database database;
    private final LakeSession lake;
    private final MeasureRepository measures = new MeasureRepository();

    /// The videos of this session's tenant.
    TouchedVideoRepository(Database database, LakeSession lake) {
        this.database = database;
        this.lake = lake;
    }

    /// Some of them, in order of posting.
    ///
    /// @param first number of the first, from 1
    record Portion(long first, long last) {

        /// Their ids, as SQL asks for them.
        String ids() {
            return "SELECT id FROM touched WHERE number BETWEEN " + first + " AND " + last;
        }
    }

    /// Finds them, and gives them in portions of at most so many.
    ///
    /// @param before how far videos were measured
    List<Portion> find(Progress before, Instant now, int most) {
        lake.execute("CREATE OR REPLACE TEMP TABLE posted_video AS SELECT video_id AS id, min(creator) AS creator,"
                + " min(created_at) AS posted FROM " + lake.scan(Collected.VIDEO)
                + " WHERE created_at IS NOT NULL GROUP BY video_id");
        lake.execute("CREATE OR REPLACE TEMP TABLE touched_id (id VARCHAR)");
        byFiles(before.place());
        byMarks(before.handledTo(), now);
        lake.execute("CREATE OR REPLACE TEMP TABLE touched AS SELECT p.id,"
                + " row_number() OVER (ORDER BY p.posted, p.id) AS number FROM posted_video AS p"
                + " WHERE p.id IN (SELECT id FROM touched_id)");
        long count = number("SELECT count(*) FROM touched").orElse(0L);
        List<Portion> portions = new ArrayList<>();
        for (long first = 1; first <= count; first += most) {
            portions.add(new Portion(first, Math.min(count, first + most - 1)));
        }
        return portions;
    }

    private void byFiles(long place) {
        String told = lake.scan(CommerceDatasets.VIDEO_VIEWING);
        relation(Collected.VIDEO, place).ifPresent(files -> {
            touch(NEW_VIDEOS.formatted(files));
            touch(SAME_CREATOR.formatted(lake.scan(Collected.VIDEO), files));
        });
        relation(Collected.OBSERVATION, place).ifPresent(files -> {
            touch(FIRST_DAY.formatted(files));
            touch(BEFORE_TOLD.formatted(files, told));
        });
        relation(CommerceDatasets.VIDEO_VIEWING, place).ifPresent(files -> touch(NEW_VIDEOS.formatted(files)));
        relation(MetricDataset.METRIC, place).ifPresent(this::byTrends);
    }

    private Optional<String> relation(Dataset dataset, long place) {
        List<LakeFile> files = database.transactions().call(lake.tenant(),
                db -> database.manifest().visibleSince(db, dataset, place));
        return files.isEmpty() ? Optional.empty() : Optional.of(lake.relation(dataset, files));
    }

    private void touch(String ids) {
        lake.execute("INSERT INTO touched_id " + ids);
    }

    /// What trended at a midnight counts for the marks of the day after it of which nothing was known of trends.
    private void byTrends(String files) {
        List<Instant> midnights = new ArrayList<>();
        try (Statement query = lake.connection().createStatement();
                ResultSet row = query.executeQuery(MIDNIGHTS.formatted(files))) {
            while (row.next()) {
                midnights.add(MetricRepository.micros(row.getLong(1)));
            }
        } catch (SQLException e) {
            throw WatchedVideoRepository.failure(e);
        }
        for (Instant midnight : midnights) {
            add(database.transactions().call(lake.tenant(),
                    db -> measures.withoutTrend(db, midnight, midnight.plus(Duration.ofDays(1)))));
        }
    }

    private void add(List<String> ids) {
        try (DuckDBAppender rows = lake.appender("touched_id")) {
            for (String id : ids) {
                rows.beginRow().append(id).endRow();
            }
        } catch (SQLException e) {
            throw WatchedVideoRepository.failure(e);
        }
    }

    private void byMarks(Instant handledTo, Instant now) {
        touch("SELECT id FROM posted_video WHERE " + Arrays.stream(Mark.values())
                .map(mark -> "(posted > CAST('%s' AS TIMESTAMP) AND posted <= CAST('%s' AS TIMESTAMP))".formatted(
                        WatchedVideoRepository.timestamp(handledTo.minus(mark.age())),
                        WatchedVideoRepository.timestamp(now.minus(mark.age()))))
                .collect(Collectors.joining(" OR ")));
    }

    /// When the next video reaches a mark after this instant; null when none will.
    @Nullable
    Instant nextMark(Instant now) {
        return number("SELECT min(reached) FROM (" + Arrays.stream(Mark.values())
                .map(mark -> "SELECT epoch_us(min(posted) + INTERVAL %d MINUTE) AS reached FROM posted_video WHERE posted > CAST('%s' AS TIMESTAMP)"
                        .formatted(mark.age().toMinutes(),
                                WatchedVideoRepository.timestamp(now.minus(mark.age()))))
                .collect(Collectors.joining(" UNION ALL ")) + ")").map(MetricRepository::micros).orElse(null);
    }

    /// From when on posts count for the cadence of a video.
    static Instant cadenceFrom(Instant posted) {
        return posted.minus(CADENCE_MEMORY);
    }

    private Optional<Long> number(String sql) {
        try (Statement query = lake.connection().createStatement(); ResultSet row = query.executeQuery(sql)) {
            row.next();
            long value = row.getLong(1);
            return row.wasNull() ? Optional.empty() : Optional.of(value);
        } catch (SQLException e) {
            throw WatchedVideoRepository.failure(e);
        }
    }
}
