-- Who may be asked and what may be kept: the tenant's own rules about sources, the audit trail, and what was allowed, counted by day.

create table source_rule (
    tenant_id  uuid not null default current_tenant() references tenant,
    source     text not null,
    allowed    boolean not null,
    reason     text not null check (reason <> ''),
    actor      text not null check (actor <> ''),
    decided_at timestamptz not null,
    primary key (tenant_id, source)
);
comment on table source_rule is 'What the tenant itself decided about a source, which goes before the terms policies';
comment on column source_rule.tenant_id is 'Owner of the row · surrogate';
comment on column source_rule.source is 'Exact name of the source';
comment on column source_rule.allowed is 'Whether it may be asked and stored, or neither';
comment on column source_rule.reason is 'Why, in the words of who decided';
comment on column source_rule.actor is 'Who decided: hand, or the name that a person gave';
comment on column source_rule.decided_at is 'When it was decided, UTC · run time';

create table audit_trail (
    tenant_id uuid not null default current_tenant() references tenant,
    seq       bigint generated always as identity,
    at        timestamptz not null,
    actor     text not null check (actor <> ''),
    action    text not null check (action in ('FETCH', 'STORE', 'CAPTURE', 'RULE', 'RETENTION')),
    subject   text not null,
    decision  text not null check (decision in ('DENIED', 'CLEANED', 'CHANGED', 'DELETED')),
    rule      text not null,
    detail    text not null default '',
    counts    jsonb not null default '{}',
    primary key (tenant_id, seq)
);
create index audit_trail_at on audit_trail (tenant_id, at desc, seq desc);
comment on table audit_trail is 'Every denial, cleaning, change of a rule and deletion; rows are added, and forgotten by age alone';
comment on column audit_trail.tenant_id is 'Owner of the row · surrogate';
comment on column audit_trail.seq is 'Place in the order of writing · surrogate';
comment on column audit_trail.at is 'When it was decided, UTC · run time';
comment on column audit_trail.actor is 'Agent or person that asked, for example import, collector, hand';
comment on column audit_trail.action is 'FETCH, STORE, CAPTURE, RULE or RETENTION';
comment on column audit_trail.subject is 'What was decided about: a source with its subject, a file, a page, a class of data';
comment on column audit_trail.decision is 'DENIED, CLEANED, CHANGED or DELETED';
comment on column audit_trail.rule is 'Rule by which it was decided, for example unlisted or private-account';
comment on column audit_trail.detail is 'In words; empty when there is nothing to add';
comment on column audit_trail.counts is 'How many of what, by word, for example e-mail';

create table audit_allowance (
    tenant_id uuid not null default current_tenant() references tenant,
    day       date not null,
    action    text not null check (action in ('FETCH', 'STORE', 'CAPTURE')),
    source    text not null,
    rule      text not null,
    purpose   text not null,
    times     bigint not null check (times > 0),
    items     bigint not null check (items >= 0),
    primary key (tenant_id, day, action, source, rule, purpose)
);
comment on table audit_allowance is 'What was allowed, counted by day, source and purpose · physical';
comment on column audit_allowance.tenant_id is 'Owner of the row · surrogate';
comment on column audit_allowance.day is 'Day, UTC · run time';
comment on column audit_allowance.action is 'FETCH, STORE or CAPTURE';
comment on column audit_allowance.source is 'Source that was asked, or whose rows were stored';
comment on column audit_allowance.rule is 'Rule that allowed it, for example policy ensembledata';
comment on column audit_allowance.purpose is 'For which purpose';
comment on column audit_allowance.times is 'Pages of answers, or parts of files';
comment on column audit_allowance.items is 'Rows or items in them; 0 for fetches';

call close_to_other_tenants('source_rule');
call close_to_other_tenants('audit_trail');
call close_to_other_tenants('audit_allowance');

-- The application adds rows to the trail and reads them; it can neither change nor delete one but by this function, which forgets
-- what is old and never the week before the newest row.
revoke update, delete on audit_trail from upswell_app;

create function forget_audit(before timestamptz) returns bigint language sql security definer set search_path = pg_catalog, public as $$
    with gone as (
        delete from public.audit_trail where tenant_id = public.current_tenant() and at < least(before,
            (select max(at) from public.audit_trail where tenant_id = public.current_tenant()) - interval '7 days')
        returning 1)
    select count(*) from gone
$$;
revoke all on function forget_audit(timestamptz) from public;
grant execute on function forget_audit(timestamptz) to upswell_app;
comment on function forget_audit(timestamptz) is 'Deletes rows of the tenant''s audit trail that are older than this, and never the week before the newest.';
