-- Themes: groups of captions that are carried on from run to run, their labels, and who approved them.

create table theme (
    tenant_id       uuid not null default current_tenant() references tenant,
    id              bigint not null check (id > 0),
    label           text check (label <> ''),
    label_state     text not null check (label_state in ('VOCABULARY', 'PROPOSED', 'APPROVED', 'NONE')),
    written_by      text not null check (written_by in ('MODEL', 'TEMPLATE', 'PERSON')),
    terms           text[] not null,
    naming_due      integer not null default 0,
    centre          bytea not null,
    bar             double precision not null,
    captions        integer not null,
    creators        integer not null,
    last_week       integer not null,
    week_before     integer not null,
    languages       text[] not null,
    begun_at        timestamptz not null,
    last_caption_at timestamptz not null,
    split_due       integer not null default 0,
    merge_with      bigint,
    merge_due       integer not null default 0,
    ended_at        timestamptz,
    successor       bigint,
    primary key (tenant_id, id),
    check ((label is null) = (label_state = 'NONE'))
);
comment on table theme is 'Groups of captions under ids that are never used again';
comment on column theme.tenant_id is 'Owner of the row · surrogate';
comment on column theme.id is 'By which people and other tables name it';
comment on column theme.label is 'Two or three words, or its most distinctive terms; null where none was found or a person rejected it';
comment on column theme.label_state is 'VOCABULARY: of the words that ship; PROPOSED: waits for a person; APPROVED: a person said so; NONE: there is none';
comment on column theme.written_by is 'Who found the label: TEMPLATE by rule, MODEL by a language model, PERSON';
comment on column theme.terms is 'What set it apart when it was named, the most distinctive first';
comment on column theme.naming_due is 'Runs in a row for which more than half of its terms were others';
comment on column theme.centre is 'Where it lies among captions: 4 bytes a number, the most significant first · surrogate';
comment on column theme.bar is 'Likeness that a newcomer must have, -1 to 1';
comment on column theme.captions is 'Captions of the last 90 days that belong to it';
comment on column theme.creators is 'Creators of those';
comment on column theme.last_week is 'How many of them were posted in the last 7 days before the newest caption of all';
comment on column theme.week_before is 'How many in the 7 days before those';
comment on column theme.languages is 'Their languages as ISO 639-1, the most frequent first; at most 3';
comment on column theme.begun_at is 'When it was first found, UTC · run time';
comment on column theme.last_caption_at is 'When its newest caption was posted, UTC';
comment on column theme.split_due is 'Runs in a row for which its halves lay apart';
comment on column theme.merge_with is 'theme.id that it was nearly the same as; null where there is none';
comment on column theme.merge_due is 'For how many runs in a row';
comment on column theme.ended_at is 'When it ended, UTC; null while it lives · run time';
comment on column theme.successor is 'theme.id that it went into; null where it just ended';
call close_to_other_tenants('theme');

create table theme_member (
    tenant_id uuid not null default current_tenant() references tenant,
    kind      text not null check (kind in ('HASHTAG', 'VIDEO')),
    entity_id text not null check (entity_id <> ''),
    theme_id  bigint not null,
    likeness  double precision not null,
    since     timestamptz not null,
    primary key (tenant_id, kind, entity_id),
    foreign key (tenant_id, theme_id) references theme
);
create index theme_member_theme on theme_member (tenant_id, theme_id, kind, likeness desc);
comment on table theme_member is 'What belongs to which theme; videos of the last 90 days only';
comment on column theme_member.tenant_id is 'Owner of the row · surrogate';
comment on column theme_member.kind is 'HASHTAG or VIDEO';
comment on column theme_member.entity_id is 'Name of the hashtag without #, or id of the video';
comment on column theme_member.theme_id is 'theme.id';
comment on column theme_member.likeness is 'How alike it is to the theme''s centre, -1 to 1';
comment on column theme_member.since is 'When it came to this theme, UTC · run time';
call close_to_other_tenants('theme_member');

create table theme_run (
    tenant_id    uuid not null default current_tenant() references tenant,
    id           uuid not null,
    at           timestamptz not null,
    version_id   uuid not null,
    captions     integer not null,
    themes       integer not null,
    unthemed     integer not null,
    silhouette   double precision not null,
    rand_to_last double precision,
    primary key (tenant_id, id)
);
comment on table theme_run is 'Runs that found themes or carried them on';
comment on column theme_run.tenant_id is 'Owner of the row · surrogate';
comment on column theme_run.id is 'Id of the run · surrogate';
comment on column theme_run.at is 'When it was done, UTC · run time';
comment on column theme_run.version_id is 'text_version.id whose vectors it went by · surrogate';
comment on column theme_run.captions is 'Captions that it looked at';
comment on column theme_run.themes is 'Themes that lived after it';
comment on column theme_run.unthemed is 'Captions of no theme';
comment on column theme_run.silhouette is 'How well themes stand apart, -1 to 1';
comment on column theme_run.rand_to_last is 'Adjusted Rand index of shared captions with the run before; null for the first';
call close_to_other_tenants('theme_run');

create table theme_change (
    tenant_id  uuid not null default current_tenant() references tenant,
    run_id     uuid not null,
    place      integer not null,
    kind       text not null check (kind in ('BEGUN', 'SPLIT', 'MERGED', 'ENDED', 'RENAMED')),
    from_theme bigint not null,
    to_theme   bigint,
    from_label text,
    to_label   text,
    primary key (tenant_id, run_id, place),
    foreign key (tenant_id, run_id) references theme_run
);
comment on table theme_change is 'What became of themes in a run';
comment on column theme_change.tenant_id is 'Owner of the row · surrogate';
comment on column theme_change.run_id is 'theme_run.id · surrogate';
comment on column theme_change.place is 'Order within the run';
comment on column theme_change.kind is 'BEGUN, SPLIT, MERGED, ENDED or RENAMED';
comment on column theme_change.from_theme is 'theme.id that it is told of';
comment on column theme_change.to_theme is 'theme.id that split off, or that it went into; null otherwise';
comment on column theme_change.from_label is 'Label before a renaming; null otherwise';
comment on column theme_change.to_label is 'Label after it; null otherwise';
call close_to_other_tenants('theme_change');

create table label_word (
    tenant_id uuid not null default current_tenant() references tenant,
    label     text not null check (label <> ''),
    state     text not null check (state in ('APPROVED', 'REJECTED')),
    said_by   text not null check (said_by <> ''),
    said_at   timestamptz not null,
    primary key (tenant_id, label)
);
comment on table label_word is 'Labels that people of a tenant approved or rejected beside those that ship';
comment on column label_word.tenant_id is 'Owner of the row · surrogate';
comment on column label_word.label is 'As themes are called';
comment on column label_word.state is 'APPROVED: themes may be called so; REJECTED: no theme is';
comment on column label_word.said_by is 'Who said so, for example hand';
comment on column label_word.said_at is 'When, UTC · run time';
call close_to_other_tenants('label_word');
