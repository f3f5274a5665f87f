-- Industries of a tenant beside the built-in ones, which client belongs to which, and benchmarks across the clients of an industry.

create table industry (
    tenant_id       uuid not null default current_tenant() references tenant,
    key             text not null check (key ~ '^[a-z0-9_]{1,40}$'),
    name            text not null check (name <> ''),
    name_indonesian text not null check (name_indonesian <> ''),
    category        text not null check (category <> ''),
    cluster         text not null check (cluster <> ''),
    hashtags        text[] not null,
    engagement      double precision check (engagement > 0 and engagement <= 1),
    lengths         text[] not null,
    changed_by      text not null check (changed_by <> ''),
    changed_at      timestamptz not null,
    primary key (tenant_id, key)
);
comment on table industry is 'Industries that a tenant added, or has in place of a built-in one of the same key';
comment on column industry.tenant_id is 'Owner of the row · surrogate';
comment on column industry.key is 'By which it is named, for example functional_drinks';
comment on column industry.name is 'Name in English documents and on pages';
comment on column industry.name_indonesian is 'Name in Indonesian documents';
comment on column industry.category is 'What it lies in, for example consumables';
comment on column industry.cluster is 'What the category lies in, for example wellness';
comment on column industry.hashtags is 'What its brands use, without #; empty when unknown';
comment on column industry.engagement is 'Usual engagement rate, 0 to 1; null when unknown';
comment on column industry.lengths is 'Lengths in which most of its videos do well, for example UP_TO_15; empty when unknown';
comment on column industry.changed_by is 'Who said so, for example hand';
comment on column industry.changed_at is 'When it was said last, UTC · run time';
call close_to_other_tenants('industry');

create table client_industry (
    tenant_id  uuid not null default current_tenant() references tenant,
    client     text not null check (client <> ''),
    industry   text not null check (industry <> ''),
    changed_by text not null check (changed_by <> ''),
    changed_at timestamptz not null,
    primary key (tenant_id, client)
);
comment on table client_industry is 'The industry of each client for whom one was said';
comment on column client_industry.tenant_id is 'Owner of the row · surrogate';
comment on column client_industry.client is 'As searches name it: pattern_run.client';
comment on column client_industry.industry is 'industry.key, or the key of a built-in one';
comment on column client_industry.changed_by is 'Who said so, for example hand';
comment on column client_industry.changed_at is 'When it was said last, UTC · run time';
call close_to_other_tenants('client_industry');

create table client_benchmark (
    tenant_id uuid not null default current_tenant() references tenant,
    industry  text not null check (industry <> ''),
    bucket    text not null check (bucket <> ''),
    quarter   date not null check (quarter = date_trunc('quarter', quarter)),
    figures   jsonb not null,
    made_by   text not null check (made_by <> ''),
    made_at   timestamptz not null,
    primary key (tenant_id, industry, bucket, quarter)
);
comment on table client_benchmark is 'What benchmarks across the clients of an industry were made from, by quarter; quartiles of it are told, never a row';
comment on column client_benchmark.tenant_id is 'Owner of the row · surrogate';
comment on column client_benchmark.industry is 'industry.key, or the key of a built-in one';
comment on column client_benchmark.bucket is 'How long the videos are, for example UP_TO_15';
comment on column client_benchmark.quarter is 'First day of the quarter of a year in which it was made';
comment on column client_benchmark.figures is 'Each client with its videos and measures, as they were then';
comment on column client_benchmark.made_by is 'Who asked for it, for example hand';
comment on column client_benchmark.made_at is 'When it was made, UTC · run time';
call close_to_other_tenants('client_benchmark');
