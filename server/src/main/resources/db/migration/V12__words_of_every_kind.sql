-- Forecasts are no longer of hashtags' views alone; the comments, from which the data dictionary is made, say so.
comment on column backtest_run.predictions is 'Every scored entity, cut and model as CSV, compressed with gzip; null unless the run is done, and for runs of the first release · physical';
comment on column outcome.growth is 'Growth over the horizon of the counter that was foretold (views of hashtags and videos, posts of sounds, followers of creators), as a log ratio';
comment on column outcome.known_at is 'From when on it counts as known: a horizon after the cut, of videos three horizons, UTC';
comment on column outcome.level is 'The counter that was foretold, at the end of the horizon or (of videos) at the next look; null for outcomes of earlier releases';
comment on column prediction.views_low is '5 % quantile, at the horizon, of the counter that is foretold (views of hashtags and videos, posts of sounds, followers of creators); null when not forecast';
comment on column prediction.views_mid is 'Median of the same; null when not forecast';
comment on column prediction.views_high is '95 % quantile of the same; null when not forecast';
