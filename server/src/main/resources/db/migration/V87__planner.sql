-- When accounts are to post: how much each can take, and the hours proposed, accepted, moved or declined.

create table posting_account (
    tenant_id uuid not null default current_tenant() references tenant,
    handle    text not null check (handle <> ''),
    per_week  integer not null check (per_week between 1 and 28),
    per_day   integer not null check (per_day between 1 and 4),
    told_by   text not null check (told_by <> ''),
    told_at   timestamptz not null,
    primary key (tenant_id, handle),
    check (per_week <= 7 * per_day)
);
comment on table posting_account is 'Accounts that the planner plans for';
comment on column posting_account.tenant_id is 'Owner of the row · surrogate';
comment on column posting_account.handle is 'Handle in lower case without @';
comment on column posting_account.per_week is 'Posts of a week that are wanted, 1 to 28';
comment on column posting_account.per_day is 'Most posts of a day, 1 to 4';
comment on column posting_account.told_by is 'Who told it last, for example hand';
comment on column posting_account.told_at is 'When it was told last, UTC · run time';
call close_to_other_tenants('posting_account');

create table planned_slot (
    tenant_id    uuid not null default current_tenant() references tenant,
    id           uuid not null default gen_random_uuid(),
    account      text not null,
    at           timestamptz not null,
    zone         text not null check (zone <> ''),
    state        text not null check (state in ('proposed', 'accepted', 'moved', 'declined', 'published')),
    basis        text not null check (basis in ('evidence', 'exploration', 'hand')),
    videos       integer not null check (videos >= 0),
    expected     double precision check (expected between 0 and 100),
    low          double precision check (low between 0 and 100),
    high         double precision check (high between 0 and 100),
    content_kind text check (content_kind in ('idea', 'pattern', 'brief', 'recommendation')),
    content      text check (content <> ''),
    content_link text check (content_link like '/%'),
    content_by   text check (content_by <> ''),
    video_id     text check (video_id <> ''),
    proposed_by  text not null check (proposed_by <> ''),
    proposed_at  timestamptz not null,
    decided_by   text check (decided_by <> ''),
    decided_at   timestamptz,
    moved_from   timestamptz,
    changes      integer not null default 0 check (changes >= 0),
    primary key (tenant_id, id),
    foreign key (tenant_id, account) references posting_account on delete cascade,
    check ((content_kind is null) = (content is null) and (content is null) = (content_by is null)),
    check (content_link is null or content is not null),
    check ((state = 'published') = (video_id is not null)),
    check ((decided_by is null) = (decided_at is null))
);
create unique index planned_slot_once on planned_slot (tenant_id, account, at) where state <> 'declined';
create index planned_slot_time on planned_slot (tenant_id, at);
comment on table planned_slot is 'Hours in which accounts are to post: proposed by the planner or set by a person, and what became of them';
comment on column planned_slot.tenant_id is 'Owner of the row · surrogate';
comment on column planned_slot.id is 'Of the row · surrogate';
comment on column planned_slot.account is 'Who is to post, as in posting_account.handle';
comment on column planned_slot.at is 'When, UTC';
comment on column planned_slot.zone is 'Time zone by whose clocks hours of the week were told apart, for example Asia/Jakarta';
comment on column planned_slot.state is 'proposed, accepted, moved (accepted at another time), declined or published';
comment on column planned_slot.basis is 'evidence: the hour brought the most of those left; exploration: the least is known of it; hand: a person chose it';
comment on column planned_slot.videos is 'Videos of the hour in the eight weeks before it was proposed or moved';
comment on column planned_slot.expected is 'FYP score that the hour was expected to bring then, 0 to 100; null where nothing was known';
comment on column planned_slot.low is 'Low end of its 90 % interval; null where there was none';
comment on column planned_slot.high is 'High end of its 90 % interval; null where there was none';
comment on column planned_slot.content_kind is 'What it is filled with: idea, pattern, brief or recommendation; null while nothing is';
comment on column planned_slot.content is 'That in words; null while nothing is';
comment on column planned_slot.content_link is 'Page of this site about it; null without one';
comment on column planned_slot.content_by is 'Who filled it; null while nobody did';
comment on column planned_slot.video_id is 'Video that was posted, as somebody told it; null unless published';
comment on column planned_slot.proposed_by is 'Who had it proposed, for example hand';
comment on column planned_slot.proposed_at is 'When it was proposed, UTC · run time';
comment on column planned_slot.decided_by is 'Who accepted, moved, declined it or told of its video last; null while nobody did';
comment on column planned_slot.decided_at is 'When, UTC; null while nobody did · run time';
comment on column planned_slot.moved_from is 'When it was proposed to be, UTC; null unless it was moved';
comment on column planned_slot.changes is 'How often it was changed since it was proposed; calendars ask for it';
call close_to_other_tenants('planned_slot');
