-- The feature review of every two weeks.

create table feature_review (
    tenant_id     uuid not null default current_tenant() references tenant,
    kind          text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    horizon_hours integer not null check (horizon_hours > 0),
    as_of         timestamptz not null,
    model_id      uuid not null,
    body          jsonb not null,
    created_at    timestamptz not null default clock_timestamp(),
    primary key (tenant_id, kind, horizon_hours, as_of),
    foreign key (tenant_id, model_id) references model_record (tenant_id, id)
);
comment on table feature_review is 'Every two weeks: which features a serving model could do without, which are not well, and whether others are wanted';
comment on column feature_review.tenant_id is 'Owner of the row · surrogate';
comment on column feature_review.kind is 'Kind of the entities';
comment on column feature_review.horizon_hours is 'How far ahead the model predicts, in hours';
comment on column feature_review.as_of is 'Up to when the world was known, UTC';
comment on column feature_review.model_id is 'The serving model, as in model_record.id · surrogate';
comment on column feature_review.body is 'Importance, missing share, drift, cost and advice by feature, and how many wrong calls no feature spoke of';
comment on column feature_review.created_at is 'When it was made, UTC · run time';

do $$
begin
    alter table feature_review enable row level security;
    create policy tenant_isolation on feature_review to upswell_app using (tenant_id = (select current_tenant()))
        with check (tenant_id = (select current_tenant()));
    grant select, insert, update, delete on feature_review to upswell_app;
end $$;
