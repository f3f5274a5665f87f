-- The tables of the first release. Every table that belongs to a tenant carries tenant_id, filled from the transaction's
-- setting, and is closed by row-level security; the last block applies that to all of them, and a test reads the catalog.
-- Comments are the data dictionary. One that ends with "· surrogate", "· run time" or "· physical" marks a column or table
-- that says how and when rows were stored and not what is known: logical dumps leave it out.

create function current_tenant() returns uuid language sql stable parallel safe
    return nullif(current_setting('upswell.tenant', true), '')::uuid;
comment on function current_tenant() is 'The tenant of this transaction; null when none is set, which equals no row.';

create table tenant (
    tenant_id  uuid primary key default gen_random_uuid(),
    name       text not null unique,
    created_at timestamptz not null default now()
);
comment on table tenant is 'A brand or client whose rows no other tenant can see.';
comment on column tenant.tenant_id is 'Id of the tenant · surrogate';
comment on column tenant.name is 'Short name, as on the command line: lower-case letters, digits and hyphens';
comment on column tenant.created_at is 'When the tenant was created, UTC · run time';

create table lake_sequence (
    tenant_id uuid primary key default current_tenant() references tenant,
    last_seq  bigint not null
);
comment on table lake_sequence is 'The last lake_file.seq handed out; its row lock makes seq follow the order of commits · physical';
comment on column lake_sequence.tenant_id is 'Owner of the row · surrogate';
comment on column lake_sequence.last_seq is 'Highest seq published so far';

create table lake_file (
    tenant_id    uuid not null default current_tenant() references tenant,
    id           uuid not null,
    dataset      text not null,
    path         text not null,
    rows         bigint not null check (rows > 0),
    bytes        bigint not null check (bytes > 0),
    min_time     timestamptz,
    max_time     timestamptz,
    seq          bigint not null,
    published_at timestamptz not null default now(),
    retired_at   timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, seq),
    check ((min_time is null) = (max_time is null) and min_time <= max_time)
);
create index lake_file_visible on lake_file (tenant_id, dataset, min_time) where retired_at is null;
create index lake_file_retired on lake_file (retired_at) where retired_at is not null;
comment on table lake_file is 'Manifest of the lake: a Parquet file can be read when, and only when, it has a row here that is not retired · physical';
comment on column lake_file.tenant_id is 'Owner of the row · surrogate';
comment on column lake_file.id is 'Id of the file, also its name · surrogate';
comment on column lake_file.dataset is 'Which dataset the rows belong to, for example observation';
comment on column lake_file.path is 'Path below the lake folder, with forward slashes';
comment on column lake_file.rows is 'Number of rows in the file, above 0';
comment on column lake_file.bytes is 'Size of the file in bytes';
comment on column lake_file.min_time is 'Least time of the dataset''s time column, UTC; null when the file must be read for every range';
comment on column lake_file.max_time is 'Greatest time of the dataset''s time column, UTC; null exactly when min_time is';
comment on column lake_file.seq is 'Position among the tenant''s files in the order of commits, from 1';
comment on column lake_file.published_at is 'When the file became visible, UTC · run time';
comment on column lake_file.retired_at is 'When the file was replaced, UTC; null while it is visible · run time';

create table entity (
    tenant_id         uuid not null default current_tenant() references tenant,
    kind              text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    entity_id         text not null,
    name              text,
    first_observed_at timestamptz,
    last_observed_at  timestamptz,
    primary key (tenant_id, kind, entity_id)
);
comment on table entity is 'The things that are watched, with the name to show for them';
comment on column entity.tenant_id is 'Owner of the row · surrogate';
comment on column entity.kind is 'hashtag, sound, video or creator';
comment on column entity.entity_id is 'Id within the kind; a hashtag''s name in lower case without #';
comment on column entity.name is 'Display name; null when no source gave one';
comment on column entity.first_observed_at is 'Time of the earliest observation, UTC; null when there is none';
comment on column entity.last_observed_at is 'Time of the latest observation, UTC; null when there is none';

create table import_run (
    tenant_id      uuid not null default current_tenant() references tenant,
    id             uuid not null default gen_random_uuid(),
    file_name      text not null,
    content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
    format         text not null,
    options        jsonb not null default '{}',
    state          text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
    rows_done      bigint not null default 0 check (rows_done >= 0),
    rows_read      bigint not null default 0 check (rows_read >= 0),
    stored         bigint not null default 0 check (stored >= 0),
    duplicate      bigint not null default 0 check (duplicate >= 0),
    quarantined    bigint not null default 0 check (quarantined >= 0),
    observations   bigint not null default 0 check (observations >= 0),
    from_time      timestamptz,
    to_time        timestamptz,
    entities       jsonb not null default '{}',
    notes          jsonb not null default '[]',
    message        text,
    started_at     timestamptz not null default now(),
    finished_at    timestamptz,
    primary key (tenant_id, id),
    check (rows_read = stored + duplicate + quarantined)
);
create index import_run_content on import_run (tenant_id, content_sha256);
create index import_run_started on import_run (tenant_id, started_at desc);
comment on table import_run is 'One import of one content with the same options, with the progress that survives a crash; repeats that store nothing leave no row';
comment on column import_run.tenant_id is 'Owner of the row · surrogate';
comment on column import_run.id is 'Id of the run · surrogate';
comment on column import_run.file_name is 'Name of the file, without its folder';
comment on column import_run.content_sha256 is 'SHA-256 of the file as it lies on disk, 64 hexadecimal digits';
comment on column import_run.format is 'Detected or demanded format';
comment on column import_run.options is 'Options that change what is read, for example the observation time';
comment on column import_run.state is 'RUNNING, DONE or FAILED';
comment on column import_run.rows_done is 'Rows of the file that are wholly dealt with: where an interrupted import goes on';
comment on column import_run.rows_read is 'Rows read = stored + duplicate + quarantined';
comment on column import_run.stored is 'Rows that were new';
comment on column import_run.duplicate is 'Rows that were known already';
comment on column import_run.quarantined is 'Rows that could not be used';
comment on column import_run.observations is 'Observations stored; a row may hold several, or none';
comment on column import_run.from_time is 'Earliest observation in the file, UTC; null when it has none';
comment on column import_run.to_time is 'Latest observation in the file, UTC; null when it has none';
comment on column import_run.entities is 'Distinct entities by kind, for example {"hashtag": 331}';
comment on column import_run.notes is 'What was left out, derived or noticed, one text each';
comment on column import_run.message is 'Why the run failed, or why the file ended early; null otherwise';
comment on column import_run.started_at is 'When the run began, UTC · run time';
comment on column import_run.finished_at is 'When the run ended, UTC; null while it runs · run time';

create table quarantine (
    tenant_id      uuid not null default current_tenant() references tenant,
    content_sha256 text not null,
    file_name      text not null,
    row_number     bigint not null check (row_number >= 1),
    line           bigint not null check (line >= 1),
    reason         text not null,
    detail         text not null,
    excerpt        text not null check (length(excerpt) <= 2000),
    found_at       timestamptz not null default now(),
    primary key (tenant_id, content_sha256, row_number)
);
comment on table quarantine is 'Rows of imported files that could not be used';
comment on column quarantine.tenant_id is 'Owner of the row · surrogate';
comment on column quarantine.content_sha256 is 'SHA-256 of the file, as in import_run';
comment on column quarantine.file_name is 'Name of the file, without its folder';
comment on column quarantine.row_number is 'Number of the row in the file, from 1, without header and blank lines';
comment on column quarantine.line is 'Line of the file on which the row begins, from 1; in JSON on one line it is 1 for every row';
comment on column quarantine.reason is 'Code of the fault, for example future-time';
comment on column quarantine.detail is 'The fault in words, with the value';
comment on column quarantine.excerpt is 'Beginning of the raw row, at most 2,000 characters';
comment on column quarantine.found_at is 'When the row was put aside, UTC · run time';

create table source (
    tenant_id        uuid not null default current_tenant() references tenant,
    name             text not null,
    cumulative       boolean not null default true,
    note             text,
    last_observed_at timestamptz,
    stale            jsonb,
    primary key (tenant_id, name)
);
comment on table source is 'Who gives observations; counters of two sources are never mixed in one series';
comment on column source.tenant_id is 'Owner of the row · surrogate';
comment on column source.name is 'Name of the source, for example apify or discover:www';
comment on column source.cumulative is 'Whether its numbers are running totals; numbers of a period carry no metric';
comment on column source.note is 'What to know about the source; null when nothing';
comment on column source.last_observed_at is 'Time of its latest observation, UTC; null when there is none';
comment on column source.stale is 'Why the feed counts as frozen, with the evidence; null while it moves';

create table data_issue (
    tenant_id   uuid not null default current_tenant() references tenant,
    type        text not null,
    source      text not null,
    kind        text check (kind in ('hashtag', 'sound', 'video', 'creator')),
    entity_id   text,
    first_at    timestamptz,
    last_at     timestamptz,
    occurrences bigint not null check (occurrences > 0),
    detail      text not null default '',
    unique nulls not distinct (tenant_id, type, source, kind, entity_id)
);
comment on table data_issue is 'What is wrong with observations that were kept, counted by type, source and entity';
comment on column data_issue.tenant_id is 'Owner of the row · surrogate';
comment on column data_issue.type is 'Type of the issue, for example COUNT_WENT_BACKWARDS';
comment on column data_issue.source is 'Source of the observations, as in source.name';
comment on column data_issue.kind is 'Kind of the entity; null when the issue concerns the source as a whole';
comment on column data_issue.entity_id is 'Id of the entity; null when the issue concerns the source as a whole';
comment on column data_issue.first_at is 'Time of the first observation concerned, UTC; null when undated';
comment on column data_issue.last_at is 'Time of the last observation concerned, UTC; null when undated';
comment on column data_issue.occurrences is 'How often it was seen, above 0';
comment on column data_issue.detail is 'An example in words';

create table metric_due (
    tenant_id uuid not null default current_tenant() references tenant,
    kind      text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    entity_id text not null,
    from_time timestamptz not null,
    primary key (tenant_id, kind, entity_id)
);
comment on table metric_due is 'Entities whose windows must be computed, written in the transaction that stored their observations';
comment on column metric_due.tenant_id is 'Owner of the row · surrogate';
comment on column metric_due.kind is 'Kind of the entity';
comment on column metric_due.entity_id is 'Id of the entity';
comment on column metric_due.from_time is 'Earliest new observation, UTC: windows that end at or after it are due';

create table metric_run (
    tenant_id          uuid not null default current_tenant() references tenant,
    id                 uuid not null default gen_random_uuid(),
    definition_version text not null,
    entities           bigint not null default 0 check (entities >= 0),
    rows_written       bigint not null default 0 check (rows_written >= 0),
    from_time          timestamptz,
    to_time            timestamptz,
    started_at         timestamptz not null default now(),
    finished_at        timestamptz,
    primary key (tenant_id, id)
);
create index metric_run_started on metric_run (tenant_id, started_at desc);
comment on table metric_run is 'One computation of due metric windows; how many runs the work took is no part of the end state · physical';
comment on column metric_run.tenant_id is 'Owner of the row · surrogate';
comment on column metric_run.id is 'Id of the run · surrogate';
comment on column metric_run.definition_version is 'Version of the metric definitions that were used';
comment on column metric_run.entities is 'Entities computed';
comment on column metric_run.rows_written is 'Metric rows written';
comment on column metric_run.from_time is 'Earliest window end computed, UTC; null when nothing was due';
comment on column metric_run.to_time is 'Latest window end computed, UTC; null when nothing was due';
comment on column metric_run.started_at is 'When the run began, UTC · run time';
comment on column metric_run.finished_at is 'When the run ended, UTC; null while it runs · run time';

create table model_record (
    tenant_id       uuid not null default current_tenant() references tenant,
    id              uuid not null default gen_random_uuid(),
    kind            text not null,
    entity_kind     text not null default 'hashtag' check (entity_kind in ('hashtag', 'sound', 'video', 'creator')),
    horizon_hours   integer not null check (horizon_hours > 0),
    training_from   timestamptz not null,
    training_to     timestamptz not null,
    dataset_hash    text not null,
    feature_set     text not null,
    settings        jsonb not null default '{}',
    seed            bigint not null,
    metrics         jsonb not null default '{}',
    code_version    text not null,
    artefact        bytea,
    artefact_sha256 text not null,
    state           text not null default 'CANDIDATE' check (state in ('CANDIDATE', 'ACTIVE', 'RETIRED')),
    notes           jsonb not null default '[]',
    created_at      timestamptz not null default now(),
    primary key (tenant_id, id),
    check (training_from <= training_to)
);
create unique index model_record_active on model_record (tenant_id, entity_kind, kind, horizon_hours) where state = 'ACTIVE';
create index model_record_created on model_record (tenant_id, created_at desc);
comment on table model_record is 'One training, with all that is needed to repeat it';
comment on column model_record.tenant_id is 'Owner of the row · surrogate';
comment on column model_record.id is 'Id of the model · surrogate';
comment on column model_record.kind is 'Family of the model, for example boosted-trees';
comment on column model_record.entity_kind is 'Kind of the entities that it judges';
comment on column model_record.horizon_hours is 'How far ahead it predicts, in hours';
comment on column model_record.training_from is 'Earliest cut that it learned from, UTC';
comment on column model_record.training_to is 'Latest cut that it learned from, UTC';
comment on column model_record.dataset_hash is 'Hash of the training rows';
comment on column model_record.feature_set is 'Version of the feature set, for example feature_set_v1';
comment on column model_record.settings is 'Settings of the training';
comment on column model_record.seed is 'Seed of its randomness';
comment on column model_record.metrics is 'Quality measured on later cuts, by metric name';
comment on column model_record.code_version is 'Version of Upswell that trained it';
comment on column model_record.artefact is 'The model in its own format, which artefact_sha256 stands for; null for a model without parameters · physical';
comment on column model_record.artefact_sha256 is 'SHA-256 of the artefact, 64 hexadecimal digits';
comment on column model_record.state is 'CANDIDATE, ACTIVE (at most one for each kind and horizon) or RETIRED';
comment on column model_record.notes is 'What a reader should know, as a list of sentences';
comment on column model_record.created_at is 'When the training ended, UTC · run time';

create table prediction (
    tenant_id     uuid not null default current_tenant() references tenant,
    kind          text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    entity_id     text not null,
    as_of         timestamptz not null,
    horizon_hours integer not null check (horizon_hours > 0),
    model_id      uuid not null,
    probability   double precision not null check (probability between 0 and 1),
    low           double precision check (low between 0 and 1),
    high          double precision check (high between 0 and 1),
    views_low     double precision check (views_low >= 0),
    views_mid     double precision check (views_mid >= 0),
    views_high    double precision check (views_high >= 0),
    contributions jsonb not null default '[]',
    created_at    timestamptz not null default now(),
    primary key (tenant_id, kind, entity_id, as_of, horizon_hours, model_id),
    foreign key (tenant_id, model_id) references model_record (tenant_id, id)
);
create index prediction_as_of on prediction (tenant_id, kind, as_of desc, probability desc);
create index prediction_model on prediction (tenant_id, model_id);
comment on table prediction is 'What a model expected of an entity, from what was known then';
comment on column prediction.tenant_id is 'Owner of the row · surrogate';
comment on column prediction.kind is 'Kind of the entity';
comment on column prediction.entity_id is 'Id of the entity';
comment on column prediction.as_of is 'Only observations at or before this time were used, UTC';
comment on column prediction.horizon_hours is 'How far ahead, in hours';
comment on column prediction.model_id is 'The model, as in model_record.id · surrogate';
comment on column prediction.probability is 'Probability of a surge within the horizon, 0 to 1';
comment on column prediction.low is 'Lower end of the probability''s interval, 0 to 1; null when the model gives none';
comment on column prediction.high is 'Upper end of the probability''s interval, 0 to 1; null when the model gives none';
comment on column prediction.views_low is '5 % quantile of the views at the horizon; null when not forecast';
comment on column prediction.views_mid is 'Median of the views at the horizon; null when not forecast';
comment on column prediction.views_high is '95 % quantile of the views at the horizon; null when not forecast';
comment on column prediction.contributions is 'The features that moved the probability most, with their share in log odds';
comment on column prediction.created_at is 'When the prediction was made, UTC · run time';

create table outcome (
    tenant_id     uuid not null default current_tenant() references tenant,
    kind          text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    entity_id     text not null,
    cut           timestamptz not null,
    horizon_hours integer not null check (horizon_hours > 0),
    label         boolean not null,
    growth        double precision not null,
    known_at      timestamptz not null,
    primary key (tenant_id, kind, entity_id, cut, horizon_hours),
    check (known_at >= cut)
);
create index outcome_cut on outcome (tenant_id, kind, cut desc);
comment on table outcome is 'What then happened to an entity';
comment on column outcome.tenant_id is 'Owner of the row · surrogate';
comment on column outcome.kind is 'Kind of the entity';
comment on column outcome.entity_id is 'Id of the entity';
comment on column outcome.cut is 'Instant from which the horizon counts, UTC';
comment on column outcome.horizon_hours is 'Length of the horizon, in hours';
comment on column outcome.label is 'Whether it surged: growth above the bar of its cut';
comment on column outcome.growth is 'Growth of the views over the horizon, as a log ratio';
comment on column outcome.known_at is 'When the horizon had elapsed, UTC';

create table backtest_run (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null default gen_random_uuid(),
    settings   jsonb not null,
    report     jsonb not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id)
);
create index backtest_run_created on backtest_run (tenant_id, created_at desc);
comment on table backtest_run is 'One rolling-origin evaluation of all models beside their baselines';
comment on column backtest_run.tenant_id is 'Owner of the row · surrogate';
comment on column backtest_run.id is 'Id of the run · surrogate';
comment on column backtest_run.settings is 'Range, step, horizon, seed and model settings';
comment on column backtest_run.report is 'Quality of each model with its intervals';
comment on column backtest_run.created_at is 'When the run ended, UTC · run time';

create table event_log (
    tenant_id   uuid not null default current_tenant() references tenant,
    id          uuid not null default gen_random_uuid(),
    type        text not null check (type ~ '^[A-Z][A-Z_]*$'),
    slice       text not null,
    payload     jsonb not null default '{}',
    occurred_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id)
);
create index event_log_occurred on event_log (tenant_id, occurred_at desc);
comment on table event_log is 'What the product did, for people to read; how often it had to start again is no part of the end state · physical';
comment on column event_log.tenant_id is 'Owner of the row · surrogate';
comment on column event_log.id is 'Id of the event · surrogate';
comment on column event_log.type is 'Type of the event, for example METRIC_DONE';
comment on column event_log.slice is 'Slice of the server that it happened in';
comment on column event_log.payload is 'Facts of the event';
comment on column event_log.occurred_at is 'When it happened, UTC · run time';

-- The application's role reads and writes rows of the transaction's tenant, and can do nothing else. Tenants themselves
-- are created and looked up by the owner, so that the application's role cannot even ask whether a name exists.
do $$
declare
    owned text;
begin
    for owned in
        select c.table_name from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = current_schema() and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy tenant_isolation on %I to upswell_app using (tenant_id = (select current_tenant())) '
            'with check (tenant_id = (select current_tenant()))', owned);
        execute format('grant select, insert, update, delete on %I to upswell_app', owned);
    end loop;
end $$;
revoke insert, update, delete on tenant from upswell_app;
