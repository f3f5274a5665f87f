-- Language models: prompts in versions, what was worded by whom at what cost, what was discarded, what people said of it, what may be spent.

create table prompt_version (
    tenant_id   uuid not null default current_tenant() references tenant,
    purpose     text not null check (purpose ~ '^[a-z-]{1,40}$'),
    number      integer not null check (number > 0),
    template    text not null check (template <> ''),
    schema      jsonb not null,
    author      text not null check (author <> ''),
    note        text not null,
    state       text not null check (state in ('DRAFT', 'TRIAL', 'SERVING', 'RETIRED')),
    trial_share double precision not null default 0 check (trial_share >= 0 and trial_share <= 1),
    made_at     timestamptz not null,
    promoted_by text check (promoted_by <> ''),
    promoted_at timestamptz,
    primary key (tenant_id, purpose, number),
    check ((promoted_by is null) = (promoted_at is null))
);
create unique index prompt_version_serving on prompt_version (tenant_id, purpose) where state = 'SERVING';
comment on table prompt_version is 'Templates by which language models are asked; the built-in one of a purpose is number 1';
comment on column prompt_version.tenant_id is 'Owner of the row · surrogate';
comment on column prompt_version.purpose is 'What is worded by it, for example narrative';
comment on column prompt_version.number is 'Version within the purpose, from 1';
comment on column prompt_version.template is 'The words, with {language}, {sentences} and {length}';
comment on column prompt_version.schema is 'What an answer has to be, as JSON Schema';
comment on column prompt_version.author is 'Who wrote it; upswell for built-in ones';
comment on column prompt_version.note is 'What it changes';
comment on column prompt_version.state is 'DRAFT, TRIAL, SERVING (at most one of a purpose) or RETIRED';
comment on column prompt_version.trial_share is 'Part of the outputs that it words while it is tried, 0 to 1';
comment on column prompt_version.made_at is 'When it was written, UTC · run time';
comment on column prompt_version.promoted_by is 'Who let it serve; null when nobody did';
comment on column prompt_version.promoted_at is 'When it came to serve, UTC; null as promoted_by is · run time';
call close_to_other_tenants('prompt_version');

create table wording_output (
    tenant_id      uuid not null default current_tenant() references tenant,
    id             uuid not null,
    purpose        text not null check (purpose <> ''),
    language       text not null check (language in ('en', 'id')),
    prompt_number  integer,
    inputs_sha256  text not null check (inputs_sha256 ~ '^[0-9a-f]{64}$'),
    evidence       jsonb not null,
    text           text not null check (text <> ''),
    written_by     text not null check (written_by in ('MODEL', 'TEMPLATE')),
    provider       text,
    model          text,
    steps          jsonb not null,
    tokens_in      bigint check (tokens_in >= 0),
    tokens_out     bigint check (tokens_out >= 0),
    cost_micros    bigint not null default 0 check (cost_micros >= 0),
    millis         bigint not null check (millis >= 0),
    at             timestamptz not null,
    expires_at     timestamptz,
    subject_kind   text,
    subject_id     text,
    primary key (tenant_id, id),
    check ((written_by = 'MODEL') = (model is not null))
);
create index wording_output_inputs on wording_output (tenant_id, inputs_sha256, expires_at desc) where written_by = 'MODEL';
create index wording_output_at on wording_output (tenant_id, at desc);
comment on table wording_output is 'Texts that were put into words, by a language model or by a template, with what they rest on';
comment on column wording_output.tenant_id is 'Owner of the row · surrogate';
comment on column wording_output.id is 'Id of the output · surrogate';
comment on column wording_output.purpose is 'What it was worded for, for example narrative';
comment on column wording_output.language is 'Language of the text: en or id';
comment on column wording_output.prompt_number is 'Version of the prompt, as in prompt_version.number; null when a template wrote it';
comment on column wording_output.inputs_sha256 is 'SHA-256 of prompt version, model and evidence: what is asked again is answered from here';
comment on column wording_output.evidence is 'The facts that it may rest on';
comment on column wording_output.text is 'What is shown, with its citations';
comment on column wording_output.written_by is 'MODEL or TEMPLATE';
comment on column wording_output.provider is 'Who ran the model, for example anthropic; null when a template wrote it';
comment on column wording_output.model is 'The model; null when a template wrote it';
comment on column wording_output.steps is 'Every step that was tried, with how it ended, in order';
comment on column wording_output.tokens_in is 'Tokens of the questions, all tries together; null when nobody was asked';
comment on column wording_output.tokens_out is 'Tokens of the answers, all tries together; null when nobody was asked';
comment on column wording_output.cost_micros is 'What all tries cost, in millionths of the currency of the prices';
comment on column wording_output.millis is 'How long it took [ms] · run time';
comment on column wording_output.at is 'When it was written, UTC · run time';
comment on column wording_output.expires_at is 'Until when the same question is answered by it, UTC; null of a template · run time';
comment on column wording_output.subject_kind is 'Kind of what it is about, for example hashtag; null when it is about nothing single';
comment on column wording_output.subject_id is 'Id of what it is about; null as subject_kind is';
call close_to_other_tenants('wording_output');

create table wording_failure (
    tenant_id uuid not null default current_tenant() references tenant,
    output_id uuid not null,
    number    integer not null check (number > 0),
    rule      text not null check (rule <> ''),
    excerpt   text not null,
    at        timestamptz not null,
    primary key (tenant_id, output_id, number),
    foreign key (tenant_id, output_id) references wording_output (tenant_id, id) on delete cascade
);
create index wording_failure_rule on wording_failure (tenant_id, at desc, rule);
comment on table wording_failure is 'Sentences of language models that were discarded, and by which rule';
comment on column wording_failure.tenant_id is 'Owner of the row · surrogate';
comment on column wording_failure.output_id is 'The output in whose making it happened, as in wording_output.id · surrogate';
comment on column wording_failure.number is 'Place among the failures of the output, from 1';
comment on column wording_failure.rule is 'The rule, for example NUMBER or NAME';
comment on column wording_failure.excerpt is 'The part of the sentence that broke it';
comment on column wording_failure.at is 'When it was found, UTC · run time';
call close_to_other_tenants('wording_failure');

create table wording_verdict (
    tenant_id    uuid not null default current_tenant() references tenant,
    output_id    uuid not null,
    verdict      text not null check (verdict in ('ACCEPT', 'EDIT', 'REJECT')),
    text         text check (text <> ''),
    unchecked    boolean not null default false,
    by           text not null check (by <> ''),
    at           timestamptz not null,
    dwell_millis bigint check (dwell_millis >= 0),
    acted        boolean not null default false,
    primary key (tenant_id, output_id),
    foreign key (tenant_id, output_id) references wording_output (tenant_id, id) on delete cascade,
    check ((verdict = 'EDIT') = (text is not null))
);
comment on table wording_verdict is 'What people said of outputs, the last word of each; edits are kept as examples';
comment on column wording_verdict.tenant_id is 'Owner of the row · surrogate';
comment on column wording_verdict.output_id is 'The output, as in wording_output.id · surrogate';
comment on column wording_verdict.verdict is 'ACCEPT, EDIT or REJECT';
comment on column wording_verdict.text is 'The text as it was edited; null unless it was';
comment on column wording_verdict.unchecked is 'Whether a person let an edit stand that the checker objected to';
comment on column wording_verdict.by is 'Who said so';
comment on column wording_verdict.at is 'When it was said, UTC · run time';
comment on column wording_verdict.dwell_millis is 'How long it was in view before [ms]; null when that was not measured';
comment on column wording_verdict.acted is 'Whether something was done because of it';
call close_to_other_tenants('wording_verdict');

create table wording_spending (
    tenant_id       uuid not null default current_tenant() references tenant,
    day             date not null,
    ceiling_micros  bigint not null check (ceiling_micros >= 0),
    spent_micros    bigint not null default 0 check (spent_micros >= 0),
    reserved_micros bigint not null default 0 check (reserved_micros >= 0),
    primary key (tenant_id, day)
);
comment on table wording_spending is 'What language models cost by day, and what is held back for questions under way';
comment on column wording_spending.tenant_id is 'Owner of the row · surrogate';
comment on column wording_spending.day is 'The day, UTC';
comment on column wording_spending.ceiling_micros is 'What may be spent on it at most, in millionths of the currency of the prices, as set at the last question';
comment on column wording_spending.spent_micros is 'What was spent, in the same millionths';
comment on column wording_spending.reserved_micros is 'What questions under way may cost at most, in the same millionths';
call close_to_other_tenants('wording_spending');

create table wording_reservation (
    tenant_id uuid not null default current_tenant() references tenant,
    id        uuid not null,
    day       date not null,
    micros    bigint not null check (micros >= 0),
    at        timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, day) references wording_spending (tenant_id, day)
);
comment on table wording_reservation is 'Questions to language models under way, each with what it may cost at most; what a stopped process left is spent after ten minutes';
comment on column wording_reservation.tenant_id is 'Owner of the row · surrogate';
comment on column wording_reservation.id is 'Id of the reservation · surrogate';
comment on column wording_reservation.day is 'The day whose ceiling it counts against, UTC';
comment on column wording_reservation.micros is 'What it may cost at most, in millionths of the currency of the prices';
comment on column wording_reservation.at is 'When it was made, UTC · run time';
call close_to_other_tenants('wording_reservation');

create table blocked_phrase (
    tenant_id uuid not null default current_tenant() references tenant,
    phrase    text not null check (phrase <> ''),
    by        text not null check (by <> ''),
    at        timestamptz not null,
    primary key (tenant_id, phrase)
);
comment on table blocked_phrase is 'Phrases that a tenant does not want in worded texts, beside those that come with the product';
comment on column blocked_phrase.tenant_id is 'Owner of the row · surrogate';
comment on column blocked_phrase.phrase is 'The phrase, in lower case';
comment on column blocked_phrase.by is 'Who added it';
comment on column blocked_phrase.at is 'When it was added, UTC · run time';
call close_to_other_tenants('blocked_phrase');
