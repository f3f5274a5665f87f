-- Queries that were put to a provider for a list of recommendations, and what a list took from it.

-- No visit of a watch puts them.
alter table source_request alter column sweep_id drop not null;
comment on column source_request.sweep_id is 'Sweep that it was part of, as in sweep.id; null for a query that somebody waited for · surrogate';

create table live_query (
    tenant_id   uuid not null default current_tenant() references tenant,
    source      text not null,
    query       text not null check (query <> ''),
    request_id  uuid not null,
    asked_at    timestamptz not null,
    outcome     text check (outcome in ('ANSWERED', 'FAILED')),
    answered_at timestamptz,
    told_by     text,
    videos      text[] not null default '{}',
    primary key (tenant_id, source, query),
    check ((outcome is null) = (answered_at is null)),
    check ((outcome is not distinct from 'ANSWERED') = (told_by is not null))
);
create index live_query_request on live_query (tenant_id, request_id);
comment on table live_query is 'When words were last put to a provider for somebody who waited, and which videos it told; whose interests they were is not kept';
comment on column live_query.tenant_id is 'Owner of the row · surrogate';
comment on column live_query.source is 'Provider that was asked, for example ensembledata';
comment on column live_query.query is 'The words';
comment on column live_query.request_id is 'Request that put them, as in source_request.id · surrogate';
comment on column live_query.asked_at is 'When they were put, UTC · run time';
comment on column live_query.outcome is 'ANSWERED or FAILED; null while the answer is out, or was cut off by a kill';
comment on column live_query.answered_at is 'When the answer or the failure came, UTC; null while there is none · run time';
comment on column live_query.told_by is 'Source under which the answer''s readings are kept, of a sandbox sim-…; null where nothing was told';
comment on column live_query.videos is 'Ids of the videos that the answer describes, in its order; empty where it has none';
call close_to_other_tenants('live_query');

alter table recommendation_request add column live jsonb;
comment on column recommendation_request.live is 'What a live source was asked for this list, and what it told; null where nobody wanted it asked';

alter table recommendation_item drop constraint recommendation_item_way_check;
alter table recommendation_item add constraint recommendation_item_way_check
    check (way in ('QUERY', 'LIVE', 'VECTORS', 'CROWD', 'POPULARITY'));
comment on column recommendation_item.way is 'How it was found: QUERY by words, LIVE by words put to a live source, VECTORS by likeness, CROWD by what people who turned to the same turned to, POPULARITY by views; null in lists from before that was kept';
