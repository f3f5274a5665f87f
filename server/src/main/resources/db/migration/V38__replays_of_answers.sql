-- Raw answers that are read again, as it was asked for.

create table answer_replay (
    tenant_id     uuid not null default current_tenant() references tenant,
    id            uuid not null default gen_random_uuid(),
    source        text not null,
    from_at       timestamptz,
    until_at      timestamptz,
    everything    boolean not null,
    asked_at      timestamptz not null,
    after_at      timestamptz,
    after_request text,
    answers       bigint not null default 0 check (answers >= 0),
    stored        bigint not null default 0 check (stored >= 0),
    observations  bigint not null default 0 check (observations >= 0),
    remaining     bigint not null default 0 check (remaining >= 0),
    failed        bigint not null default 0 check (failed >= 0),
    ended_at      timestamptz,
    primary key (tenant_id, id),
    check ((after_at is null) = (after_request is null))
);
create index answer_replay_open on answer_replay (tenant_id, asked_at) where ended_at is null;
comment on table answer_replay is 'Readings again of raw answers that were asked for, with the durable place at which each goes on';
comment on column answer_replay.tenant_id is 'Owner of the row · surrogate';
comment on column answer_replay.id is 'Identity of the replay · surrogate';
comment on column answer_replay.source is 'Source under which the readings are kept; empty for all';
comment on column answer_replay.from_at is 'Answers that came from here on, UTC; null from the first';
comment on column answer_replay.until_at is 'Answers that came before, UTC; null to the last';
comment on column answer_replay.everything is 'Whether answers without items in quarantine are meant too';
comment on column answer_replay.asked_at is 'When it was asked for, UTC · run time';
comment on column answer_replay.after_at is 'When the last answer came that was read, UTC; null before the first';
comment on column answer_replay.after_request is 'Request of the last answer that was read, as in source_request.id; null before the first · surrogate';
comment on column answer_replay.answers is 'Answers that were read';
comment on column answer_replay.stored is 'Items that said something new; after a kill at least so many';
comment on column answer_replay.observations is 'Readings that were stored; after a kill at least so many';
comment on column answer_replay.remaining is 'Items that still could not be used';
comment on column answer_replay.failed is 'Answers that no mapper took';
comment on column answer_replay.ended_at is 'When nothing was left to read, UTC; null while it is open · run time';

call close_to_other_tenants('answer_replay');
