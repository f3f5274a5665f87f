-- Several subjects in one query, and questions that are answered from what was kept.

alter table sweep add column lead uuid;
alter table sweep add column together text[];
create index sweep_lead on sweep (tenant_id, lead) where lead is not null;
comment on column sweep.lead is 'Sweep whose requests ask for this one''s subject too, as in sweep.id; null when it asks itself · surrogate';
comment on column sweep.together is 'Targets of other sweeps that its requests ask for too; null when there are none';

alter table source_request add column cursor text;
alter table source_request add column next_cursor text;
-- By the hash of the subject, for twenty long names together are longer than an index takes.
create index source_request_page on source_request (tenant_id, source, md5(subject), answered_at desc) where outcome = 'page';
comment on column source_request.cursor is 'Where in the results it asked; null for the beginning, and for requests of earlier versions';
comment on column source_request.next_cursor is 'What its page said comes next, empty behind the last; null while there is no page, and for requests of earlier versions';

create table answer_reuse (
    tenant_id uuid not null default current_tenant() references tenant,
    source    text not null,
    day       date not null,
    pages     bigint not null check (pages >= 1),
    primary key (tenant_id, source, day)
);
comment on table answer_reuse is 'How many questions to a provider were answered from what was kept, by day';
comment on column answer_reuse.tenant_id is 'Owner of the row · surrogate';
comment on column answer_reuse.source is 'Provider that was not asked';
comment on column answer_reuse.day is 'Day of the questions, UTC · run time';
comment on column answer_reuse.pages is 'Questions that cost nothing';

call close_to_other_tenants('answer_reuse');
