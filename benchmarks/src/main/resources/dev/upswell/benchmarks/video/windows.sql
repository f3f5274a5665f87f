-- All windows of $LENGTH seconds, one every $STEP seconds, of every video in $FILE, with their metrics.
-- A row of `edge` is an end of the grid with the step between two readings in which it lies; birth counts as a reading of 0.
WITH curve AS (
  SELECT id, born, 0 AS i, born AS t, 0 AS views, 0 AS likes, 0 AS comments, 0 AS shares
  FROM (SELECT DISTINCT id, born FROM $FILE)
  UNION ALL
  SELECT id, born, row_number() OVER (PARTITION BY id ORDER BY read_at), read_at, views, likes, comments, shares FROM $FILE
), step AS (
  SELECT *, t - lag(t) OVER w AS gap,
    CASE WHEN i >= 2 THEN greatest(60, (t - lag(t) OVER w + 30) // 60 * 60) END AS minutes,
    greatest(0, views - lag(views, 1, 0) OVER w) AS dv, greatest(0, likes - lag(likes, 1, 0) OVER w) AS dl,
    greatest(0, comments - lag(comments, 1, 0) OVER w) AS dc, greatest(0, shares - lag(shares, 1, 0) OVER w) AS ds
  FROM curve WINDOW w AS (PARTITION BY id ORDER BY i)
), known AS (
  SELECT *, CASE WHEN i = 0 THEN 86400 WHEN i = 1 THEN least(86400, greatest(60, (gap + 30) // 60 * 60))
    WHEN i <= 3 THEN least(86400, max(minutes) OVER recent) ELSE quantile_disc(minutes, 0.5) OVER recent END AS cadence
  FROM step WINDOW recent AS (PARTITION BY id ORDER BY i ROWS 14 PRECEDING)
), bridged AS (
  SELECT *, coalesce(gap <= CASE WHEN i = 1 THEN 172800 ELSE least(172800, greatest(21600, 2 * cadence)) END, false) AS bridge
  FROM known
), running AS (
  SELECT id, born, i, t, views, cadence, sum(dv) OVER w::BIGINT AS gv, sum(dl) OVER w::BIGINT AS gl,
    sum(dc) OVER w::BIGINT AS gc, sum(ds) OVER w::BIGINT AS gs,
    sum(CASE WHEN bridge THEN gap ELSE 0 END) OVER w::BIGINT AS backed
  , bridge FROM bridged WINDOW w AS (PARTITION BY id ORDER BY i)
), ahead AS (
  SELECT * EXCLUDE (bridge), lead(bridge) OVER w AS next_bridge, lead(t) OVER w AS next_t, lead(views) OVER w AS next_views,
    lead(gv) OVER w AS next_gv, lead(gl) OVER w AS next_gl, lead(gc) OVER w AS next_gc, lead(gs) OVER w AS next_gs
  FROM running WINDOW w AS (PARTITION BY id ORDER BY i)
), bounded AS (
  SELECT *, max(CASE WHEN cadence <= $LENGTH THEN least(coalesce(next_t, t + 43200), t + 43200) END)
    OVER (PARTITION BY id) AS last_end FROM ahead
), edge AS (
  SELECT *, unnest(range((t + $STEP - 1) // $STEP * $STEP, least(coalesce(next_t, t + 43201), last_end + 1), $STEP)) AS e
  FROM bounded
), pair AS (
  SELECT id, born, e, i, t, views, cadence, gv, gl, gc, gs, backed,
    lag({'i': i, 't': t, 'x': e, 'gv': gv, 'gl': gl, 'gc': gc, 'gs': gs, 'backed': backed, 'bridge': next_bridge, 'n': next_t,
      'ngv': next_gv, 'ngl': next_gl, 'ngc': next_gc, 'ngs': next_gs}, $LENGTH // $STEP) OVER w AS s,
    lag({'i': i, 't': t, 'x': e, 'views': views, 'bridge': next_bridge, 'n': next_t, 'nviews': next_views}, 86400 // $STEP)
      OVER w AS d,
    $HOUR_EDGE AS h
  FROM edge WINDOW w AS (PARTITION BY id ORDER BY e)
), placed AS (
  SELECT *, i >= 1 AND e - t <= 43200 AND cadence <= $LENGTH AS has_row,
    CASE WHEN s IS NULL THEN 0 WHEN s.t = s.x THEN 1 WHEN s.i < i AND s.bridge THEN 2 WHEN s.i < i THEN 3 ELSE 4 END AS at_start,
    CASE WHEN h IS NULL THEN 0 WHEN h.t = h.x THEN 1 WHEN h.i < i AND h.bridge THEN 2 WHEN h.i < i THEN 3 ELSE 4 END AS at_hour
  FROM pair
), measured AS (
  SELECT id, e, has_row, views,
    CASE at_start WHEN 0 THEN backed + born - (e - $LENGTH) WHEN 2 THEN backed - s.backed - (s.x - s.t) WHEN 4 THEN 0
      ELSE backed - s.backed END * 2 >= $LENGTH AND has_row AS covered,
    $GAINED(gv, s.gv, s.ngv) AS dv, $GAINED(gl, s.gl, s.ngl) AS dl, $GAINED(gc, s.gc, s.ngc) AS dc,
    $GAINED(gs, s.gs, s.ngs) AS ds, $HOUR_GAIN AS hour,
    CASE WHEN d IS NULL OR e - t > 43200 THEN NULL
      WHEN d.i < i AND d.bridge THEN d.views + (d.nviews - d.views) * (d.x - d.t) // (d.n - d.t)
      WHEN d.x - d.t <= 43200 THEN d.views END AS level_before
  FROM placed
), gain AS (
  SELECT id, e, has_row, views, CASE WHEN covered THEN dv END AS v, CASE WHEN covered AND dv > 0 THEN dl / dv END AS like_rate,
    CASE WHEN covered AND dv > 0 THEN dc / dv END AS comment_rate, CASE WHEN covered AND dv > 0 THEN ds / dv END AS share_rate,
    CASE WHEN covered AND dv > 0 THEN (dl + dc + ds) / dv END AS engagement_rate,
    CASE WHEN covered AND level_before > 0 AND views > 0 THEN ln(views / level_before) END AS log_view_growth_24h,
    CASE WHEN covered THEN hour END AS hour
  FROM measured
), change AS (
  SELECT *, CASE WHEN lag(v, $LENGTH // $STEP) OVER w > 0
    THEN (v - lag(v, $LENGTH // $STEP) OVER w) / lag(v, $LENGTH // $STEP) OVER w END AS velocity,
    median(v) OVER week AS usual, count(v) OVER week AS measured_week, list(v) OVER recent AS recent_views,
    count(v) OVER recent AS measured_recent, $HOUR_LIST AS hours
  FROM gain WINDOW w AS (PARTITION BY id ORDER BY e), week AS (PARTITION BY id ORDER BY e ROWS 604800 // $STEP - 1 PRECEDING),
    recent AS (PARTITION BY id ORDER BY e ROWS 23 PRECEDING)
), speed AS (
  SELECT *, CASE WHEN abs(lag(velocity, $LENGTH // $STEP) OVER w) >= 1e-6 THEN (velocity - lag(velocity, $LENGTH // $STEP) OVER w)
    / abs(lag(velocity, $LENGTH // $STEP) OVER w) END AS acceleration,
    CASE WHEN engagement_rate > 0.2 THEN 1 ELSE engagement_rate / 0.2 END AS engagement_efficiency
  FROM change WINDOW w AS (PARTITION BY id ORDER BY e)
)
SELECT id, e AS window_end, views, v AS views_gained, v / ($LENGTH / 60) AS view_velocity, like_rate, comment_rate, share_rate,
  engagement_rate, engagement_efficiency, velocity, velocity AS view_growth, acceleration, log_view_growth_24h,
  (CASE WHEN velocity IS NULL THEN 0 ELSE 0.4 * greatest(0, least(1, velocity / 5)) END
    + CASE WHEN acceleration IS NULL THEN 0 ELSE 0.3 * greatest(0, least(1, (acceleration + 1) / 2)) END + coalesce(0.2 * engagement_efficiency, 0)) / nullif((velocity IS NOT NULL)::INT * 0.4::DOUBLE
    + (acceleration IS NOT NULL)::INT * 0.3::DOUBLE + (engagement_efficiency IS NOT NULL)::INT * 0.2::DOUBLE, 0) AS momentum,
  CASE WHEN v IS NOT NULL AND measured_week >= 24 AND measured_recent >= 12
    THEN len(list_filter(recent_views, lambda x: x > usual)) / measured_recent END AS persistence,
  $CONCENTRATION AS time_concentration
FROM speed WHERE has_row
