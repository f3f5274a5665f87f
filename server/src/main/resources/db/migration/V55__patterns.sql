-- What analysers wrote about videos, and searches for patterns in them with a row for each video, so that a search that was cut off goes on with the next.

create table video_analysis (
    tenant_id      uuid not null default current_tenant() references tenant,
    video          text not null check (video <> ''),
    analyser       text not null check (analyser <> ''),
    content_sha256 text not null check (length(content_sha256) = 64),
    payload        jsonb not null,
    origin         text not null check (origin <> ''),
    stored_at      timestamptz not null default now(),
    primary key (tenant_id, video, analyser)
);
comment on table video_analysis is 'What analysers wrote about videos, the last of each analyser';
comment on column video_analysis.tenant_id is 'Owner of the row · surrogate';
comment on column video_analysis.video is 'Id of the video';
comment on column video_analysis.analyser is 'Who wrote it, for example creative_density';
comment on column video_analysis.content_sha256 is 'SHA-256 of the payload as it is kept, by which the same is known again';
comment on column video_analysis.payload is 'What was written, as JSON; texts in envelopes are opened';
comment on column video_analysis.origin is 'Name of the file, without its folder';
comment on column video_analysis.stored_at is 'When it was stored, UTC · run time';
call close_to_other_tenants('video_analysis');

create table analysis_import (
    tenant_id   uuid not null default current_tenant() references tenant,
    id          uuid not null default gen_random_uuid(),
    name        text not null check (name <> ''),
    report      jsonb not null,
    imported_at timestamptz not null,
    primary key (tenant_id, id)
);
create index analysis_import_time on analysis_import (tenant_id, imported_at desc);
comment on table analysis_import is 'Files and folders of analyses that came in, and what became of them';
comment on column analysis_import.tenant_id is 'Owner of the row · surrogate';
comment on column analysis_import.id is 'Of the row · surrogate';
comment on column analysis_import.name is 'Name of the file or folder, without where it lies';
comment on column analysis_import.report is 'files, stored, unchanged, replaced, videos, constants (feature and how often), withoutConfidence, refused (place and reason, the first 1,000) and refusedCount';
comment on column analysis_import.imported_at is 'When it came in, UTC · run time';
call close_to_other_tenants('analysis_import');

create table pattern_run (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null default gen_random_uuid(),
    client     text not null check (client <> ''),
    kind       text not null check (kind in ('hashtag', 'creators', 'all')),
    subject    text not null,
    settings   jsonb not null,
    state      text not null check (state in ('open', 'done', 'failed')),
    selection  jsonb not null,
    result     jsonb,
    failure    text,
    asked_by   text not null check (asked_by <> ''),
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    primary key (tenant_id, id),
    check ((state = 'open') = (ended_at is null)),
    check ((state = 'done') = (result is not null)),
    check ((state = 'failed') = (failure is not null))
);
create index pattern_run_begun on pattern_run (tenant_id, begun_at desc);
comment on table pattern_run is 'Searches for patterns: for whom, in which videos, and what was found';
comment on column pattern_run.tenant_id is 'Owner of the row · surrogate';
comment on column pattern_run.id is 'Of the row · surrogate';
comment on column pattern_run.client is 'For whom, in free words';
comment on column pattern_run.kind is 'hashtag, creators or all';
comment on column pattern_run.subject is 'Name of the hashtag, handles of the creators with blanks between, or empty';
comment on column pattern_run.settings is 'How videos were chosen and patterns searched for, seeds included';
comment on column pattern_run.state is 'open (at work, or cut off and to be resumed), done or failed';
comment on column pattern_run.selection is 'Which videos there were by length, and which were left out why';
comment on column pattern_run.result is 'Figures, models, patterns and what was not confirmed, by length; null until it is done';
comment on column pattern_run.failure is 'Why it ended without a result; null unless failed';
comment on column pattern_run.asked_by is 'Who asked for it, for example hand';
comment on column pattern_run.begun_at is 'When it began, UTC · run time';
comment on column pattern_run.ended_at is 'When it ended, UTC; null until then · run time';
call close_to_other_tenants('pattern_run');

create table pattern_run_video (
    tenant_id  uuid not null default current_tenant() references tenant,
    run_id     uuid not null,
    video      text not null check (video <> ''),
    creator    text,
    bucket     text not null,
    engagement double precision not null check (engagement > 0 and engagement <= 1),
    views      bigint not null check (views > 0),
    weight     double precision not null check (weight > 0 and weight <= 1),
    best       boolean not null,
    outlier    boolean not null,
    features   jsonb,
    analysers  integer,
    failure    text,
    read_at    timestamptz,
    primary key (tenant_id, run_id, video),
    foreign key (tenant_id, run_id) references pattern_run (tenant_id, id) on delete cascade,
    check ((read_at is null) = (features is null and failure is null)),
    check (features is null or failure is null),
    check ((features is null) = (analysers is null))
);
comment on table pattern_run_video is 'Videos that patterns are searched in; each is durable once it was read';
comment on column pattern_run_video.tenant_id is 'Owner of the row · surrogate';
comment on column pattern_run_video.run_id is 'The search: pattern_run.id · surrogate';
comment on column pattern_run_video.video is 'Id of the video';
comment on column pattern_run_video.creator is 'Handle of its creator; null when unknown';
comment on column pattern_run_video.bucket is 'How long it is, for example UP_TO_15';
comment on column pattern_run_video.engagement is 'Likes, comments and shares over views, 0 to 1';
comment on column pattern_run_video.views is 'Views, as they were read last';
comment on column pattern_run_video.weight is 'What it counts for: 1, or a half where reach may be its creator''s fame';
comment on column pattern_run_video.best is 'Whether it is among the best of its length; otherwise it was drawn from the rest';
comment on column pattern_run_video.outlier is 'Whether its engagement is far above that of the others of its length';
comment on column pattern_run_video.features is 'Values of the creative features in the order of the dictionary, or the reason why one is absent; null until it was read';
comment on column pattern_run_video.analysers is 'How many analysers told of it; 0 where metadata alone did; null until it was read';
comment on column pattern_run_video.failure is 'Why it could not be read; null otherwise';
comment on column pattern_run_video.read_at is 'When it was read or failed, UTC; null until then · run time';
call close_to_other_tenants('pattern_run_video');
