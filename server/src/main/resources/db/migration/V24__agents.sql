-- The standing work of the agents: when each job runs, who does which slot, and up to where new data were followed.

create table cadence (
    tenant_id   uuid not null default current_tenant() references tenant,
    job         text not null check (job ~ '^[a-z]+(-[a-z]+)*$'),
    rule        text,
    on_new_data boolean not null,
    missed      text not null check (missed in ('catch-up', 'skip')),
    backlog     int not null check (backlog between 1 and 1000),
    enabled     boolean not null,
    since       timestamptz not null,
    last_slot   timestamptz,
    changed_by  text,
    changed_at  timestamptz,
    primary key (tenant_id, job)
);
comment on table cadence is 'When each job of the agents runs; the usual cadence until a person changes it';
comment on column cadence.tenant_id is 'Owner of the row · surrogate';
comment on column cadence.job is 'Name of the job, such as ingestion';
comment on column cadence.rule is 'Its slots, such as 15m, daily 02:00 or mon 04:00, in UTC; absent for a job without times of its own';
comment on column cadence.on_new_data is 'Whether it also runs whenever there are new data';
comment on column cadence.missed is 'What becomes of missed slots: catch-up makes up for the newest, skip for none';
comment on column cadence.backlog is 'How many missed slots are made up for at most';
comment on column cadence.enabled is 'Whether it runs at all';
comment on column cadence.since is 'Slots up to here were never due, UTC · run time';
comment on column cadence.last_slot is 'Last slot that was run or skipped, UTC; absent before the first · run time';
comment on column cadence.changed_by is 'Who gave it this cadence; absent while it is the usual one';
comment on column cadence.changed_at is 'When that was, UTC · run time';
call close_to_other_tenants('cadence');

create table agent_run (
    tenant_id   uuid not null default current_tenant() references tenant,
    job         text not null,
    slot        timestamptz not null,
    reason      text not null check (reason in ('CADENCE', 'NEW_DATA', 'HAND')),
    changed     boolean not null default false,
    state       text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'SKIPPED')),
    node        text,
    attempt     int not null,
    begun_at    timestamptz,
    ended_at    timestamptz,
    again_at    timestamptz check ((again_at is not null) = (state = 'WAITING')),
    lease_until timestamptz check ((lease_until is not null) = (state = 'RUNNING')),
    counts      jsonb not null default '{}',
    note        text,
    primary key (tenant_id, job, slot)
);
create unique index agent_run_once on agent_run (tenant_id, job) where state = 'RUNNING';
create index agent_run_waiting on agent_run (tenant_id, again_at) where state = 'WAITING';
create index agent_run_begun on agent_run (tenant_id, coalesce(begun_at, slot) desc);
comment on table agent_run is 'Runs of jobs, one row for each slot, whoever did it · physical';
comment on column agent_run.tenant_id is 'Owner of the row · surrogate';
comment on column agent_run.job is 'Name of the job';
comment on column agent_run.slot is 'When it was due, UTC; of skipped slots the last one';
comment on column agent_run.reason is 'What made it run: CADENCE, NEW_DATA or HAND';
comment on column agent_run.changed is 'Whether a run on new data was made whatever seemed new';
comment on column agent_run.state is 'WAITING to be tried, RUNNING, DONE, FAILED or SKIPPED';
comment on column agent_run.node is 'The server that does or did it; absent before that and for skipped slots';
comment on column agent_run.attempt is 'Which try it is; takeovers count too';
comment on column agent_run.begun_at is 'When the last try began, UTC; absent before that · run time';
comment on column agent_run.ended_at is 'When it ended, UTC; absent before that · run time';
comment on column agent_run.again_at is 'When it is to be tried, UTC; absent unless it waits · run time';
comment on column agent_run.lease_until is 'Until when it is left to its server, by the clock of the database; absent unless it runs · run time';
comment on column agent_run.counts is 'How much was done, by name';
comment on column agent_run.note is 'What there is to say beside; absent for nothing';
call close_to_other_tenants('agent_run');

create table agent_mark (
    tenant_id uuid not null default current_tenant() references tenant,
    name      text not null,
    at        timestamptz not null,
    primary key (tenant_id, name)
);
comment on table agent_mark is 'Up to where new data were followed as a whole; no rows while that is being done · physical';
comment on column agent_mark.tenant_id is 'Owner of the row · surrogate';
comment on column agent_mark.name is 'What the mark is of: reading or asked';
comment on column agent_mark.at is 'The mark, UTC';
call close_to_other_tenants('agent_mark');
