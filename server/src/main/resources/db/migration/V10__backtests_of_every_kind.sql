-- Forecasts of the first release were of hashtags over 24 hours; a backtest now says what it judged.
alter table backtest_run
    add column kind text not null default 'hashtag' check (kind in ('hashtag', 'sound', 'video', 'creator')),
    add column horizon_hours integer not null default 24 check (horizon_hours > 0);
comment on column backtest_run.kind is 'Kind of the entities';
comment on column backtest_run.horizon_hours is 'Length of the horizon, in hours';
