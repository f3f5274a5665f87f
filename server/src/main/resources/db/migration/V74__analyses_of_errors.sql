-- In which segments forecasts were worse than elsewhere.

create table error_analysis (
    tenant_id     uuid not null default current_tenant() references tenant,
    kind          text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    horizon_hours integer not null check (horizon_hours > 0),
    as_of         timestamptz not null,
    body          jsonb not null,
    made_at       timestamptz not null,
    primary key (tenant_id, kind, horizon_hours, as_of)
);
comment on table error_analysis is 'Segments in which the forecasts of a fortnight were worse than in the others, one row a fortnight';
comment on column error_analysis.tenant_id is 'Owner of the row · surrogate';
comment on column error_analysis.kind is 'Kind of the entities';
comment on column error_analysis.horizon_hours is 'Length of the horizon, in hours';
comment on column error_analysis.as_of is 'End of the fortnight, UTC midnight';
comment on column error_analysis.body is 'What was looked at, what was found and in which words, and how segments of pending tasks stand';
comment on column error_analysis.made_at is 'When it was made or made anew, UTC · run time';
call close_to_other_tenants('error_analysis');
