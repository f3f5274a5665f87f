-- Models pass through a shadow period before they serve, every change of state is kept with its reason, and what is to be done
-- about models stands in a list.

alter table model_record drop constraint model_record_state_check;
alter table model_record add constraint model_record_state_check
    check (state in ('CANDIDATE', 'SHADOW', 'AWAITING_APPROVAL', 'ACTIVE', 'RETIRED', 'REJECTED'));
alter table model_record add column shadow_from timestamptz;
alter table model_record add constraint model_record_shadow
    check (state not in ('SHADOW', 'AWAITING_APPROVAL') or shadow_from is not null);
comment on column model_record.state is 'CANDIDATE, SHADOW, AWAITING_APPROVAL, ACTIVE (at most one for each kind of entity and horizon), RETIRED or REJECTED';
comment on column model_record.shadow_from is 'Cut from which its shadow predictions count, UTC; null when it never was in shadow';

-- One model serves a kind of entity and a horizon, whatever its family.
drop index model_record_active;
update model_record m set state = 'RETIRED' where state = 'ACTIVE' and exists (select 1 from model_record n
    where n.tenant_id = m.tenant_id and n.entity_kind = m.entity_kind and n.horizon_hours = m.horizon_hours
    and n.state = 'ACTIVE' and (n.created_at, n.id) > (m.created_at, m.id));
create unique index model_record_active on model_record (tenant_id, entity_kind, horizon_hours) where state = 'ACTIVE';
create unique index model_record_challenger on model_record (tenant_id, entity_kind, horizon_hours, kind)
    where state in ('SHADOW', 'AWAITING_APPROVAL');

create table model_transition (
    tenant_id   uuid not null default current_tenant() references tenant,
    seq         bigint generated always as identity,
    model_id    uuid not null,
    from_state  text,
    to_state    text not null,
    as_of       timestamptz not null,
    actor       text not null check (actor <> ''),
    reason      text not null check (reason <> ''),
    previous_id uuid,
    figures     jsonb not null default '{}',
    created_at  timestamptz not null default clock_timestamp(),
    primary key (tenant_id, seq),
    foreign key (tenant_id, model_id) references model_record (tenant_id, id),
    foreign key (tenant_id, previous_id) references model_record (tenant_id, id)
);
create index model_transition_model on model_transition (tenant_id, model_id, seq desc);
comment on table model_transition is 'One change of a model''s state, with its reason';
comment on column model_transition.tenant_id is 'Owner of the row · surrogate';
comment on column model_transition.seq is 'Place in the order of all changes · surrogate';
comment on column model_transition.model_id is 'The model, as in model_record.id · surrogate';
comment on column model_transition.from_state is 'State before; null for a training';
comment on column model_transition.to_state is 'State after';
comment on column model_transition.as_of is 'Up to when the world was known that the decision is about, UTC';
comment on column model_transition.actor is 'Who decided: rule, hand, or the name that a person gave';
comment on column model_transition.reason is 'Why, as a sentence';
comment on column model_transition.previous_id is 'The model that served before, for a change to ACTIVE; null when there was none · surrogate';
comment on column model_transition.figures is 'The figures behind the decision, by name';
comment on column model_transition.created_at is 'When it was decided, UTC · run time';
insert into model_transition (tenant_id, model_id, from_state, to_state, as_of, actor, reason, previous_id, created_at)
    select e.tenant_id, m.id, 'CANDIDATE', 'ACTIVE', m.training_to, 'rule', 'The newest boosted trees served at once in the first release.',
    p.id, e.occurred_at from event_log e
    join model_record m on m.tenant_id = e.tenant_id and m.id = (e.payload->>'model')::uuid
    left join model_record p on p.tenant_id = e.tenant_id and p.id = (e.payload->>'previous')::uuid
    where e.type = 'MODEL_PROMOTED' order by e.occurred_at;

create table shadow_prediction (
    tenant_id     uuid not null default current_tenant() references tenant,
    kind          text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    entity_id     text not null,
    as_of         timestamptz not null,
    horizon_hours integer not null check (horizon_hours > 0),
    model_id      uuid not null,
    probability   double precision not null check (probability between 0 and 1),
    created_at    timestamptz not null default now(),
    primary key (tenant_id, kind, entity_id, as_of, horizon_hours, model_id),
    foreign key (tenant_id, model_id) references model_record (tenant_id, id)
);
create index shadow_prediction_model on shadow_prediction (tenant_id, model_id, as_of);
comment on table shadow_prediction is 'What a model that does not serve expected of an entity beside the one that does; never shown as a forecast';
comment on column shadow_prediction.tenant_id is 'Owner of the row · surrogate';
comment on column shadow_prediction.kind is 'Kind of the entity';
comment on column shadow_prediction.entity_id is 'Id of the entity';
comment on column shadow_prediction.as_of is 'Only observations at or before this time were used, UTC';
comment on column shadow_prediction.horizon_hours is 'How far ahead, in hours';
comment on column shadow_prediction.model_id is 'The model, as in model_record.id · surrogate';
comment on column shadow_prediction.probability is 'Probability of a surge within the horizon, 0 to 1';
comment on column shadow_prediction.created_at is 'When the prediction was made, UTC · run time';

create table improvement_task (
    tenant_id      uuid not null default current_tenant() references tenant,
    id             uuid not null default gen_random_uuid(),
    topic          text not null check (topic <> ''),
    title          text not null check (title <> ''),
    category       text not null check (category in ('RETRAINING', 'FEATURE', 'DATA', 'LABEL', 'MODEL')),
    trigger        text not null,
    hypothesis     text not null,
    success_metric text not null,
    owner_agent    text not null,
    review_date    date not null,
    state          text not null default 'OPEN' check (state in ('OPEN', 'TAKEN', 'DONE', 'DROPPED')),
    facts          jsonb not null default '{}',
    opened_as_of   timestamptz not null,
    result         text,
    created_at     timestamptz not null default clock_timestamp(),
    closed_at      timestamptz,
    primary key (tenant_id, id),
    check ((state in ('DONE', 'DROPPED')) = (closed_at is not null)),
    check ((state in ('DONE', 'DROPPED')) = (result is not null))
);
create unique index improvement_task_topic on improvement_task (tenant_id, topic) where state in ('OPEN', 'TAKEN');
create index improvement_task_created on improvement_task (tenant_id, created_at desc);
comment on table improvement_task is 'Something to be done so that forecasts become or stay good';
comment on column improvement_task.tenant_id is 'Owner of the row · surrogate';
comment on column improvement_task.id is 'Id of the task · surrogate';
comment on column improvement_task.topic is 'What it is about, in a word for programs; of one topic at most one task is open';
comment on column improvement_task.title is 'What is to be done';
comment on column improvement_task.category is 'RETRAINING, FEATURE, DATA, LABEL or MODEL';
comment on column improvement_task.trigger is 'What was observed';
comment on column improvement_task.hypothesis is 'What is believed to be the reason, and to help';
comment on column improvement_task.success_metric is 'By what it will be seen that it helped';
comment on column improvement_task.owner_agent is 'Which agent sees to it';
comment on column improvement_task.review_date is 'When a person should look at it';
comment on column improvement_task.state is 'OPEN, TAKEN, DONE or DROPPED';
comment on column improvement_task.facts is 'Figures behind it, by name';
comment on column improvement_task.opened_as_of is 'Up to when the world was known when it was opened, UTC';
comment on column improvement_task.result is 'What came of it, as a sentence; null while it is open or taken';
comment on column improvement_task.created_at is 'When it was opened, UTC · run time';
comment on column improvement_task.closed_at is 'When it was done or dropped, UTC; null before · run time';

create table drift_report (
    tenant_id     uuid not null default current_tenant() references tenant,
    id            uuid not null default gen_random_uuid(),
    kind          text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    horizon_hours integer not null check (horizon_hours > 0),
    model_id      uuid not null,
    as_of         timestamptz not null,
    drifted       boolean not null,
    report        jsonb not null,
    created_at    timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id),
    unique (tenant_id, model_id, as_of),
    foreign key (tenant_id, model_id) references model_record (tenant_id, id)
);
create index drift_report_as_of on drift_report (tenant_id, kind, horizon_hours, as_of desc);
comment on table drift_report is 'How far what is scored now lies from what the serving model learned from';
comment on column drift_report.tenant_id is 'Owner of the row · surrogate';
comment on column drift_report.id is 'Id of the report · surrogate';
comment on column drift_report.kind is 'Kind of the entities';
comment on column drift_report.horizon_hours is 'How far ahead the model predicts, in hours';
comment on column drift_report.model_id is 'The serving model, as in model_record.id · surrogate';
comment on column drift_report.as_of is 'End of the window that was compared, UTC';
comment on column drift_report.drifted is 'Whether the drift counts as confirmed';
comment on column drift_report.report is 'Distances by feature, prevalence and prediction errors, with the bars that were passed';
comment on column drift_report.created_at is 'When the comparison was made, UTC · run time';

alter table model_record add column drift_reference bytea;
comment on column model_record.drift_reference is 'How the training rows were distributed, by feature, for comparison with what is scored later; null for models of older releases · physical';

create table alert (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null default gen_random_uuid(),
    type       text not null check (type ~ '^[A-Z][A-Z_]*$'),
    title      text not null,
    facts      jsonb not null default '{}',
    as_of      timestamptz not null,
    task_id    uuid,
    created_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id),
    foreign key (tenant_id, task_id) references improvement_task (tenant_id, id)
);
create index alert_created on alert (tenant_id, created_at desc);
comment on table alert is 'Something that a person should know of';
comment on column alert.tenant_id is 'Owner of the row · surrogate';
comment on column alert.id is 'Id of the alert · surrogate';
comment on column alert.type is 'Type, for example DRIFT_ALERT';
comment on column alert.title is 'What happened, as a sentence';
comment on column alert.facts is 'Figures behind it, by name';
comment on column alert.as_of is 'Up to when the world was known, UTC';
comment on column alert.task_id is 'The task that was opened with it; null when none was · surrogate';
comment on column alert.created_at is 'When it was raised, UTC · run time';

do $$
declare
    owned text;
begin
    foreach owned in array array['model_transition', 'shadow_prediction', 'improvement_task', 'drift_report', 'alert'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy tenant_isolation on %I to upswell_app using (tenant_id = (select current_tenant())) '
            'with check (tenant_id = (select current_tenant()))', owned);
        execute format('grant select, insert, update, delete on %I to upswell_app', owned);
    end loop;
end $$;
