-- Collecting live: what is watched at providers, visits with their cursors, what was spent, answers that wait to be stored, and
-- requests that failed for good.

create table watch (
    tenant_id     uuid not null default current_tenant() references tenant,
    id            uuid not null default gen_random_uuid(),
    source        text not null,
    feed          text not null check (feed in ('hashtag', 'creator', 'sound', 'keyword', 'video')),
    target        text not null,
    every_minutes integer not null check (every_minutes between 15 and 10080),
    pages         integer not null check (pages between 1 and 500),
    added_at      timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, source, feed, target)
);
comment on table watch is 'What is asked of providers again and again';
comment on column watch.tenant_id is 'Owner of the row · surrogate';
comment on column watch.id is 'Id of the watch · surrogate';
comment on column watch.source is 'Provider that is asked, for example ensembledata';
comment on column watch.feed is 'What is asked for: posts of a hashtag, creator, sound or keyword, or one video';
comment on column watch.target is 'Name, handle, id or words';
comment on column watch.every_minutes is 'Length of a slot, in minutes: each has one sweep at most';
comment on column watch.pages is 'How many pages a sweep asks for at most';
comment on column watch.added_at is 'When it was put on the list, UTC · run time';

create table sweep (
    tenant_id uuid not null default current_tenant() references tenant,
    id        uuid not null default gen_random_uuid(),
    watch_id  uuid not null,
    slot      timestamptz not null,
    state     text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'BROKEN')),
    cursor    text,
    pages     integer not null default 0 check (pages >= 0),
    note      text,
    begun_at  timestamptz not null,
    ended_at  timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, watch_id, slot),
    foreign key (tenant_id, watch_id) references watch (tenant_id, id) on delete cascade,
    check ((state = 'OPEN') = (ended_at is null))
);
create unique index sweep_open on sweep (tenant_id, watch_id) where state = 'OPEN';
comment on table sweep is 'A visit of a watched subject in a slot of time, with the durable place at which it goes on';
comment on column sweep.tenant_id is 'Owner of the row · surrogate';
comment on column sweep.id is 'Id of the sweep · surrogate';
comment on column sweep.watch_id is 'What is visited, as in watch.id · surrogate';
comment on column sweep.slot is 'Beginning of the slot, UTC';
comment on column sweep.state is 'OPEN, DONE, or BROKEN by a request that failed for good';
comment on column sweep.cursor is 'What the provider said comes next; null for the first page';
comment on column sweep.pages is 'Pages that were kept';
comment on column sweep.note is 'Why it ended before its last page; null otherwise';
comment on column sweep.begun_at is 'When it was opened, UTC; every page asks as of then · run time';
comment on column sweep.ended_at is 'When it ended, UTC; null while it is open · run time';

create table source_key (
    tenant_id     uuid not null default current_tenant() references tenant,
    source        text not null,
    key_print     text not null,
    first_used_at timestamptz not null,
    last_page_at  timestamptz,
    paused_at     timestamptz,
    paused_until  timestamptz,
    pause_reason  text,
    primary key (tenant_id, source, key_print)
);
comment on table source_key is 'A key of a provider, known by its print alone: its row is locked while its budgets are looked at · physical';
comment on column source_key.tenant_id is 'Owner of the row · surrogate';
comment on column source_key.source is 'Provider, for example ensembledata';
comment on column source_key.key_print is 'First 12 hexadecimal digits of the SHA-256 of the key';
comment on column source_key.first_used_at is 'When it was first asked with, UTC · run time';
comment on column source_key.last_page_at is 'When a page last came, UTC; null before the first · run time';
comment on column source_key.paused_at is 'Since when nothing is asked with it, UTC; null while it is not paused · run time';
comment on column source_key.paused_until is 'Until when, UTC; null while it is not paused, or paused until another key is set · run time';
comment on column source_key.pause_reason is 'What the provider said; null while it is not paused';

create table source_request (
    tenant_id   uuid not null default current_tenant() references tenant,
    id          uuid not null default gen_random_uuid(),
    source      text not null,
    key_print   text not null,
    sweep_id    uuid not null,
    subject     text not null,
    page        integer not null check (page >= 1),
    worst_cost  integer not null check (worst_cost >= 0),
    charged     integer check (charged >= 0),
    outcome     text,
    status      integer,
    detail      text,
    asked_at    timestamptz not null,
    answered_at timestamptz,
    primary key (tenant_id, id)
);
create index source_request_asked on source_request (tenant_id, source, key_print, asked_at desc);
comment on table source_request is 'Every request to a provider with what it cost; what was reserved counts until the provider tells its charge · physical';
comment on column source_request.tenant_id is 'Owner of the row · surrogate';
comment on column source_request.id is 'Id of the request · surrogate';
comment on column source_request.source is 'Provider that was asked';
comment on column source_request.key_print is 'Key that was used, as in source_key';
comment on column source_request.sweep_id is 'Sweep that it was part of, as in sweep.id · surrogate';
comment on column source_request.subject is 'What was asked about, for example hashtag:glasshair';
comment on column source_request.page is 'Number of the page, from 1';
comment on column source_request.worst_cost is 'Units reserved for it';
comment on column source_request.charged is 'Units that the provider charged; null when it did not say or nothing came';
comment on column source_request.outcome is 'Class of the answer, for example page or retry-later; null while it is under way, or was cut off by a kill';
comment on column source_request.status is 'HTTP status; null when no answer came';
comment on column source_request.detail is 'What the provider said instead of a page; null for a page';
comment on column source_request.asked_at is 'When it was reserved, UTC · run time';
comment on column source_request.answered_at is 'When its answer came, UTC; null while there is none · run time';

create table answer_inbox (
    tenant_id   uuid not null default current_tenant() references tenant,
    id          uuid not null,
    seq         bigint generated always as identity,
    source      text not null,
    format      text not null,
    subject     text not null,
    page        integer not null check (page >= 1),
    body        text not null,
    answered_at timestamptz not null,
    primary key (tenant_id, id)
);
comment on table answer_inbox is 'Answers that came and are not stored yet, in the order of their coming';
comment on column answer_inbox.tenant_id is 'Owner of the row · surrogate';
comment on column answer_inbox.id is 'Request that it answers, as in source_request.id · surrogate';
comment on column answer_inbox.seq is 'Place in the order of coming · surrogate';
comment on column answer_inbox.source is 'Source under which its readings will be kept; of a sandbox sim-…';
comment on column answer_inbox.format is 'Format by which it is read, for example ensembledata-posts';
comment on column answer_inbox.subject is 'What was asked about';
comment on column answer_inbox.page is 'Number of the page, from 1';
comment on column answer_inbox.body is 'The answer as it came, without keys';
comment on column answer_inbox.answered_at is 'When it came, UTC';

create table dead_letter (
    tenant_id   uuid not null default current_tenant() references tenant,
    id          uuid not null default gen_random_uuid(),
    sweep_id    uuid,
    source      text not null,
    subject     text not null,
    page        integer not null check (page >= 1),
    reason      text not null,
    detail      text not null,
    format      text,
    body        text,
    tries       integer not null check (tries >= 1),
    answered_at timestamptz,
    died_at     timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, sweep_id) references sweep (tenant_id, id) on delete cascade
);
create index dead_letter_died on dead_letter (tenant_id, died_at desc);
comment on table dead_letter is 'Requests that failed for good, and answers that could not be stored, until they are replayed or dropped';
comment on column dead_letter.tenant_id is 'Owner of the row · surrogate';
comment on column dead_letter.id is 'Id of the letter · surrogate';
comment on column dead_letter.sweep_id is 'Sweep that a replay opens again at its cursor; null for an answer that could not be stored · surrogate';
comment on column dead_letter.source is 'Provider that was asked';
comment on column dead_letter.subject is 'What was asked about';
comment on column dead_letter.page is 'Number of the page, from 1';
comment on column dead_letter.reason is 'Class of the last answer, for example retry-later, or unstorable';
comment on column dead_letter.detail is 'What was wrong, in words';
comment on column dead_letter.format is 'Format of an answer that could not be stored; null otherwise';
comment on column dead_letter.body is 'What came last, without keys; null when nothing came';
comment on column dead_letter.tries is 'How often it was tried';
comment on column dead_letter.answered_at is 'When an answer that could not be stored came, UTC; null otherwise';
comment on column dead_letter.died_at is 'When it was given up, UTC · run time';

call close_to_other_tenants('watch');
call close_to_other_tenants('sweep');
call close_to_other_tenants('source_key');
call close_to_other_tenants('source_request');
call close_to_other_tenants('answer_inbox');
call close_to_other_tenants('dead_letter');
