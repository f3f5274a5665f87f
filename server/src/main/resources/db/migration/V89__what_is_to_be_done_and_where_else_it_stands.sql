-- Trackers of others, what was carried there, and what people say of what is to be done.
-- Accounts and tokens of trackers are in vault_entry, encrypted.

create table tracker_connection (
    tenant_id uuid not null default current_tenant() references tenant,
    name      text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    kind      text not null check (kind in ('JIRA', 'TRELLO')),
    site      text not null,
    place     text not null,
    detail    text not null,
    shown     text not null,
    added_by  text not null,
    added_at  timestamptz not null,
    primary key (tenant_id, name)
);
comment on table tracker_connection is 'A tracker of others into which tasks can be carried; its account and token are in vault_entry';
comment on column tracker_connection.tenant_id is 'Owner of the row · surrogate';
comment on column tracker_connection.name is 'By which people call it';
comment on column tracker_connection.kind is 'JIRA or TRELLO';
comment on column tracker_connection.site is 'Where the tracker is asked';
comment on column tracker_connection.place is 'Key of the project in Jira, id of the list in Trello';
comment on column tracker_connection.detail is 'Type of the issues in Jira; in Trello the list of what is done, or empty';
comment on column tracker_connection.shown is 'What people are shown of where it leads';
comment on column tracker_connection.added_by is 'Who added it';
comment on column tracker_connection.added_at is 'When that was, UTC · run time';
call close_to_other_tenants('tracker_connection');

create table tracked_issue (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null default gen_random_uuid(),
    connection text not null,
    subject    uuid not null,
    title      text not null,
    paragraphs jsonb not null,
    due_on     date,
    state      text not null check (state in ('WAITING', 'LINKED', 'FAILED', 'OVER')),
    attempt    int not null default 0 check (attempt >= 0),
    ordered_at timestamptz not null,
    due_at     timestamptz check ((due_at is not null) = (state in ('WAITING', 'LINKED'))),
    reason     text,
    issue_key  text check ((issue_key is not null) or (state in ('WAITING', 'FAILED'))),
    link       text check ((link is null) = (issue_key is null)),
    status     text not null default '',
    standing   text not null default 'OPEN' check (standing in ('OPEN', 'STARTED', 'DONE', 'DROPPED', 'GONE')),
    checked_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, connection, subject),
    foreign key (tenant_id, connection) references tracker_connection on delete cascade
);
create index tracked_issue_due on tracked_issue (tenant_id, due_at) where due_at is not null;
create index tracked_issue_subject on tracked_issue (tenant_id, subject);
comment on table tracked_issue is 'A task that was ordered in a tracker, and how it stands there';
comment on column tracked_issue.tenant_id is 'Owner of the row · surrogate';
comment on column tracked_issue.id is 'Id · surrogate';
comment on column tracked_issue.connection is 'The connection by which it is carried';
comment on column tracked_issue.subject is 'What it stands for here; the tracker is searched for the label upswell-SUBJECT before anything is created';
comment on column tracked_issue.title is 'Its line, as it was ordered';
comment on column tracked_issue.paragraphs is 'Its text, as it was ordered';
comment on column tracked_issue.due_on is 'Until when it is to be done, by the calendar of UTC; absent where nobody said';
comment on column tracked_issue.state is 'WAITING to be created, LINKED, FAILED for good, or OVER: nothing more is expected of it';
comment on column tracked_issue.attempt is 'How often it was tried since the tracker last answered';
comment on column tracked_issue.ordered_at is 'When a person ordered it, UTC · run time';
comment on column tracked_issue.due_at is 'When the tracker is asked next, UTC; absent once it is asked no more · run time';
comment on column tracked_issue.reason is 'Why the last try came to nothing; absent where none did';
comment on column tracked_issue.issue_key is 'By which the tracker knows it; absent until it was created';
comment on column tracked_issue.link is 'Where people read it; absent until it was created';
comment on column tracked_issue.status is 'What the tracker calls how it stands; empty until it was asked';
comment on column tracked_issue.standing is 'The same in words that all trackers share: OPEN, STARTED, DONE, DROPPED, or GONE';
comment on column tracked_issue.checked_at is 'When the tracker last said so, UTC; absent until it did · run time';
call close_to_other_tenants('tracked_issue');

create table action_item (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null,
    assignee   text,
    due_on     date,
    impact     int check (impact between 1 and 5),
    effort     int check (effort between 1 and 5),
    primary key (tenant_id, id)
);
comment on table action_item is 'What people settled about something that is to be done, over what its source says';
comment on column action_item.tenant_id is 'Owner of the row · surrogate';
comment on column action_item.id is 'Id of the improvement_task or of the followed_playbook that it is';
comment on column action_item.assignee is 'Who does it; absent where it is as the source says';
comment on column action_item.due_on is 'Until when, by the calendar of UTC; absent where it is as the source says';
comment on column action_item.impact is 'How much it is worth, 1 to 5; absent where it is as the source says';
comment on column action_item.effort is 'How much work it is, 1 to 5; absent where it is as usual for its kind';
call close_to_other_tenants('action_item');

create table action_entry (
    tenant_id uuid not null default current_tenant() references tenant,
    id        uuid not null default gen_random_uuid(),
    action_id uuid not null,
    at        timestamptz not null,
    actor     text not null,
    kind      text not null check (kind in ('COMMENT', 'ASSIGNED', 'DUE', 'RATED', 'TAKEN', 'DONE', 'DROPPED', 'SENT')),
    said      text not null,
    number    bigint not null generated always as identity,
    primary key (tenant_id, id)
);
create index action_entry_action on action_entry (tenant_id, action_id, at);
comment on table action_entry is 'What people said and did about something that is to be done';
comment on column action_entry.tenant_id is 'Owner of the row · surrogate';
comment on column action_entry.id is 'Id · surrogate';
comment on column action_entry.action_id is 'Id of the improvement_task or of the followed_playbook';
comment on column action_entry.at is 'When that was, UTC · run time';
comment on column action_entry.actor is 'Who, as they are signed in; tracker NAME for what a tracker told';
comment on column action_entry.kind is 'COMMENT, ASSIGNED, DUE, RATED, TAKEN, DONE, DROPPED or SENT';
comment on column action_entry.said is 'The comment, or what it was set to';
comment on column action_entry.number is 'In which order rows came · surrogate';
call close_to_other_tenants('action_entry');
