-- What was measured of videos is kept beside their scores, which follow from it; scores that take later figures in; plans by rules.

alter table lake_file add column rows_since bigint;
comment on column lake_file.rows_since is 'Place at which the youngest of its rows was published first, for files of rows that were merged or filtered; null where that is seq · surrogate';

create table video_measure (
    tenant_id  uuid not null default current_tenant() references tenant,
    basis      text not null check (basis in ('known', 'settled')),
    video_id   text not null,
    mark       text not null check (mark in ('15m', '1h', '24h')),
    as_of      timestamptz not null,
    posted_at  timestamptz not null,
    measures   jsonb not null,
    told_at    timestamptz,
    created_at timestamptz not null default now(),
    primary key (tenant_id, basis, video_id, mark),
    check (basis = 'known' or mark = '24h'),
    check (basis = 'settled' or told_at is null)
);
create index video_measure_as_of on video_measure (tenant_id, basis, as_of, video_id, mark);
comment on table video_measure is 'What was measured of a video at a mark, from which its score follows';
comment on column video_measure.tenant_id is 'Owner of the row · surrogate';
comment on column video_measure.basis is 'known: what was read and told by the mark; settled: with everything its owner was told since';
comment on column video_measure.video_id is 'Id of the video';
comment on column video_measure.mark is 'Age of the video: 15m, 1h or 24h';
comment on column video_measure.as_of is 'Time of posting plus that age, UTC';
comment on column video_measure.posted_at is 'When the video was posted, UTC';
comment on column video_measure.measures is 'Each measure by its name, without the slot of posting';
comment on column video_measure.told_at is 'When its owner was told something last, after the mark, UTC; null when nothing was';
comment on column video_measure.created_at is 'When it was measured, or measured otherwise, UTC · run time';

insert into video_measure (tenant_id, basis, video_id, mark, as_of, posted_at, measures, created_at)
select tenant_id, 'known', video_id, mark, as_of, posted_at,
    (select coalesce(jsonb_object_agg(part.key, part.value -> 0), '{}') from jsonb_each(parts) part
        where part.key <> 'timing'), created_at
from video_score;

alter table video_score add column base double precision check (base between 0 and 100);
comment on column video_score.base is 'The score without what the slot of posting adds to it: slots are judged by it; null when nothing else could be compared';

create table settled_score (
    tenant_id  uuid not null default current_tenant() references tenant,
    video_id   text not null,
    mark       text not null check (mark = '24h'),
    as_of      timestamptz not null,
    posted_at  timestamptz not null,
    parts      jsonb not null,
    fyp        double precision check (fyp between 0 and 100),
    literal    double precision,
    coverage   double precision not null check (coverage between 0 and 1),
    status     text check (status in ('strong', 'average', 'weak')),
    base       double precision check (base between 0 and 100),
    created_at timestamptz not null default now(),
    primary key (tenant_id, video_id, mark),
    check ((fyp is null) = (status is null)),
    check ((fyp is null) = (literal is null))
);
create index settled_score_as_of on settled_score (tenant_id, as_of);
comment on table settled_score is 'How a video did at a day with everything its owner was told since, beside the tenant''s videos in the same sense; it changes as more is told';
comment on column settled_score.tenant_id is 'Owner of the row · surrogate';
comment on column settled_score.video_id is 'Id of the video';
comment on column settled_score.mark is 'Age of the video: 24h';
comment on column settled_score.as_of is 'Time of posting plus a day: counters read later were not used, UTC';
comment on column settled_score.posted_at is 'When the video was posted, UTC';
comment on column settled_score.parts is 'Each measure as value and place (0 to 100; missing among fewer than five videos)';
comment on column settled_score.fyp is 'FYP score, 0 to 100; null when nothing could be compared';
comment on column settled_score.literal is 'The score with 50 minus the places of retention losses; null as fyp is';
comment on column settled_score.coverage is 'Share of the score''s weight that is known, 0 to 1';
comment on column settled_score.status is 'strong from 70, average from 50, else weak; null as fyp is';
comment on column settled_score.base is 'The score without what the slot of posting adds to it; null when nothing else could be compared';
comment on column settled_score.created_at is 'When the score was made, or made anew, UTC · run time';

alter table video_score_progress add column known_from timestamptz;
alter table video_score_progress add column settled_from timestamptz;
comment on column video_score_progress.known_from is 'Scores as known at their marks are to be made anew from here on, UTC; null when none are · run time';
comment on column video_score_progress.settled_from is 'The same of settled scores, UTC · run time';
update video_score_progress set place = -1, known_from = '1970-01-01T00:00:00Z';

create table action_plan (
    tenant_id uuid not null default current_tenant() references tenant,
    video_id  text not null,
    rule      text not null check (rule <> ''),
    mark      text not null check (mark in ('15m', '1h', '24h')),
    as_of     timestamptz not null,
    due_at    timestamptz not null,
    assignee  text not null,
    actions   jsonb not null,
    task_id   uuid not null,
    opened_at timestamptz not null default now(),
    primary key (tenant_id, video_id, rule)
);
create index action_plan_as_of on action_plan (tenant_id, as_of desc, video_id);
comment on table action_plan is 'What a rule, or an alarm, asked for about a video, once for each of both; a task has how it stands';
comment on column action_plan.tenant_id is 'Owner of the row · surrogate';
comment on column action_plan.video_id is 'Id of the video';
comment on column action_plan.rule is 'The rule as it was written; alarm for an alarm';
comment on column action_plan.mark is 'Age at which it fired: 15m, 1h or 24h';
comment on column action_plan.as_of is 'When the video reached that age, UTC';
comment on column action_plan.due_at is 'Until when it is to be done, UTC';
comment on column action_plan.assignee is 'Who does it';
comment on column action_plan.actions is 'What is to be done, in order';
comment on column action_plan.task_id is 'Its task, as in improvement_task.id · surrogate';
comment on column action_plan.opened_at is 'When it was opened, UTC · run time';

call close_to_other_tenants('video_measure');
call close_to_other_tenants('settled_score');
call close_to_other_tenants('action_plan');
