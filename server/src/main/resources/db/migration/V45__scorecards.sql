-- Scorecards of creators by day, what was told of creators, weightings in versions, and what came of playbooks.

create table told_input (
    tenant_id  uuid not null default current_tenant() references tenant,
    creator    text not null check (length(creator) between 1 and 200),
    input      text not null check (input ~ '^[a-z_]{1,60}$'),
    as_of      timestamptz not null,
    value      double precision not null check (value > '-infinity' and value < 'infinity'),
    told_by    text not null check (told_by <> ''),
    told_at    timestamptz not null default now(),
    primary key (tenant_id, creator, input, as_of)
);
comment on table told_input is 'Inputs of scorecards that somebody told; of several the one that held last at an instant counts until another is told';
comment on column told_input.tenant_id is 'Owner of the row · surrogate';
comment on column told_input.creator is 'Handle in lower case without @';
comment on column told_input.input is 'Name of the input, as in docs/scorecards.md';
comment on column told_input.as_of is 'From when on it holds, UTC';
comment on column told_input.value is 'In the unit of the input: shares from 0 to 1, money, counts, seconds, growth from -1';
comment on column told_input.told_by is 'Name of the file, or REST';
comment on column told_input.told_at is 'When it was told, UTC · run time';

create table creator_ads (
    tenant_id  uuid not null default current_tenant() references tenant,
    creator    text not null check (length(creator) between 1 and 200),
    ads        text not null check (length(ads) between 1 and 200),
    primary key (tenant_id, creator)
);
comment on table creator_ads is 'Which ads are a creator''s: their results count on the scorecard';
comment on column creator_ads.tenant_id is 'Owner of the row · surrogate';
comment on column creator_ads.creator is 'Handle in lower case without @';
comment on column creator_ads.ads is 'An advertiser''s account, how the names of the ads begin, or * for all';

create table scorecard (
    tenant_id  uuid not null default current_tenant() references tenant,
    creator    text not null check (length(creator) between 1 and 200),
    day        date not null,
    as_of      timestamptz not null,
    weighting  text not null,
    weighting_version integer not null check (weighting_version >= 1),
    overall    double precision check (overall between 0 and 1),
    worst      double precision not null check (worst between 0 and 1),
    best       double precision not null check (best between 0 and 1),
    coverage   double precision not null check (coverage between 0 and 1),
    inputs     jsonb not null,
    scored_at  timestamptz not null default now(),
    primary key (tenant_id, creator, day)
);
create index scorecard_day on scorecard (tenant_id, day desc);
comment on table scorecard is 'How well a creator does what brings revenue, one row a day; scoring a day anew replaces its row';
comment on column scorecard.tenant_id is 'Owner of the row · surrogate';
comment on column scorecard.creator is 'Handle in lower case without @';
comment on column scorecard.day is 'Day of as_of, UTC';
comment on column scorecard.as_of is 'Nothing that was told later counts, UTC';
comment on column scorecard.weighting is 'Weighting by which it was scored: seed, equal, or scorecard_weighting.name';
comment on column scorecard.weighting_version is 'Its version';
comment on column scorecard.overall is 'Mean of the indicators of which something is known, by weight, 0 to 1; null when nothing is';
comment on column scorecard.worst is 'The overall score if all that is missing were as bad as can be, 0 to 1';
comment on column scorecard.best is 'The overall score if all that is missing were as good as can be, 0 to 1';
comment on column scorecard.coverage is 'Share of the weight whose inputs are known, 0 to 1';
comment on column scorecard.inputs is 'What was known: input, value, origin (TOLD, VIDEOS, PROFILE, ORDERS, SALES, ADS), from, asOf; of an input that was told what was derived stands behind it';
comment on column scorecard.scored_at is 'When it was scored, UTC · run time';

create table scorecard_weighting (
    tenant_id  uuid not null default current_tenant() references tenant,
    name       text not null check (name ~ '^[a-z0-9][a-z0-9_-]{0,63}$' and name not in ('seed', 'equal')),
    version    integer not null check (version >= 1),
    weights    jsonb not null,
    reason     text not null check (reason <> ''),
    kept_by    text not null check (kept_by <> ''),
    kept_at    timestamptz not null,
    primary key (tenant_id, name, version)
);
comment on table scorecard_weighting is 'How much each indicator counts, under a name; a change adds a version, and none is changed';
comment on column scorecard_weighting.tenant_id is 'Owner of the row · surrogate';
comment on column scorecard_weighting.name is 'Under which it is kept';
comment on column scorecard_weighting.version is 'Counts what was kept under this name, from 1';
comment on column scorecard_weighting.weights is 'Weight by indicator, 13 of them from 0 to 1 that add up to 1';
comment on column scorecard_weighting.reason is 'Why it was kept, in the words of whoever did';
comment on column scorecard_weighting.kept_by is 'Who kept it, for example hand';
comment on column scorecard_weighting.kept_at is 'When it was kept, UTC · run time';

create table weighting_adoption (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         bigint generated always as identity,
    name       text not null,
    version    integer not null check (version >= 1),
    reason     text not null check (reason <> ''),
    adopted_by text not null check (adopted_by <> ''),
    adopted_at timestamptz not null,
    primary key (tenant_id, id)
);
comment on table weighting_adoption is 'Which weighting was put in force when; the last one is in force, without any the seed''s';
comment on column weighting_adoption.tenant_id is 'Owner of the row · surrogate';
comment on column weighting_adoption.id is 'Counts · surrogate';
comment on column weighting_adoption.name is 'seed, equal, or as in scorecard_weighting.name';
comment on column weighting_adoption.version is 'Its version';
comment on column weighting_adoption.reason is 'Why it was adopted';
comment on column weighting_adoption.adopted_by is 'Who adopted it';
comment on column weighting_adoption.adopted_at is 'When, UTC · run time';

create table followed_playbook (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null default gen_random_uuid(),
    creator    text not null check (length(creator) between 1 and 200),
    gap        text not null check (gap ~ '^[a-z_]{1,60}$'),
    value      double precision not null,
    score      double precision not null check (score between 0 and 1),
    expected   double precision not null,
    taken_by   text not null check (taken_by <> ''),
    taken_at   timestamptz not null,
    data_as_of timestamptz not null,
    state      text not null default 'followed' check (state in ('followed', 'settled', 'dropped')),
    value_after double precision,
    score_after double precision check (score_after between 0 and 1),
    gain       double precision check (gain between -1 and 1),
    told       boolean,
    note       text,
    ended_at   timestamptz,
    primary key (tenant_id, id),
    check ((state = 'settled') = (gain is not null)),
    check ((state = 'followed') = (ended_at is null))
);
create unique index followed_playbook_open on followed_playbook (tenant_id, creator, gap) where state = 'followed';
comment on table followed_playbook is 'Recommendations that somebody followed, and what came of them';
comment on column followed_playbook.tenant_id is 'Owner of the row · surrogate';
comment on column followed_playbook.id is 'Of the row · surrogate';
comment on column followed_playbook.creator is 'Handle in lower case without @';
comment on column followed_playbook.gap is 'Bottleneck whose playbook it is, as in docs/scorecards.md';
comment on column followed_playbook.value is 'The measure when it was taken up, in its own unit';
comment on column followed_playbook.score is 'The same as a score, 0 to 1';
comment on column followed_playbook.expected is 'By which the score was expected to rise then';
comment on column followed_playbook.taken_by is 'Who took it up';
comment on column followed_playbook.taken_at is 'When, UTC · run time';
comment on column followed_playbook.data_as_of is 'As of when the measure was known, UTC';
comment on column followed_playbook.state is 'followed, settled (what came of it is known) or dropped (it was not gone through with)';
comment on column followed_playbook.value_after is 'The measure afterwards, in its own unit; null until settled';
comment on column followed_playbook.score_after is 'The same as a score; null until settled';
comment on column followed_playbook.gain is 'Change of the score as a share of what was missing to the full score, -1 to 1; of a score that was full, the change; null until settled';
comment on column followed_playbook.told is 'Whether somebody told the measure afterwards, or the scorecard did; null until settled';
comment on column followed_playbook.note is 'What was said of it; null when nothing was';
comment on column followed_playbook.ended_at is 'When it was settled or dropped, UTC; null while it is followed · run time';

call close_to_other_tenants('told_input');
call close_to_other_tenants('creator_ads');
call close_to_other_tenants('scorecard');
call close_to_other_tenants('scorecard_weighting');
call close_to_other_tenants('weighting_adoption');
call close_to_other_tenants('followed_playbook');
