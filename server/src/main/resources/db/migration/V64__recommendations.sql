-- How recommendations are made, what was recommended to whom with which chance, and in which order.

create table ranker_configuration (
    tenant_id    uuid not null default current_tenant() references tenant,
    name         text not null check (name ~ '^[a-z][a-z0-9-]{0,39}$'),
    virality     double precision not null check (virality >= 0),
    relevance    double precision not null check (relevance >= 0),
    engagement   double precision not null check (engagement >= 0),
    objectives   jsonb not null default '{}',
    ranker       text check (ranker <> ''),
    temperature  double precision not null check (temperature between 0 and 10),
    pool         integer not null check (pool >= 1),
    author_again double precision not null check (author_again > 0 and author_again <= 1),
    tags_again   double precision not null check (tags_again > 0 and tags_again <= 1),
    per_author   integer not null check (per_author >= 1),
    top_places   integer not null check (top_places >= 1),
    threshold    double precision not null check (threshold between 0 and 1),
    state        text not null check (state in ('ACTIVE', 'RETIRED')),
    made_at      timestamptz not null,
    primary key (tenant_id, name)
);
comment on table ranker_configuration is 'Ways of making recommendations; requests are dealt to all active ones alike';
comment on column ranker_configuration.tenant_id is 'Owner of the row · surrogate';
comment on column ranker_configuration.name is 'Its name';
comment on column ranker_configuration.virality is 'Weight of how far a video spreads';
comment on column ranker_configuration.relevance is 'Weight of how much a video is to the taste';
comment on column ranker_configuration.engagement is 'Weight of how much viewers do with a video';
comment on column ranker_configuration.objectives is 'Weights of further objectives by name';
comment on column ranker_configuration.ranker is 'Id of the ranker that orders the list; null when the formula does';
comment on column ranker_configuration.temperature is 'Of the draw at each place; 0 always takes the best';
comment on column ranker_configuration.pool is 'How many of the best are drawn from';
comment on column ranker_configuration.author_again is 'What a score is multiplied by when the author stands in the list already';
comment on column ranker_configuration.tags_again is 'The same for a set of categories';
comment on column ranker_configuration.per_author is 'How many of an author may stand among the first places';
comment on column ranker_configuration.top_places is 'How many first places those are';
comment on column ranker_configuration.threshold is 'Score by formula that a video must reach, 0 to 1';
comment on column ranker_configuration.state is 'ACTIVE: requests are dealt to it; RETIRED: no longer';
comment on column ranker_configuration.made_at is 'When it was made, UTC · run time';
call close_to_other_tenants('ranker_configuration');

create table recommendation_request (
    tenant_id     uuid not null default current_tenant() references tenant,
    id            uuid not null default gen_random_uuid(),
    subject_id    uuid not null,
    at            timestamptz not null,
    asked         integer not null check (asked between 1 and 100),
    configuration text not null check (configuration <> ''),
    seed          bigint not null,
    candidates    integer not null check (candidates >= 0),
    degraded      jsonb not null default '[]',
    log_slate     jsonb not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, subject_id) references profile_subject on delete cascade
);
create index recommendation_request_time on recommendation_request (tenant_id, subject_id, at desc);
comment on table recommendation_request is 'Requests for recommendations, and how each was answered';
comment on column recommendation_request.tenant_id is 'Owner of the row · surrogate';
comment on column recommendation_request.id is 'Of the row · surrogate';
comment on column recommendation_request.subject_id is 'Who it was for, as in profile_subject.id · surrogate';
comment on column recommendation_request.at is 'When, UTC · run time';
comment on column recommendation_request.asked is 'How many videos were asked for';
comment on column recommendation_request.configuration is 'Configuration that made the list';
comment on column recommendation_request.seed is 'Of the draw; equal candidates and seed give the same list';
comment on column recommendation_request.candidates is 'How many videos could have been shown';
comment on column recommendation_request.degraded is 'What was away or missing, by name';
comment on column recommendation_request.log_slate is 'Logarithm of the probability of the list under each active configuration that could draw it';
call close_to_other_tenants('recommendation_request');

create table recommendation_item (
    tenant_id   uuid not null default current_tenant() references tenant,
    request_id  uuid not null,
    place       integer not null check (place >= 1),
    video_id    text not null check (video_id <> ''),
    score       double precision not null check (score between 0 and 1),
    virality    double precision check (virality between 0 and 1),
    relevance   double precision check (relevance between 0 and 1),
    engagement  double precision check (engagement between 0 and 1),
    terms       jsonb not null,
    tags        jsonb not null,
    why         text not null,
    probability double precision not null check (probability > 0 and probability <= 1),
    primary key (tenant_id, request_id, place),
    foreign key (tenant_id, request_id) references recommendation_request on delete cascade
);
comment on table recommendation_item is 'Videos of recommendations in their order';
comment on column recommendation_item.tenant_id is 'Owner of the row · surrogate';
comment on column recommendation_item.request_id is 'Request it answers, as in recommendation_request.id · surrogate';
comment on column recommendation_item.place is 'Place in the list, from 1';
comment on column recommendation_item.video_id is 'Id of the video';
comment on column recommendation_item.score is 'Score by formula, 0 to 1';
comment on column recommendation_item.virality is 'How far it spreads, 0 to 1; null when nothing of it is known';
comment on column recommendation_item.relevance is 'How much it is to the taste, 0 to 1; null when nothing of it is known';
comment on column recommendation_item.engagement is 'How much viewers do with it, 0 to 1; null when a count is missing';
comment on column recommendation_item.terms is 'Terms of the score by name; null where unknown';
comment on column recommendation_item.tags is 'Liked categories it is of, the strongest first';
comment on column recommendation_item.why is 'Why it was recommended, in a sentence or two';
comment on column recommendation_item.probability is 'Chance of being drawn at this place, given the places before';
call close_to_other_tenants('recommendation_item');
