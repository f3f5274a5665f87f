-- In which segments forecasts were worse than elsewhere.

create table error_analysis (
    tenant_id     uuid not null default current_tenant() references tenant,
    kind          text not null check (kind in ('hashtag', 'sound', 'video', 'creator')),
    horizon_hours integer not null check (horizon_hours > 0),
    as_of         timestamptz not null,
    body          jsonb not null,
    made_at       timestamptz not null,
    primary key (tenant_id, kind, horizon_hours, as_of)
);
comment on table error_analysis is 'Segments in which the forecasts of a fortnight were worse than in the others, one row a fortnight';
comment on column error_analysis.tenant_id is 'Owner of the row · surrogate';
comment on column error_analysis.kind is 'Kind of the entities';
comment on column error_analysis.horizon_hours is 'Length of the horizon, in hours';
comment on column error_analysis.as_of is 'End of the fortnight, UTC midnight';
comment on column error_analysis.body is 'What was looked at, what was found and in which words, and how segments of pending tasks stand';
comment on column error_analysis.made_at is 'When it was made or made anew, UTC · run time';
call close_to_other_tenants('error_analysis');

-- Prompts that are revised by what people and the check said of their texts.

alter table prompt_version add column trial_at timestamptz;
comment on column prompt_version.trial_at is 'Since when it words its present part of the outputs, UTC; null while it is not tried · run time';

create table prompt_refinement (
    tenant_id  uuid not null default current_tenant() references tenant,
    purpose    text not null,
    number     integer not null,
    base       integer not null,
    written_by text not null check (written_by in ('MODEL', 'TEMPLATE')),
    model      text,
    evidence   jsonb not null,
    seen_to    timestamptz not null,
    primary key (tenant_id, purpose, number),
    foreign key (tenant_id, purpose, number) references prompt_version (tenant_id, purpose, number),
    check ((written_by = 'MODEL') = (model is not null))
);
comment on table prompt_refinement is 'Versions of prompts that were proposed because of what people and the check said of texts';
comment on column prompt_refinement.tenant_id is 'Owner of the row · surrogate';
comment on column prompt_refinement.purpose is 'What is worded by it, for example narrative';
comment on column prompt_refinement.number is 'The proposed version, as in prompt_version.number';
comment on column prompt_refinement.base is 'The version that it was made from, as in prompt_version.number';
comment on column prompt_refinement.written_by is 'MODEL or TEMPLATE';
comment on column prompt_refinement.model is 'The model that revised it; null when a template did';
comment on column prompt_refinement.evidence is 'How many texts were made, accepted, edited, rejected, of how many a sentence was discarded, and by which rules';
comment on column prompt_refinement.seen_to is 'Up to when verdicts and failures were looked at, UTC · run time';
call close_to_other_tenants('prompt_refinement');
