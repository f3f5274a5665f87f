package dev.upswell.server.overview;

import dev.upswell.learn.Interval;
import dev.upswell.numeric.WilsonInterval;
import dev.upswell.server.overview.Span.Measured;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads indicators from the scores at a day of table `video_score`. All calls run inside the caller's tenant transaction.
final class KpiRepository {

    /// Whether a video moves as few do is told by views per minute of its first quarter of an hour, or by completion and engagement together.
    private static final String SCORES = """
        select posted_at, event, fyp,
            cast(parts -> 'v15' ->> 0 as double precision) as v15,
            cast(parts -> 'completion_rate' ->> 0 as double precision) as completion,
            cast(parts -> 'er' ->> 0 as double precision) as engagement,
            parts -> 'v15' ->> 1 is not null
                or parts -> 'completion_rate' ->> 1 is not null and parts -> 'er' ->> 1 is not null as told
        from video_score where mark = '24h' and posted_at > :from and posted_at <= :to""";

    private static final String BY_STEP = """
        select cast(floor(extract(epoch from cast(:to as timestamptz) - posted_at) / :seconds) as integer) as back,
            count(*) as videos, count(*) filter (where told) as told, count(*) filter (where told and event) as events,
            count(fyp) as scores, percentile_cont(0.5) within group (order by fyp) as score,
            count(v15) as v15s, percentile_cont(0.5) within group (order by v15) as v15,
            count(completion) as completions, percentile_cont(0.5) within group (order by completion) as completion,
            count(engagement) as engagements, percentile_cont(0.5) within group (order by engagement) as engagement
        from (""" + SCORES + ") scores group by back";

    /// When the last video was posted that is a day old; empty when none is.
    Optional<Instant> lastPosted(JdbcClient db) {
        return db.sql("select max(posted_at) as at from video_score where mark = '24h'")
                .query((row, index) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /// So many spans of this length up to an instant, the earliest first.
    List<Span> spans(JdbcClient db, Instant to, Duration length, int count) {
        Map<Integer, Map<Kpi, Measured>> steps = new HashMap<>();
        db.sql(BY_STEP).param("from", RowTime.utc(to.minus(length.multipliedBy(count)))).param("to", RowTime.utc(to))
                .param("seconds", length.toSeconds())
                .query((row, index) -> steps.put(row.getInt("back"), values(row))).list();
        return IntStream.iterate(count - 1, back -> back >= 0, back -> back - 1)
                .mapToObj(back -> new Span(to.minus(length.multipliedBy(back + 1L)),
                        to.minus(length.multipliedBy(back)), steps.getOrDefault(back, Map.of())))
                .toList();
    }

    private static Map<Kpi, Measured> values(ResultSet row) throws SQLException {
        Map<Kpi, Measured> values = new EnumMap<>(Kpi.class);
        int videos = row.getInt("videos");
        values.put(Kpi.VIDEOS, new Measured(videos, videos, null));
        int told = row.getInt("told");
        if (told > 0) {
            double share = (double) row.getInt("events") / told;
            WilsonInterval interval = WilsonInterval.of(share, told);
            values.put(Kpi.FYP_RATE, new Measured(share, told, new Interval(interval.low(), interval.high())));
        }
        median(values, Kpi.SCORE, row, "score", "scores");
        median(values, Kpi.V15, row, "v15", "v15s");
        median(values, Kpi.COMPLETION, row, "completion", "completions");
        median(values, Kpi.ENGAGEMENT, row, "engagement", "engagements");
        return values;
    }

    private static void median(Map<Kpi, Measured> values, Kpi kpi, ResultSet row, String median, String count)
            throws SQLException {
        int of = row.getInt(count);
        if (of > 0) {
            values.put(kpi, new Measured(row.getDouble(median), of, null));
        }
    }
}
