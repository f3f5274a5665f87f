-- Searches for better trainer settings, and what they chose.

create table tuning (
    tenant_id     uuid not null default current_tenant() references tenant,
    id            uuid not null default gen_random_uuid(),
    kind          text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    horizon_hours integer not null check (horizon_hours > 0),
    as_of         timestamptz not null,
    seed          bigint not null,
    adopted       boolean not null,
    settings      jsonb not null,
    report        jsonb not null,
    code_version  text not null,
    created_at    timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id)
);
create index tuning_task on tuning (tenant_id, kind, horizon_hours, as_of desc, created_at desc);
comment on table tuning is 'A search for better trainer settings of one task, with what it chose';
comment on column tuning.tenant_id is 'Owner of the row · surrogate';
comment on column tuning.id is 'Id of the search · surrogate';
comment on column tuning.kind is 'Kind of the entities';
comment on column tuning.horizon_hours is 'How far ahead, in hours';
comment on column tuning.as_of is 'Nothing later was known to it; trainings of later instants use what it chose, UTC';
comment on column tuning.seed is 'Seed of its draws';
comment on column tuning.adopted is 'Whether it chose other settings than the usual';
comment on column tuning.settings is 'What it chose in place of the usual settings; empty where they stay';
comment on column tuning.report is 'Every candidate with its figures, and how the best did on the newest part';
comment on column tuning.code_version is 'Version of Upswell that searched';
comment on column tuning.created_at is 'When the search ended, UTC · run time';

do $$
begin
    alter table tuning enable row level security;
    create policy tenant_isolation on tuning to upswell_app using (tenant_id = (select current_tenant()))
        with check (tenant_id = (select current_tenant()));
    grant select, insert, update, delete on tuning to upswell_app;
end $$;
