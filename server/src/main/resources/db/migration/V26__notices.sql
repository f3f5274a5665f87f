-- Which events people are told of, and up to where they have read.

create table notification_rule (
    tenant_id  uuid not null default current_tenant() references tenant,
    type       text not null check (type ~ '^[A-Z][A-Z_]*$'),
    told       boolean not null,
    changed_by text not null,
    changed_at timestamptz not null default now(),
    primary key (tenant_id, type)
);
comment on table notification_rule is 'Which types of events people are told of; types without a row follow the usual rule';
comment on column notification_rule.tenant_id is 'Owner of the row · surrogate';
comment on column notification_rule.type is 'Type of the event';
comment on column notification_rule.told is 'Whether people are told of it';
comment on column notification_rule.changed_by is 'Who said so';
comment on column notification_rule.changed_at is 'When that was, UTC · run time';
call close_to_other_tenants('notification_rule');

create table notice_read (
    tenant_id  uuid primary key default current_tenant() references tenant,
    read_until timestamptz not null,
    read_by    text not null
);
comment on table notice_read is 'Up to where people have read what they are told of · physical';
comment on column notice_read.tenant_id is 'Owner of the row · surrogate';
comment on column notice_read.read_until is 'Events before this were read, UTC';
comment on column notice_read.read_by is 'Who read last';
call close_to_other_tenants('notice_read');
