-- Ads of creators from a time on, what creators are told alike by, weightings that were withdrawn, and weights learnt from a tenant's own history.

alter table creator_ads
    alter column ads drop not null,
    add column since timestamptz not null default '1970-01-01T00:00:00Z',
    add column told_by text not null default 'hand' check (told_by <> ''),
    add column told_at timestamptz not null default now(),
    drop constraint creator_ads_pkey,
    add primary key (tenant_id, creator, since);
alter table creator_ads alter column since drop default, alter column told_by drop default;
comment on table creator_ads is 'Which ads are a creator''s from a time on, until something else is said: their results count on the scorecard';
comment on column creator_ads.ads is 'An advertiser''s account, how the names of the ads begin, or * for all; null for none from then on';
comment on column creator_ads.since is 'From when on, UTC; what was said before this column was there holds from 1970 on';
comment on column creator_ads.told_by is 'Who said it, for example hand';
comment on column creator_ads.told_at is 'When it was said, UTC · run time';

alter table scorecard
    add column followers bigint check (followers >= 0),
    add column hashtags jsonb not null default '{}';
comment on column scorecard.followers is 'As they were read last; null when not in the last week';
comment on column scorecard.hashtags is 'The most used hashtags of the videos of 28 days, with how often each was used';
comment on column scorecard.inputs is 'What was known: input, value, origin (TOLD, VIDEOS, PROFILE, ORDERS, SALES, VIEWING, ADS), from, asOf; of an input that was told what was derived stands behind it';

alter table weighting_adoption
    add column withdrawn text,
    add column withdrawn_version integer check (withdrawn_version >= 1),
    add check ((withdrawn is null) = (withdrawn_version is null));
comment on column weighting_adoption.withdrawn is 'Weighting that was withdrawn, which puts this one in force again; null where this one was adopted';
comment on column weighting_adoption.withdrawn_version is 'Its version; null where nothing was withdrawn';

create table learnt_weights (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null default gen_random_uuid(),
    name       text not null check (name ~ '^[a-z0-9][a-z0-9_-]{0,63}$' and name not in ('seed', 'equal')),
    version    integer check (version >= 1),
    origin     text not null check (origin <> ''),
    as_of      timestamptz,
    settings   jsonb not null,
    state      text not null check (state in ('running', 'learnt', 'lacking', 'failed')),
    history    jsonb,
    lacks      jsonb,
    weights    jsonb,
    spread     jsonb,
    source     jsonb,
    standing   jsonb,
    failure    text,
    asked_by   text not null check (asked_by <> ''),
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    primary key (tenant_id, id),
    check ((state = 'running') = (ended_at is null)),
    check ((state = 'learnt') = (version is not null and weights is not null and spread is not null
        and source is not null and standing is not null)),
    check ((state = 'lacking') = (lacks is not null)),
    check ((state = 'failed') = (failure is not null))
);
create index learnt_weights_begun on learnt_weights (tenant_id, begun_at desc);
comment on table learnt_weights is 'Weights of scorecards learnt from what creators brought, with what they were learnt from and how they rank later periods';
comment on column learnt_weights.tenant_id is 'Owner of the row · surrogate';
comment on column learnt_weights.id is 'Of the row · surrogate';
comment on column learnt_weights.name is 'Weighting under which the weights are kept: scorecard_weighting.name';
comment on column learnt_weights.version is 'Version of that weighting; null until weights were learnt';
comment on column learnt_weights.origin is 'history: scorecards, orders and told revenue of this tenant; otherwise the name of a file';
comment on column learnt_weights.as_of is 'Nothing that was told later counts, UTC; null for files';
comment on column learnt_weights.settings is 'judged (periods that judge), rule (ORDERED, FIXED or FREE), resamples, seed';
comment on column learnt_weights.state is 'running, learnt, lacking (there was too little to learn from) or failed';
comment on column learnt_weights.history is 'What was there: outcomes, creators, periods (first and last day of the scores), currency, and what was left out; null until it was read';
comment on column learnt_weights.lacks is 'What there was too little of: what, there, needed; null unless lacking';
comment on column learnt_weights.weights is 'Weight by indicator, 13 of them from 0 to 1 that add up to 1; null unless learnt';
comment on column learnt_weights.spread is 'By indicator low and high: where its weight lies in 90 of 100 draws of creators; null unless learnt';
comment on column learnt_weights.source is 'What was learnt from: creators, outcomes, periods, indicators that were not known, SHA-256 of the rows; null unless learnt';
comment on column learnt_weights.standing is 'Rank correlation with the next revenue by learnt, written and equal weights, and the differences with 95 % intervals; null unless learnt';
comment on column learnt_weights.failure is 'Why it ended without a result; null unless failed';
comment on column learnt_weights.asked_by is 'Who asked for it, for example hand';
comment on column learnt_weights.begun_at is 'When it began, UTC · run time';
comment on column learnt_weights.ended_at is 'When it ended, UTC; null while it runs · run time';

call close_to_other_tenants('learnt_weights');
