-- Configurations of recommendations tried beside each other, and rankers that are learnt from reactions.

alter table ranker_configuration drop constraint ranker_configuration_state_check;
alter table ranker_configuration add check (state in ('ACTIVE', 'WAITING', 'RETIRED'));
comment on column ranker_configuration.state is 'ACTIVE: requests are dealt to it; WAITING: only those of a trial; RETIRED: no longer';

create table ranker_trial (
    tenant_id   uuid not null default current_tenant() references tenant,
    name        text not null check (name ~ '^[a-z][a-z0-9-]{0,99}$'),
    kind        text not null check (kind in ('AB', 'INTERLEAVE')),
    a           text not null,
    b           text not null,
    effect      double precision not null check (effect > 0),
    begun_at    timestamptz not null,
    begun_by    text not null check (begun_by <> ''),
    ended_at    timestamptz,
    ended_by    text check (ended_by <> ''),
    found       jsonb,
    promoted    text,
    promoted_at timestamptz,
    promoted_by text check (promoted_by <> ''),
    primary key (tenant_id, name),
    foreign key (tenant_id, a) references ranker_configuration (tenant_id, name),
    foreign key (tenant_id, b) references ranker_configuration (tenant_id, name),
    check (a <> b),
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (found is null)),
    check ((promoted is null) = (promoted_at is null) and (promoted is null) = (promoted_by is null)),
    check (promoted is null or ended_at is not null)
);
create unique index ranker_trial_open on ranker_trial (tenant_id) where ended_at is null;
comment on table ranker_trial is 'Two configurations of recommendations beside each other; one trial runs at a time';
comment on column ranker_trial.tenant_id is 'Owner of the row · surrogate';
comment on column ranker_trial.name is 'Its name';
comment on column ranker_trial.kind is 'AB: each account has the lists of one; INTERLEAVE: each list is of both';
comment on column ranker_trial.a is 'First configuration, as in ranker_configuration.name';
comment on column ranker_trial.b is 'Second configuration, as in ranker_configuration.name';
comment on column ranker_trial.effect is 'Difference of reward per list that the test is quickest at';
comment on column ranker_trial.begun_at is 'When it began, UTC · run time';
comment on column ranker_trial.begun_by is 'Who began it';
comment on column ranker_trial.ended_at is 'When it ended, UTC; null while it runs · run time';
comment on column ranker_trial.ended_by is 'Who ended it; null while it runs';
comment on column ranker_trial.found is 'What it told at its end; null while it runs';
comment on column ranker_trial.promoted is 'Configuration that was taken for all after it; null when none was';
comment on column ranker_trial.promoted_at is 'When that was, UTC; null as promoted is · run time';
comment on column ranker_trial.promoted_by is 'Who did it; null as promoted is';
call close_to_other_tenants('ranker_trial');

create table ranker_model (
    tenant_id       uuid not null default current_tenant() references tenant,
    id              text not null,
    trained_at      timestamptz not null,
    requests        integer not null check (requests > 0),
    people          integer not null check (people > 0),
    dataset_hash    text not null,
    columns_version integer not null,
    seed            bigint not null,
    code_version    text not null,
    artefact        bytea not null,
    judged          jsonb not null,
    wins            boolean not null,
    promoted_at     timestamptz,
    promoted_by     text check (promoted_by <> ''),
    created_at      timestamptz not null default now(),
    primary key (tenant_id, id),
    check ((promoted_at is null) = (promoted_by is null)),
    check (promoted_at is null or wins)
);
create index ranker_model_trained on ranker_model (tenant_id, trained_at desc);
comment on table ranker_model is 'One training of a ranker that orders recommendations';
comment on column ranker_model.tenant_id is 'Owner of the row · surrogate';
comment on column ranker_model.id is 'Name of the model, made from the hash of its artefact';
comment on column ranker_model.trained_at is 'Nothing later was known to it, UTC';
comment on column ranker_model.requests is 'Lists that it learnt from';
comment on column ranker_model.people is 'People whose lists those were';
comment on column ranker_model.dataset_hash is 'Hash of the training rows';
comment on column ranker_model.columns_version is 'Version of the columns that it reads';
comment on column ranker_model.seed is 'Seed of its randomness';
comment on column ranker_model.code_version is 'Version of Upswell that trained it';
comment on column ranker_model.artefact is 'The model in its own format';
comment on column ranker_model.judged is 'Figures on later lists, beside the formula';
comment on column ranker_model.wins is 'Whether it was better than the formula on later lists, so that it may be tried';
comment on column ranker_model.promoted_at is 'When it won a trial and was taken for all, UTC; null when it did not · run time';
comment on column ranker_model.promoted_by is 'Who did it; null as promoted_at is';
comment on column ranker_model.created_at is 'When the training ended, UTC · run time';
call close_to_other_tenants('ranker_model');

alter table recommendation_request add column trial text;
alter table recommendation_request add foreign key (tenant_id, trial) references ranker_trial (tenant_id, name);
alter table recommendation_request add column shares jsonb not null default '{}';
alter table recommendation_request add column columns_version integer;
comment on column recommendation_request.trial is 'Trial it belongs to, as in ranker_trial.name; null when to none';
comment on column recommendation_request.shares is 'How often each configuration in force is dealt such a request; empty for lists that are of two';
comment on column recommendation_request.columns_version is 'Version of the columns of its videos; null when they were not kept';
comment on column recommendation_request.log_slate is 'Logarithm of the probability of the list under each configuration in force that could draw it; empty for lists that are of two';
create index recommendation_request_trial on recommendation_request (tenant_id, trial, at) where trial is not null;

alter table recommendation_item add column team text check (team in ('A', 'B'));
alter table recommendation_item add column columns real[];
comment on column recommendation_item.team is 'Which configuration of its trial picked it; null in lists that are of one';
comment on column recommendation_item.columns is 'What a ranker saw of it then, in the order of the columns version, unknown as NaN; null when not kept';
comment on column recommendation_item.probability is 'Chance of being drawn at this place, given the places before; in a list that is of two, in the order of the one that picked it';

create index reaction_request on reaction (tenant_id, request_id) where request_id is not null;
