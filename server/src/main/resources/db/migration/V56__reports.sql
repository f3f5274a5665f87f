-- How documents of a tenant look, and the documents that were made.

create table branding (
    tenant_id       uuid primary key default current_tenant() references tenant,
    name            text not null check (length(name) <= 60),
    primary_colour  text not null check (primary_colour ~ '^#[0-9A-F]{6}$'),
    muted_colour    text not null check (muted_colour ~ '^#[0-9A-F]{6}$'),
    good_colour     text not null check (good_colour ~ '^#[0-9A-F]{6}$'),
    warning_colour  text not null check (warning_colour ~ '^#[0-9A-F]{6}$'),
    confidentiality text not null check (length(confidentiality) <= 120),
    watermark       boolean not null check (not watermark or name <> ''),
    logo            bytea check (length(logo) <= 500000),
    changed_at      timestamptz not null
);
comment on table branding is 'How the documents of a tenant look; without a row they look as usual';
comment on column branding.tenant_id is 'Owner of the row · surrogate';
comment on column branding.name is 'The sender as documents name it; empty where none was said';
comment on column branding.primary_colour is 'Of headings and bars, as #1E3A8A';
comment on column branding.muted_colour is 'Of what is said beside, as #64748B';
comment on column branding.good_colour is 'Of what is to be done, as #10B981';
comment on column branding.warning_colour is 'Of what needs care, as #F59E0B';
comment on column branding.confidentiality is 'Line at the foot of each page; empty for none';
comment on column branding.watermark is 'Whether the name stands faintly across each page';
comment on column branding.logo is 'PNG or JPEG; null for none';
comment on column branding.changed_at is 'When it was changed last, UTC · run time';

create table report (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null default gen_random_uuid(),
    kind       text not null check (kind <> ''),
    title      text not null check (title <> ''),
    language   text not null check (language <> ''),
    document   json not null,
    run        text check (run <> ''),
    made_by    text not null check (made_by <> ''),
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
create index report_created on report (tenant_id, created_at desc, id);
comment on table report is 'A document that was made, in the words it was made in; files of all formats are made from it';
comment on column report.tenant_id is 'Owner of the row · surrogate';
comment on column report.id is 'Of the row · surrogate';
comment on column report.kind is 'What kind of report it is, for example client';
comment on column report.title is 'Title of the document';
comment on column report.language is 'Of its words: en or id';
comment on column report.document is 'The document as in docs/reports.md, schema upswell-document/1';
comment on column report.run is 'What it was made from, for example the id of an analysis; null where nothing was named';
comment on column report.made_by is 'Who asked for it, for example hand';
comment on column report.created_at is 'When it was made, UTC; its files bear this day · run time';

call close_to_other_tenants('branding');
call close_to_other_tenants('report');
