-- Runs that took contacts out of texts that were stored before the guard did.

create table contact_cleaning (
    tenant_id uuid not null default current_tenant() references tenant,
    id        uuid not null default gen_random_uuid(),
    begun_at  timestamptz not null,
    ended_at  timestamptz,
    files     bigint not null default 0 check (files >= 0),
    rows      bigint not null default 0 check (rows >= 0),
    emails    bigint not null default 0 check (emails >= 0),
    phones    bigint not null default 0 check (phones >= 0),
    skipped   bigint not null default 0 check (skipped >= 0),
    primary key (tenant_id, id)
);
create index contact_cleaning_begun on contact_cleaning (tenant_id, begun_at desc);
comment on table contact_cleaning is 'Runs that took contacts out of stored texts; what was cleaned stands in audit_trail';
comment on column contact_cleaning.tenant_id is 'Owner of the row · surrogate';
comment on column contact_cleaning.id is 'Identity of the run · surrogate';
comment on column contact_cleaning.begun_at is 'When it began, UTC · run time';
comment on column contact_cleaning.ended_at is 'When it was done, UTC; null while it goes on, and when it was killed · run time';
comment on column contact_cleaning.files is 'Files of the lake that were written anew';
comment on column contact_cleaning.rows is 'Rows and names in which something was found';
comment on column contact_cleaning.emails is 'E-mail addresses that were taken out, each once a file';
comment on column contact_cleaning.phones is 'Telephone numbers that were taken out, each once a file';
comment on column contact_cleaning.skipped is 'Datasets that were left for the next run, because they were being written';

call close_to_other_tenants('contact_cleaning');
