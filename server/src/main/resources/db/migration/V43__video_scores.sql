-- Scores of videos at their marks, rules of what to do next, and tasks about content.

create table video_score (
    tenant_id  uuid not null default current_tenant() references tenant,
    video_id   text not null,
    mark       text not null check (mark in ('15m', '1h', '24h')),
    as_of      timestamptz not null,
    posted_at  timestamptz not null,
    parts      jsonb not null,
    fyp        double precision check (fyp between 0 and 100),
    literal    double precision,
    coverage   double precision not null check (coverage between 0 and 1),
    status     text check (status in ('strong', 'average', 'weak')),
    event      boolean not null,
    alarm      boolean not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, video_id, mark),
    check ((fyp is null) = (status is null)),
    check ((fyp is null) = (literal is null))
);
create index video_score_as_of on video_score (tenant_id, as_of);
create index video_score_posted on video_score (tenant_id, posted_at desc, video_id);
comment on table video_score is 'How a video did at a mark beside the tenant''s videos that passed it before';
comment on column video_score.tenant_id is 'Owner of the row · surrogate';
comment on column video_score.video_id is 'Id of the video';
comment on column video_score.mark is 'Age of the video: 15m, 1h or 24h';
comment on column video_score.as_of is 'Time of posting plus that age: nothing observed later was used, UTC';
comment on column video_score.posted_at is 'When the video was posted, UTC';
comment on column video_score.parts is 'Each measure as value and place (0 to 100; missing among fewer than five videos)';
comment on column video_score.fyp is 'FYP score, 0 to 100; null when nothing could be compared';
comment on column video_score.literal is 'The score with 50 minus the places of retention losses, as its source writes it; null as fyp is';
comment on column video_score.coverage is 'Share of the score''s weight that is known, 0 to 1';
comment on column video_score.status is 'strong from 70, average from 50, else weak; null as fyp is';
comment on column video_score.event is 'Whether it moves as few of the tenant''s videos do';
comment on column video_score.alarm is 'Whether views per minute or completion were alarmingly low at 15 minutes';
comment on column video_score.created_at is 'When the score was made, or made anew, UTC · run time';

create table video_score_progress (
    tenant_id  uuid not null default current_tenant() references tenant,
    place      bigint not null,
    handled_to timestamptz not null,
    next_mark  timestamptz,
    primary key (tenant_id)
);
comment on table video_score_progress is 'How far videos were scored · physical';
comment on column video_score_progress.tenant_id is 'Owner of the row · surrogate';
comment on column video_score_progress.place is 'Place of the last lake file that was looked at · surrogate';
comment on column video_score_progress.handled_to is 'Marks up to here were scored, UTC · run time';
comment on column video_score_progress.next_mark is 'When the next video that is known reaches a mark, UTC; null when none will · run time';

create table next_step_rules (
    tenant_id  uuid not null default current_tenant() references tenant,
    version    integer not null check (version > 0),
    rules      text not null,
    made_by    text not null check (made_by <> ''),
    made_at    timestamptz not null,
    primary key (tenant_id, version)
);
comment on table next_step_rules is 'Versions of the rules that say what is to be done about a video; the highest is in force';
comment on column next_step_rules.tenant_id is 'Owner of the row · surrogate';
comment on column next_step_rules.version is 'Number of the version, from 1';
comment on column next_step_rules.rules is 'The rules, one a line';
comment on column next_step_rules.made_by is 'Who wrote them, as they call themselves';
comment on column next_step_rules.made_at is 'When, UTC · run time';

call close_to_other_tenants('video_score');
call close_to_other_tenants('video_score_progress');
call close_to_other_tenants('next_step_rules');

alter table improvement_task drop constraint improvement_task_category_check;
alter table improvement_task add constraint improvement_task_category_check
    check (category in ('RETRAINING', 'FEATURE', 'DATA', 'LABEL', 'MODEL', 'CONTENT'));
comment on column improvement_task.category is 'RETRAINING, FEATURE, DATA, LABEL, MODEL or CONTENT';
comment on column improvement_task.owner_agent is 'Which agent sees to it, or of content which person';
