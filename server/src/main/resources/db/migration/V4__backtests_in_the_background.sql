-- Backtests can be asked for and waited on, predictions remember whose counter they were made from, and cuts that nothing
-- can be said of are not looked at for ever.

alter table backtest_run alter column report drop not null;
alter table backtest_run add column state text not null default 'DONE' check (state in ('RUNNING', 'DONE', 'FAILED'));
alter table backtest_run add column problem text;
alter table backtest_run add column predictions bytea;
alter table backtest_run add constraint backtest_run_report check ((state = 'DONE') = (report is not null));
alter table backtest_run add constraint backtest_run_problem check ((state = 'FAILED') = (problem is not null));
comment on column backtest_run.report is 'Quality of each model with its intervals; null unless the run is done';
comment on column backtest_run.state is 'RUNNING, DONE or FAILED';
comment on column backtest_run.problem is 'Why the run failed, for people; null unless it did';
comment on column backtest_run.predictions is 'Every scored hashtag, cut and model as CSV, compressed with gzip; null unless the run is done, and for runs of the first release · physical';
comment on column backtest_run.created_at is 'When the run ended, or began while it runs, UTC · run time';

alter table prediction add column source text;
comment on column prediction.source is 'Whose counter it was made from and is compared with, as in source.name; null for predictions of the first release';

create table unjudged_cut (
    tenant_id     uuid not null default current_tenant() references tenant,
    kind          text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    cut           timestamptz not null,
    horizon_hours integer not null check (horizon_hours > 0),
    last_seq      bigint not null,
    primary key (tenant_id, kind, cut, horizon_hours)
);
comment on table unjudged_cut is 'A cut with predictions but without outcomes, because too few entities were read before and after it';
comment on column unjudged_cut.tenant_id is 'Owner of the row · surrogate';
comment on column unjudged_cut.kind is 'Kind of the entities';
comment on column unjudged_cut.cut is 'Instant from which the horizon counts, UTC';
comment on column unjudged_cut.horizon_hours is 'Length of the horizon, in hours';
comment on column unjudged_cut.last_seq is 'Newest lake file that had been published, as in lake_file.seq: a later one about that time opens the cut again · run time';

alter table unjudged_cut enable row level security;
create policy tenant_isolation on unjudged_cut to upswell_app using (tenant_id = (select current_tenant()))
    with check (tenant_id = (select current_tenant()));
grant select, insert, update, delete on unjudged_cut to upswell_app;
