-- Mappings of columns that a person confirmed, in versions; imports and quarantined rows tell by which they were read.

create table kept_mapping (
    tenant_id    uuid not null default current_tenant() references tenant,
    name         text not null check (name ~ '^[a-z0-9][a-z0-9_-]{0,63}$'),
    version      integer not null check (version >= 1),
    document     text not null check (length(document) <= 65536),
    columns      jsonb not null default '[]',
    header_print text check (header_print ~ '^[0-9a-f]{64}$'),
    source       text not null,
    reason       text not null check (reason <> ''),
    confirmed_by text not null check (confirmed_by <> ''),
    confirmed_at timestamptz not null,
    removed_at   timestamptz,
    primary key (tenant_id, name, version),
    check ((columns = '[]') = (header_print is null))
);
create index kept_mapping_header on kept_mapping (tenant_id, header_print, confirmed_at desc) where removed_at is null;
comment on table kept_mapping is 'Which column of a file says what, as somebody confirmed it; a change adds a version, and none is changed';
comment on column kept_mapping.tenant_id is 'Owner of the row · surrogate';
comment on column kept_mapping.name is 'Under which it is kept';
comment on column kept_mapping.version is 'Counts the confirmations under this name, from 1';
comment on column kept_mapping.document is 'The mapping as text, in the form that import --map reads';
comment on column kept_mapping.columns is 'Names of the columns of the header it was confirmed for, in their order; empty when it is used by name alone';
comment on column kept_mapping.header_print is 'SHA-256 of the set of these names in one spelling, 64 hexadecimal digits; null when there are none';
comment on column kept_mapping.source is 'Source under which the readings are kept';
comment on column kept_mapping.reason is 'Why it may be used, as the person said or as the rule about the source says';
comment on column kept_mapping.confirmed_by is 'Who confirmed it, for example hand or preview page';
comment on column kept_mapping.confirmed_at is 'When it was confirmed, UTC · run time';
comment on column kept_mapping.removed_at is 'When its name was taken out of use, UTC; null while it is in use · run time';

alter table import_run
    add column mapping_name    text,
    add column mapping_version integer,
    add constraint import_run_mapping check ((mapping_name is null) = (mapping_version is null)),
    add constraint import_run_kept_mapping foreign key (tenant_id, mapping_name, mapping_version) references kept_mapping;
create index import_run_mapping_use on import_run (tenant_id, mapping_name) where mapping_name is not null;
comment on column import_run.mapping_name is 'Kept mapping that read it, as in kept_mapping.name; null for known formats and mappings that are not kept';
comment on column import_run.mapping_version is 'Its version, as in kept_mapping.version; null with mapping_name';

alter table quarantine
    add column mapping_name    text,
    add column mapping_version integer,
    add constraint quarantine_mapping check ((mapping_name is null) = (mapping_version is null));
create index quarantine_mapping_name on quarantine (tenant_id, mapping_name) where mapping_name is not null;
comment on column quarantine.mapping_name is 'Kept mapping that read the row last, as in kept_mapping.name; null when none did';
comment on column quarantine.mapping_version is 'Its version, as in kept_mapping.version; null with mapping_name';

call close_to_other_tenants('kept_mapping');
