-- Watch lists by kind and priority, plans of how often each subject is visited, and what may be spent at most.

alter table watch
    add column kind       text not null default 'topic' check (kind in ('topic', 'competitor', 'own')),
    add column priority   text not null default 'normal' check (priority in ('low', 'normal', 'high')),
    add column pinned     boolean not null default true,
    add column changed_at timestamptz;
update watch set changed_at = added_at;
alter table watch
    alter column changed_at set not null,
    alter column changed_at set default now();
comment on column watch.kind is 'Why it is watched: topic, competitor or own account';
comment on column watch.priority is 'How much it counts beside others: low, normal or high';
comment on column watch.pinned is 'Whether it is visited exactly as often as every_minutes says; else the plan chooses';
comment on column watch.changed_at is 'When somebody last changed it, UTC · run time';
comment on column watch.every_minutes is 'Length of a slot as a person pinned it, in minutes; of a watch that is not pinned what it begins with';

create table watch_plan (
    tenant_id       uuid not null default current_tenant() references tenant,
    watch_id        uuid not null,
    planned_at      timestamptz not null,
    every_minutes   integer check (every_minutes between 15 and 10080),
    why             text not null check (why in ('PINNED', 'PIN_CUT', 'WORTH_IT', 'OUTBID')),
    since           timestamptz not null,
    units_per_visit double precision not null check (units_per_visit >= 0),
    units_per_day   double precision not null check (units_per_day >= 0),
    bits            double precision not null check (bits >= 0),
    weight          double precision not null check (weight > 0),
    volatility      double precision not null check (volatility >= 0),
    steps           integer not null check (steps >= 0),
    probability     double precision check (probability between 0 and 1),
    momentum        double precision check (momentum between 0 and 1),
    primary key (tenant_id, watch_id),
    foreign key (tenant_id, watch_id) references watch (tenant_id, id) on delete cascade
);
comment on table watch_plan is 'How often each watch is visited by the plan in force, and why · physical';
comment on column watch_plan.tenant_id is 'Owner of the row · surrogate';
comment on column watch_plan.watch_id is 'Watch, as in watch.id · surrogate';
comment on column watch_plan.planned_at is 'When the plan was made, UTC · run time';
comment on column watch_plan.every_minutes is 'Length of a slot, in minutes; null while it is not visited';
comment on column watch_plan.why is 'PINNED, PIN_CUT (all that is pinned cannot be paid), WORTH_IT, or OUTBID (others add more per unit)';
comment on column watch_plan.since is 'Since when it has this cadence, UTC · run time';
comment on column watch_plan.units_per_visit is 'What a visit is expected to cost, in what the budget counts';
comment on column watch_plan.units_per_day is 'What its visits are expected to cost in a day';
comment on column watch_plan.bits is 'What its visits add to what is known, in weighted bits';
comment on column watch_plan.weight is 'How much a bit of it counts: priority, kind, chance of a surge, momentum';
comment on column watch_plan.volatility is 'Variance of the logarithm of its counter after an hour, around its drift';
comment on column watch_plan.steps is 'Steps between readings from which that was learnt; 0 when it is what is usual';
comment on column watch_plan.probability is 'Latest probability of a surge; null when there is none';
comment on column watch_plan.momentum is 'Momentum of its latest day; null when there is none';

create table plan_run (
    tenant_id     uuid not null default current_tenant() references tenant,
    id            bigint generated always as identity,
    source        text not null,
    planned_at    timestamptz not null,
    trigger       text not null,
    budget        text,
    budget_limit  bigint,
    used          bigint,
    rate_per_day  double precision not null check (rate_per_day >= 0),
    units_per_day double precision not null check (units_per_day >= 0),
    usual_per_day double precision not null check (usual_per_day >= 0),
    bits          double precision not null check (bits >= 0),
    at_most       double precision not null check (at_most >= 0),
    watched       integer not null check (watched >= 0),
    paused        integer not null check (paused >= 0),
    pins_kept     boolean not null,
    situation     text not null,
    primary key (tenant_id, id)
);
create index plan_run_latest on plan_run (tenant_id, source, planned_at desc);
comment on table plan_run is 'Every making of a plan for a source, for 30 days · physical';
comment on column plan_run.tenant_id is 'Owner of the row · surrogate';
comment on column plan_run.id is 'Id of the run · surrogate';
comment on column plan_run.source is 'Provider, for example ensembledata';
comment on column plan_run.planned_at is 'When it was made, UTC · run time';
comment on column plan_run.trigger is 'Why it was made: first, hour, day, budget or watches';
comment on column plan_run.budget is 'Budget that binds; null when the source has none';
comment on column plan_run.budget_limit is 'Its limit as of then; null when the source has none';
comment on column plan_run.used is 'What of it was used; null when the source has none';
comment on column plan_run.rate_per_day is 'What may be spent a day until the budget is renewed';
comment on column plan_run.units_per_day is 'What the plan is expected to spend a day until then';
comment on column plan_run.usual_per_day is 'What a plan for a whole fresh budget is expected to spend a day';
comment on column plan_run.bits is 'What the plan adds to what is known, in weighted bits';
comment on column plan_run.at_most is 'What any plan could add, in weighted bits';
comment on column plan_run.watched is 'Watches that are visited';
comment on column plan_run.paused is 'Watches that are not';
comment on column plan_run.pins_kept is 'Whether everything pinned has its cadence';
comment on column plan_run.situation is 'Budgets and watches for which it was made; another situation asks for another plan';

create table source_ceiling (
    tenant_id       uuid not null default current_tenant() references tenant,
    source          text not null,
    units_per_day   bigint check (units_per_day > 0),
    units_per_month bigint check (units_per_month > 0),
    money_per_month numeric(12, 2) check (money_per_month > 0),
    price           numeric(14, 6) check (price > 0),
    currency        text check (length(currency) = 3),
    changed_at      timestamptz not null,
    primary key (tenant_id, source),
    check ((price is null) = (currency is null)),
    check (money_per_month is null or price is not null)
);
comment on table source_ceiling is 'What a person lets be spent at a source at most, below what its key allows';
comment on column source_ceiling.tenant_id is 'Owner of the row · surrogate';
comment on column source_ceiling.source is 'Provider, for example ensembledata';
comment on column source_ceiling.units_per_day is 'Units of a day; null for no ceiling of its own';
comment on column source_ceiling.units_per_month is 'Units of a month of UTC; null for no ceiling';
comment on column source_ceiling.money_per_month is 'Money of a month of UTC, in currency; null for no ceiling';
comment on column source_ceiling.price is 'Money that a unit costs; null when it is not known';
comment on column source_ceiling.currency is 'Currency of price and money_per_month, for example EUR; null when no price is known';
comment on column source_ceiling.changed_at is 'When somebody last changed it, UTC · run time';

alter table source_key
    add column told_limit  bigint check (told_limit > 0),
    add column told_of     bigint,
    add column told_at     timestamptz,
    add column gap_millis  integer not null default 0 check (gap_millis >= 0);
comment on column source_key.told_limit is 'Units of the day that the provider proved to allow when it said that its quota is used up; null when it never did';
comment on column source_key.told_of is 'Limit that was set then; another one makes told_limit void';
comment on column source_key.told_at is 'When the provider said so, UTC · run time';
comment on column source_key.gap_millis is 'Pause between requests to which "too many requests" has led, in milliseconds; pages that come shorten it · run time';
comment on column source_key.paused_until is 'Until when, UTC: when it is tried again; another key is tried at once. Null while it is not paused, or when it was paused before pauses had an end · run time';

call close_to_other_tenants('watch_plan');
call close_to_other_tenants('plan_run');
call close_to_other_tenants('source_ceiling');
