-- Rules by which people are alerted of what is stored; and alerts say how pressing they are, of what, and on which rows they rest.

create table alert_rule (
    tenant_id         uuid not null default current_tenant() references tenant,
    id                uuid not null default gen_random_uuid(),
    name              text not null check (length(name) between 1 and 80),
    kind              text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    conditions        text[] not null check (cardinality(conditions) between 1 and 5),
    scope             text not null check (scope <> ''),
    severity          text not null check (severity in ('INFO', 'WARNING', 'URGENT')),
    cool_down_minutes integer not null check (cool_down_minutes between 0 and 43200),
    paused            boolean not null default false,
    since             timestamptz not null,
    seen_until        timestamptz,
    made_by           text not null check (made_by <> ''),
    made_at           timestamptz not null,
    changed_by        text,
    changed_at        timestamptz check ((changed_at is null) = (changed_by is null)),
    primary key (tenant_id, id),
    unique (tenant_id, name)
);
comment on table alert_rule is 'A rule by which people are alerted of what is stored';
comment on column alert_rule.tenant_id is 'Owner of the row · surrogate';
comment on column alert_rule.id is 'Id · surrogate';
comment on column alert_rule.name is 'By which people call it';
comment on column alert_rule.kind is 'What it watches: hashtag, sound, video or creator';
comment on column alert_rule.conditions is 'What must hold together, one condition each, such as velocity 24h above 0.5';
comment on column alert_rule.scope is 'Of which it asks: all, watched, hashtag NAME or client NAME';
comment on column alert_rule.severity is 'INFO, WARNING or URGENT';
comment on column alert_rule.cool_down_minutes is 'For how long after it rang of something it does not ring of the same again, in minutes of the data''s time';
comment on column alert_rule.paused is 'Whether it rests';
comment on column alert_rule.since is 'It rings of what is as of later than this, UTC';
comment on column alert_rule.seen_until is 'When the newest event happened after which it was looked at; absent until it was, UTC · run time';
comment on column alert_rule.made_by is 'Who made it';
comment on column alert_rule.made_at is 'When that was, UTC · run time';
comment on column alert_rule.changed_by is 'Who changed it last; absent where nobody did';
comment on column alert_rule.changed_at is 'When that was, UTC; absent where nobody did · run time';
call close_to_other_tenants('alert_rule');

alter table alert
    add column severity text not null default 'WARNING' check (severity in ('INFO', 'WARNING', 'URGENT')),
    add column rule_id uuid,
    add column kind text check (kind in ('hashtag', 'sound', 'video', 'creator')),
    add column entity_id text,
    add column evidence jsonb not null default '[]',
    add constraint alert_of_rule foreign key (tenant_id, rule_id) references alert_rule on delete set null (rule_id),
    add constraint alert_of_something check ((kind is null) = (entity_id is null));
create unique index alert_once on alert (tenant_id, rule_id, kind, entity_id, as_of) where rule_id is not null;
create index alert_unread on alert (tenant_id, created_at desc) where acknowledged_at is null;
comment on column alert.severity is 'INFO, WARNING or URGENT';
comment on column alert.rule_id is 'The rule that rang, as in alert_rule.id; absent where an agent raised it, or the rule was removed · surrogate';
comment on column alert.kind is 'Kind of what it is about; absent where it is about a model';
comment on column alert.entity_id is 'Id of what it is about; absent where it is about a model';
comment on column alert.evidence is 'The rows that made it ring, each with its value, what was asked of it, and the path at which it is shown';
