-- Patterns tried in the field: trials and their videos, advice that creators followed or not, and uses of report formats.

create table trial (
    tenant_id    uuid not null default current_tenant() references tenant,
    id           uuid not null default gen_random_uuid(),
    name         text not null check (name <> ''),
    feature      text not null check (feature <> ''),
    side         text not null check (side in ('above', 'at_most')),
    threshold    double precision not null,
    bucket       text not null check (bucket <> ''),
    lift         double precision not null check (lift > 1),
    within       double precision not null check (within > 0),
    between_them double precision not null check (between_them > 0),
    earlier      integer not null check (earlier >= 0),
    begun_by     text not null check (begun_by <> ''),
    begun_at     timestamptz not null,
    ended_at     timestamptz,
    verdict      text check (verdict in ('validated', 'rejected', 'not_enough_evidence')),
    found        jsonb,
    primary key (tenant_id, id),
    check ((ended_at is null) = (verdict is null)),
    check (found is null or ended_at is not null)
);
create index trial_begun on trial (tenant_id, begun_at desc);
comment on table trial is 'Patterns that are tried: what test videos are asked for, and what was expected before the first of them';
comment on column trial.tenant_id is 'Owner of the row · surrogate';
comment on column trial.id is 'Of the row · surrogate';
comment on column trial.name is 'What people call it';
comment on column trial.feature is 'Creative choice that is tried, as in docs/creative-features.md';
comment on column trial.side is 'Which side of the threshold is asked for: above or at_most';
comment on column trial.threshold is 'In the unit of the feature; 0.5 for flags and categories';
comment on column trial.bucket is 'Length of the videos: up_to_15, up_to_30, up_to_60, up_to_90 or up_to_120 seconds';
comment on column trial.lift is 'Lift that it is planned to find, 1.3 to 3';
comment on column trial.within is 'Deviation of log engagement between videos of one creator, as expected';
comment on column trial.between_them is 'Deviation of log engagement between videos of different creators, as expected';
comment on column trial.earlier is 'How many ended trials the expectation rests on; 0 for the usual one';
comment on column trial.begun_by is 'Who began it, for example hand';
comment on column trial.begun_at is 'When it began, UTC · run time';
comment on column trial.ended_at is 'When a person ended it, UTC; null while videos may come · run time';
comment on column trial.verdict is 'Verdict at its end; null before';
comment on column trial.found is 'For later trials: effect (logarithm of the lift), its error, and noise within and between creators; null before its end, and where nothing could be compared';
call close_to_other_tenants('trial');

create table trial_video (
    tenant_id  uuid not null default current_tenant() references tenant,
    trial_id   uuid not null,
    video_id   text not null check (video_id <> ''),
    arm        text not null check (arm in ('test', 'control')),
    creator    text check (creator <> ''),
    posted_at  timestamptz not null,
    rate       double precision check (rate > 0 and rate <= 1),
    made       text check (made in ('done', 'not_done')),
    told_by    text not null check (told_by <> ''),
    told_at    timestamptz not null,
    primary key (tenant_id, trial_id, video_id),
    foreign key (tenant_id, trial_id) references trial on delete cascade
);
comment on table trial_video is 'Videos of trials: what their makers were asked for';
comment on column trial_video.tenant_id is 'Owner of the row · surrogate';
comment on column trial_video.trial_id is 'Trial it belongs to, as in trial.id · surrogate';
comment on column trial_video.video_id is 'Id of the video';
comment on column trial_video.arm is 'test: asked to do what is tried; control: not';
comment on column trial_video.creator is 'Handle in lower case without @; null when nobody knows it';
comment on column trial_video.posted_at is 'When it was posted, UTC';
comment on column trial_video.rate is 'Engagement rate at seven days as somebody told it, 0 to 1; null: stored readings tell it';
comment on column trial_video.made is 'Whether it does what is tried, as somebody told it: done or not_done; null: its analysis tells it';
comment on column trial_video.told_by is 'Who added it, for example hand';
comment on column trial_video.told_at is 'When it was added or changed last, UTC · run time';
call close_to_other_tenants('trial_video');

create table advised_video (
    tenant_id   uuid not null default current_tenant() references tenant,
    video_id    text not null check (video_id <> ''),
    creator     text not null check (creator <> ''),
    posted_at   timestamptz not null,
    given       integer not null check (given >= 1),
    implemented integer not null check (implemented between 0 and given),
    rate        double precision check (rate > 0 and rate <= 1),
    told_by     text not null check (told_by <> ''),
    told_at     timestamptz not null,
    primary key (tenant_id, video_id)
);
comment on table advised_video is 'New videos of creators who were given advice: how much of it they follow';
comment on column advised_video.tenant_id is 'Owner of the row · surrogate';
comment on column advised_video.video_id is 'Id of the video';
comment on column advised_video.creator is 'Handle in lower case without @';
comment on column advised_video.posted_at is 'When it was posted, UTC';
comment on column advised_video.given is 'Pieces of advice that it could have followed';
comment on column advised_video.implemented is 'How many of them it follows';
comment on column advised_video.rate is 'Engagement rate at seven days as somebody told it, 0 to 1; null: stored readings tell it';
comment on column advised_video.told_by is 'Who told it, for example hand';
comment on column advised_video.told_at is 'When it was told or changed last, UTC · run time';
call close_to_other_tenants('advised_video');

create table report_format_use (
    tenant_id     uuid not null default current_tenant() references tenant,
    id            uuid not null default gen_random_uuid(),
    format        text not null check (format <> ''),
    creator       text not null check (creator <> ''),
    adopted       boolean not null,
    comprehension double precision check (comprehension between 0 and 1),
    accuracy      double precision check (accuracy between 0 and 1),
    hours         double precision check (hours >= 0),
    lift          double precision check (lift > 0),
    repeated      boolean,
    told_by       text not null check (told_by <> ''),
    told_at       timestamptz not null,
    primary key (tenant_id, id),
    check (adopted or (accuracy is null and hours is null and lift is null and repeated is null))
);
comment on table report_format_use is 'Reports that creators were given, by format, and what came of them';
comment on column report_format_use.tenant_id is 'Owner of the row · surrogate';
comment on column report_format_use.id is 'Of the row · surrogate';
comment on column report_format_use.format is 'Name of the format, for example recipe';
comment on column report_format_use.creator is 'Handle in lower case without @';
comment on column report_format_use.adopted is 'Whether the creator tried it';
comment on column report_format_use.comprehension is 'Share of questions about it answered rightly, 0 to 1; null when nobody asked';
comment on column report_format_use.accuracy is 'Share of its instructions that the video follows, 0 to 1; null when unknown';
comment on column report_format_use.hours is 'Hours from opening the report to the finished video; null when unknown';
comment on column report_format_use.lift is 'Engagement of the video over the usual of its creator; null when unknown';
comment on column report_format_use.repeated is 'Whether the creator used it again; null when it is too early to know';
comment on column report_format_use.told_by is 'Who told it, for example hand';
comment on column report_format_use.told_at is 'When it was told, UTC · run time';
call close_to_other_tenants('report_format_use');
