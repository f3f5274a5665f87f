-- People who may not come in for now, and reports that were handed to people who see no others.

alter table person add column disabled_at timestamptz;
comment on column person.role is 'What the person is to the tenant: owner, executive, analyst, planner, creator, affiliate, client or admin';
comment on column person.disabled_at is 'Since when the person may not come in, UTC; null for those who may · run time';

create table report_reader (
    tenant_id uuid not null default current_tenant() references tenant,
    report_id uuid not null,
    person_id uuid not null,
    given_by  text not null check (given_by <> ''),
    given_at  timestamptz not null,
    primary key (tenant_id, report_id, person_id),
    foreign key (tenant_id, report_id) references report on delete cascade,
    foreign key (tenant_id, person_id) references person on delete cascade
);
create index report_reader_person on report_reader (tenant_id, person_id);
comment on table report_reader is 'To whom a report was handed: creators, affiliates and clients see these and no others';
comment on column report_reader.tenant_id is 'Owner of the row · surrogate';
comment on column report_reader.report_id is 'The report, as in report.id · surrogate';
comment on column report_reader.person_id is 'Who may read it, as in person.id · surrogate';
comment on column report_reader.given_by is 'Who handed it over';
comment on column report_reader.given_at is 'When it was handed over, UTC · run time';

call close_to_other_tenants('report_reader');
