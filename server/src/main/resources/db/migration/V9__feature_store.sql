-- The latest feature vector of each entity, so that a restarted process serves at once; all vectors are in the lake.

create table feature_latest (
    tenant_id         uuid not null default current_tenant() references tenant,
    kind              text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    entity_id         text not null,
    horizon_hours     integer not null check (horizon_hours > 0),
    as_of             timestamptz not null,
    feature_set       text not null,
    lake_seq          bigint not null,
    metric_definition integer not null,
    feature_values    bytea not null,
    computed_at       timestamptz not null default clock_timestamp(),
    primary key (tenant_id, kind, entity_id, horizon_hours)
);
create index feature_latest_as_of on feature_latest (tenant_id, as_of desc);
comment on table feature_latest is 'The latest feature vector of an entity; all vectors are in the lake dataset feature_vector';
comment on column feature_latest.tenant_id is 'Owner of the row · surrogate';
comment on column feature_latest.kind is 'Kind of the entity';
comment on column feature_latest.entity_id is 'Id of the entity';
comment on column feature_latest.horizon_hours is 'How far ahead the vector looks, in hours';
comment on column feature_latest.as_of is 'Only readings at or before this time were used, UTC';
comment on column feature_latest.feature_set is 'Version of the feature set, for example feature_set_v2';
comment on column feature_latest.lake_seq is 'Place of the newest file of readings that was seen, as in lake_file.seq';
comment on column feature_latest.metric_definition is 'Version of the metric definitions of the code that computed it';
comment on column feature_latest.feature_values is 'The values in the order of the set, 4 bytes each (IEEE 754, big-endian), NaN when missing';
comment on column feature_latest.computed_at is 'When it was computed, UTC · run time';

do $$
begin
    alter table feature_latest enable row level security;
    create policy tenant_isolation on feature_latest to upswell_app using (tenant_id = (select current_tenant()))
        with check (tenant_id = (select current_tenant()));
    grant select, insert, update, delete on feature_latest to upswell_app;
end $$;
