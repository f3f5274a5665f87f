-- Narratives: why something moves, what is doubtful about it and what would be otherwise, as worded texts with their evidence.

create table narrative (
    tenant_id     uuid not null default current_tenant() references tenant,
    id            uuid not null,
    kind          text not null check (kind in ('NARRATIVE', 'RISK', 'COUNTERFACTUAL')),
    subject_kind  text not null check (subject_kind in ('hashtag', 'sound', 'video', 'creator')),
    subject_id    text not null check (subject_id <> ''),
    name          text not null check (name <> ''),
    language      text not null check (language in ('en', 'id')),
    as_of         timestamptz not null,
    output_id     uuid not null,
    links         jsonb not null,
    flags         jsonb not null default '[]',
    made_at       timestamptz not null,
    superseded_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, output_id) references wording_output (tenant_id, id) on delete cascade
);
create unique index narrative_current on narrative (tenant_id, kind, subject_kind, subject_id, language) where superseded_at is null;
create index narrative_made_at on narrative (tenant_id, made_at desc);
create index narrative_output on narrative (tenant_id, output_id);
comment on table narrative is 'Worded texts about what moves: why, what is doubtful, what would be otherwise';
comment on column narrative.tenant_id is 'Owner of the row · surrogate';
comment on column narrative.id is 'Id of the narrative · surrogate';
comment on column narrative.kind is 'NARRATIVE (why it moves), RISK (what is doubtful) or COUNTERFACTUAL (what the model would expect otherwise)';
comment on column narrative.subject_kind is 'Kind of what it is about: hashtag, sound, video or creator';
comment on column narrative.subject_id is 'Id of what it is about, within its kind';
comment on column narrative.name is 'What people call it, as the text does';
comment on column narrative.language is 'Language of the text: en or id';
comment on column narrative.as_of is 'As of when it holds, UTC: nothing read later was used';
comment on column narrative.output_id is 'The worded text with its evidence, as in wording_output.id · surrogate';
comment on column narrative.links is 'For each id of a fact the page on which it can be looked up';
comment on column narrative.flags is 'What is doubtful, each with its number and limit; empty for all but risks';
comment on column narrative.made_at is 'When it was made, UTC · run time';
comment on column narrative.superseded_at is 'When a newer one took its place, UTC; null while it stands · run time';
call close_to_other_tenants('narrative');

alter table wording_output add column asked_number integer;
alter table wording_output drop constraint wording_output_text_check;
comment on column wording_output.asked_number is 'Version of the prompt by which language models were asked in its making, also where none of their sentences held; null where none was asked';
comment on column wording_output.text is 'What is shown, with its citations; empty where not even a sentence of the template held';
comment on column wording_output.inputs_sha256 is 'SHA-256 of purpose, version and words of the prompt, provider, model, language and evidence, by which what is asked again is answered; of a template that of the evidence';
comment on column wording_output.steps is 'What was tried and failed, in order, with how it ended; empty when the first that was asked wrote it';
comment on column wording_output.tokens_in is 'Tokens of the questions, all tries together; 0 when nobody was asked or told';
comment on column wording_output.tokens_out is 'Tokens of the answers, all tries together; 0 when nobody was asked or told';
comment on column wording_output.prompt_number is 'Version of the prompt that wrote it, as in prompt_version.number; null when a template wrote it';
comment on table wording_failure is 'Rules that sentences of language models broke, so that they were discarded: a row for each rule and sentence';
comment on table prompt_version is 'Templates by which language models are asked; the built-in one of a purpose is number 1 and has a row once another was written or let serve';
