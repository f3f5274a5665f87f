-- Searches whose patterns creators may have a brief of, and the documents that are made each day, week and month.

create table published_search (
    tenant_id    uuid not null default current_tenant() references tenant,
    run_id       uuid not null,
    published_by text not null check (published_by <> ''),
    published_at timestamptz not null,
    primary key (tenant_id, run_id),
    foreign key (tenant_id, run_id) references pattern_run on delete cascade
);
comment on table published_search is 'Searches for patterns of which creators may take a brief by themselves';
comment on column published_search.tenant_id is 'Owner of the row · surrogate';
comment on column published_search.run_id is 'The search, as in pattern_run.id · surrogate';
comment on column published_search.published_by is 'Who published it';
comment on column published_search.published_at is 'When it was published, UTC · run time';
call close_to_other_tenants('published_search');

create table regular_issue (
    tenant_id uuid not null default current_tenant() references tenant,
    period    text not null check (period in ('daily', 'weekly', 'monthly')),
    last_day  date not null,
    report_id uuid not null,
    told      integer not null check (told >= 0),
    made_at   timestamptz not null,
    primary key (tenant_id, period, last_day),
    foreign key (tenant_id, report_id) references report on delete cascade
);
comment on table regular_issue is 'Documents that were made for a day, a week or a month; of each there is one at most';
comment on column regular_issue.tenant_id is 'Owner of the row · surrogate';
comment on column regular_issue.period is 'daily, weekly or monthly';
comment on column regular_issue.last_day is 'The last day that it is about, UTC';
comment on column regular_issue.report_id is 'The document, as in report.id · surrogate';
comment on column regular_issue.told is 'How many channels were to be told of it when it was made';
comment on column regular_issue.made_at is 'When it was made, UTC · run time';
call close_to_other_tenants('regular_issue');
