-- What was predicted beside what happened: figures by day and model, judged calls, and retrospectives by week.

create index prediction_created on prediction (tenant_id, created_at);
create index shadow_prediction_created on shadow_prediction (tenant_id, created_at);
create index outcome_settled on outcome (tenant_id, settled_at);

create table daily_evaluation (
    tenant_id     uuid not null default current_tenant() references tenant,
    kind          text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    horizon_hours integer not null check (horizon_hours > 0),
    day           date not null,
    model_id      uuid not null,
    serving       boolean not null,
    cuts          integer not null check (cuts > 0),
    pairs         integer not null check (pairs > 0),
    figures       jsonb not null,
    settled_at    timestamptz not null,
    computed_at   timestamptz not null default now(),
    primary key (tenant_id, kind, horizon_hours, day, model_id),
    foreign key (tenant_id, model_id) references model_record (tenant_id, id)
);
comment on table daily_evaluation is 'How one model did on the cuts of one day, and over the two weeks that end with it';
comment on column daily_evaluation.tenant_id is 'Owner of the row · surrogate';
comment on column daily_evaluation.kind is 'Kind of the entities';
comment on column daily_evaluation.horizon_hours is 'Length of the horizon, in hours';
comment on column daily_evaluation.day is 'UTC day of the cuts';
comment on column daily_evaluation.model_id is 'The model, as in model_record.id · surrogate';
comment on column daily_evaluation.serving is 'Whether its predictions were those that people saw';
comment on column daily_evaluation.cuts is 'How many cuts were judged';
comment on column daily_evaluation.pairs is 'How many predictions with a known outcome';
comment on column daily_evaluation.figures is 'Figures by name: calls, the ten and fifty likeliest, lead, ranges, trailing window';
comment on column daily_evaluation.settled_at is 'When the newest of its outcomes was written or corrected, UTC · run time';
comment on column daily_evaluation.computed_at is 'When the row was written or last changed, UTC · run time';

create table judged_call (
    tenant_id     uuid not null default current_tenant() references tenant,
    kind          text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    horizon_hours integer not null check (horizon_hours > 0),
    cut           timestamptz not null,
    model_id      uuid not null,
    entity_id     text not null,
    verdict       text not null check (verdict in ('HIT', 'MISS', 'FALSE_SURGE')),
    probability   double precision not null check (probability between 0 and 1),
    growth        double precision not null,
    lead_hours    double precision check (lead_hours >= 0),
    cause         text check (cause in ('DATA_GAP', 'LATE_DETECTION', 'MISLABELLED_CLUSTER', 'MODEL_DRIFT', 'FEATURE_GAP', 'WITHIN_ODDS')),
    evidence      jsonb,
    primary key (tenant_id, kind, horizon_hours, cut, model_id, entity_id),
    foreign key (tenant_id, model_id) references model_record (tenant_id, id),
    check (verdict <> 'HIT' or cause is null),
    check (verdict = 'HIT' or lead_hours is null),
    check ((cause is null) = (evidence is null))
);
comment on table judged_call is 'A call beside what came of it, or a surge that was not called';
comment on column judged_call.tenant_id is 'Owner of the row · surrogate';
comment on column judged_call.kind is 'Kind of the entity';
comment on column judged_call.horizon_hours is 'Length of the horizon, in hours';
comment on column judged_call.cut is 'Instant from which the horizon counts, UTC';
comment on column judged_call.model_id is 'The model, as in model_record.id · surrogate';
comment on column judged_call.entity_id is 'Id of the entity';
comment on column judged_call.verdict is 'HIT, MISS or FALSE_SURGE';
comment on column judged_call.probability is 'What the model had stated, 0 to 1';
comment on column judged_call.growth is 'Growth over the horizon, as a log ratio';
comment on column judged_call.lead_hours is 'Of a hit: hours from the cut to the passing of the bar; null otherwise and when not known';
comment on column judged_call.cause is 'Why the call was wrong, by rule; null for hits and until the rules were asked';
comment on column judged_call.evidence is 'What the cause follows from; null when cause is';

create table retrospective (
    tenant_id  uuid not null default current_tenant() references tenant,
    week_start date not null check (extract(isodow from week_start) = 1),
    body       jsonb not null,
    text       text not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, week_start)
);
comment on table retrospective is 'What a week of forecasts came to, as it was written when the week was over';
comment on column retrospective.tenant_id is 'Owner of the row · surrogate';
comment on column retrospective.week_start is 'Monday of the week';
comment on column retrospective.body is 'Figures, calls, causes and models';
comment on column retrospective.text is 'The same as a section of the Markdown file';
comment on column retrospective.created_at is 'When it was written, UTC · run time';

do $$
declare
    owned text;
begin
    foreach owned in array array['daily_evaluation', 'judged_call', 'retrospective'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy tenant_isolation on %I to upswell_app using (tenant_id = (select current_tenant())) '
            'with check (tenant_id = (select current_tenant()))', owned);
        execute format('grant select, insert, update, delete on %I to upswell_app', owned);
    end loop;
end
$$;
