-- Questions in words, what they were read as, and whether the answer helped.

create table asked (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null,
    question   text not null,
    language   text not null check (language in ('en', 'id')),
    read_as    text not null,
    answered   boolean not null,
    why_not    text,
    written_by text not null check (written_by in ('TEMPLATE', 'MODEL')),
    output_id  uuid,
    asked_by   text not null,
    asked_at   timestamptz not null,
    helped     boolean,
    primary key (tenant_id, id),
    check (answered = (why_not is null))
);
comment on table asked is 'Questions that people asked in words, kept as long as logs';
comment on column asked.tenant_id is 'Owner of the row · surrogate';
comment on column asked.id is 'Id of the question · surrogate';
comment on column asked.question is 'As it was typed, at most 300 characters';
comment on column asked.language is 'en or id';
comment on column asked.read_as is 'The intent and the slots that were understood; of a question that was not understood what was';
comment on column asked.answered is 'Whether it was answered';
comment on column asked.why_not is 'One word for why it was not, such as unknown_words; null for an answer';
comment on column asked.written_by is 'Who put the answer into words: TEMPLATE or MODEL';
comment on column asked.output_id is 'The output of a language model; null where a template wrote';
comment on column asked.asked_by is 'Who asked';
comment on column asked.asked_at is 'When, UTC';
comment on column asked.helped is 'Whether the answer helped, as they said; null before they did';
create index asked_time on asked (tenant_id, asked_at desc);

do $$
begin
    alter table asked enable row level security;
    create policy tenant_isolation on asked to upswell_app using (tenant_id = (select current_tenant()))
        with check (tenant_id = (select current_tenant()));
    grant select, insert, update, delete on asked to upswell_app;
end $$;
