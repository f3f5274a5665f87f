-- Quality gates: rules that were edited, batches with what each rule found, what sources usually give, shapes of items.

create table gate_rule (
    tenant_id   uuid not null default current_tenant() references tenant,
    rule        text not null,
    warn_above  double precision check (warn_above >= 0),
    block_above double precision check (block_above >= 0),
    least       bigint not null check (least >= 1),
    changed_at  timestamptz not null,
    primary key (tenant_id, rule),
    check (warn_above is null or block_above is null or warn_above <= block_above)
);
comment on table gate_rule is 'Limits of quality gates that were edited; rules without a row have the usual ones';
comment on column gate_rule.tenant_id is 'Owner of the row · surrogate';
comment on column gate_rule.rule is 'missing, monotonic, spikes, standstill, freshness, volume, schema or unusable';
comment on column gate_rule.warn_above is 'Larger values warn, in the unit of the rule; null when none does';
comment on column gate_rule.block_above is 'Larger values set the batch aside; null when none does';
comment on column gate_rule.least is 'How many cases must have been looked at before the rule judges';
comment on column gate_rule.changed_at is 'When it was edited, UTC · run time';

create table gate_batch (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null,
    seq        bigint generated always as identity,
    scope      text not null check (scope in ('file', 'live')),
    name       text not null,
    verdict    text not null check (verdict in ('unjudged', 'pass', 'warn', 'block')),
    state      text not null default 'passed' check (state in ('passed', 'held', 'released', 'dropped')),
    held_rows  bigint not null check (held_rows >= 0),
    cumulative boolean not null,
    judged_at  timestamptz not null,
    settled_at timestamptz,
    primary key (tenant_id, id)
);
create index gate_batch_judged on gate_batch (tenant_id, seq desc);
comment on table gate_batch is 'Batches that came through the quality gates, and those that were set aside whole · physical';
comment on column gate_batch.tenant_id is 'Owner of the row · surrogate';
comment on column gate_batch.id is 'Id of the batch, as in held_observation.batch_id · surrogate';
comment on column gate_batch.seq is 'Place in the order of judging · surrogate';
comment on column gate_batch.scope is 'file for a part of a file of up to 200,000 rows, live for answers that are stored together';
comment on column gate_batch.name is 'File, or what was asked for';
comment on column gate_batch.verdict is 'The gravest verdict of its rules';
comment on column gate_batch.state is 'passed, held until somebody decides, released into the store, or dropped';
comment on column gate_batch.held_rows is 'Rows that were set aside';
comment on column gate_batch.cumulative is 'Whether its counters are running totals, and not totals of a period';
comment on column gate_batch.judged_at is 'When, UTC · run time';
comment on column gate_batch.settled_at is 'When it was released or dropped, UTC; null otherwise · run time';

create table gate_result (
    tenant_id uuid not null default current_tenant() references tenant,
    batch_id  uuid not null,
    source    text not null,
    rule      text not null,
    value     double precision,
    cases     bigint not null check (cases >= 0),
    failed    bigint not null check (failed >= 0),
    verdict   text not null check (verdict in ('unjudged', 'pass', 'warn', 'block')),
    detail    text not null,
    primary key (tenant_id, batch_id, source, rule),
    foreign key (tenant_id, batch_id) references gate_batch (tenant_id, id) on delete cascade
);
comment on table gate_result is 'What each rule found of each source in a batch · physical';
comment on column gate_result.tenant_id is 'Owner of the row · surrogate';
comment on column gate_result.batch_id is 'Batch, as in gate_batch.id · surrogate';
comment on column gate_result.source is 'Who gave the readings; of rules on rows and fields who was asked, or the format of the file';
comment on column gate_result.rule is 'Which rule, as in gate_rule.rule';
comment on column gate_result.value is 'What it measured, in its unit; null when there was nothing to look at';
comment on column gate_result.cases is 'How many cases were looked at';
comment on column gate_result.failed is 'How many of them failed';
comment on column gate_result.verdict is 'unjudged, pass, warn or block';
comment on column gate_result.detail is 'What was seen, in words; may be empty';

create table gate_failure (
    tenant_id   uuid not null default current_tenant() references tenant,
    batch_id    uuid not null,
    place       integer not null check (place >= 1),
    rule        text not null,
    source      text not null,
    kind        text not null,
    entity_id   text not null,
    observed_at timestamptz not null,
    counter     text not null,
    before      bigint,
    after       bigint,
    primary key (tenant_id, batch_id, place),
    foreign key (tenant_id, batch_id) references gate_batch (tenant_id, id) on delete cascade
);
comment on table gate_failure is 'The first thousand readings of a batch that failed a rule · physical';
comment on column gate_failure.tenant_id is 'Owner of the row · surrogate';
comment on column gate_failure.batch_id is 'Batch, as in gate_batch.id · surrogate';
comment on column gate_failure.place is 'Place among the failed readings of the batch, from 1';
comment on column gate_failure.rule is 'Which rule it failed';
comment on column gate_failure.source is 'Who gave the reading';
comment on column gate_failure.kind is 'Kind of the entity';
comment on column gate_failure.entity_id is 'Id of the entity';
comment on column gate_failure.observed_at is 'Time of the reading, UTC, in whole seconds';
comment on column gate_failure.counter is 'Counter that it is about';
comment on column gate_failure.before is 'What the counter showed before; null when it is missing now';
comment on column gate_failure.after is 'What it shows; null when it is missing';

create table gate_usual (
    tenant_id uuid not null default current_tenant() references tenant,
    source    text not null,
    kind      text not null,
    readings  bigint not null check (readings >= 0),
    given     bigint[] not null,
    primary key (tenant_id, source, kind)
);
comment on table gate_usual is 'Which counters a source gives of a kind of entity, counted over its batches · physical';
comment on column gate_usual.tenant_id is 'Owner of the row · surrogate';
comment on column gate_usual.source is 'Who gives the readings';
comment on column gate_usual.kind is 'Kind of entity';
comment on column gate_usual.readings is 'Readings counted; behind a million earlier ones count half';
comment on column gate_usual.given is 'In how many of them each counter stands: views, likes, comments, shares, saves, posts, followers';

create table gate_volume (
    tenant_id uuid not null default current_tenant() references tenant,
    scope     text not null check (scope in ('file', 'live')),
    source    text not null,
    volumes   bigint[] not null,
    primary key (tenant_id, scope, source)
);
comment on table gate_volume is 'How many readings the latest files or answers of a source brought · physical';
comment on column gate_volume.tenant_id is 'Owner of the row · surrogate';
comment on column gate_volume.scope is 'file or live';
comment on column gate_volume.source is 'Who gave the readings';
comment on column gate_volume.volumes is 'Readings of a file or an answer, of up to twenty batches, the oldest first';

create table schema_version (
    tenant_id     uuid not null default current_tenant() references tenant,
    format        text not null,
    version       integer not null check (version >= 1),
    items         bigint not null check (items >= 0),
    fields        jsonb not null,
    change        text not null,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    primary key (tenant_id, format, version)
);
comment on table schema_version is 'Shapes that the items of a format had, one after another · physical';
comment on column schema_version.tenant_id is 'Owner of the row · surrogate';
comment on column schema_version.format is 'Format of the files or answers';
comment on column schema_version.version is 'Number of the shape, from 1';
comment on column schema_version.items is 'Items that it was told from';
comment on column schema_version.fields is 'Type and number of items of each field, by path';
comment on column schema_version.change is 'What is gone, of another type or new beside the version before; empty for the first';
comment on column schema_version.first_seen_at is 'When an item of this shape was first seen, UTC · run time';
comment on column schema_version.last_seen_at is 'When the last was seen, UTC · run time';

call close_to_other_tenants('gate_rule');
call close_to_other_tenants('gate_batch');
call close_to_other_tenants('gate_result');
call close_to_other_tenants('gate_failure');
call close_to_other_tenants('gate_usual');
call close_to_other_tenants('gate_volume');
call close_to_other_tenants('schema_version');
