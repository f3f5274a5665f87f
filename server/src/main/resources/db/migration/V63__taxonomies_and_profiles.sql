-- Categories of content in versions, who may be profiled and why, what profiles say, and reactions to what was recommended.

create table taxonomy_version (
    tenant_id        uuid not null default current_tenant() references tenant,
    id               uuid not null default gen_random_uuid(),
    number           integer not null check (number >= 1),
    made_at          timestamptz not null,
    source           text not null check (source <> ''),
    texts            integer not null check (texts >= 0),
    asked_categories integer not null check (asked_categories between 1 and 500),
    space            text not null check (space <> ''),
    written_by       text not null check (written_by in ('TEMPLATE', 'MODEL', 'PERSON')),
    notes            jsonb not null default '[]',
    primary key (tenant_id, id),
    unique (tenant_id, number)
);
comment on table taxonomy_version is 'Taxonomies: the categories that content is told apart by, in versions';
comment on column taxonomy_version.tenant_id is 'Owner of the row · surrogate';
comment on column taxonomy_version.id is 'Of the row · surrogate';
comment on column taxonomy_version.number is 'Of the version, from 1';
comment on column taxonomy_version.made_at is 'When it was made, UTC · run time';
comment on column taxonomy_version.source is 'What it was made from: captions, or the name of a file';
comment on column taxonomy_version.texts is 'How many texts it was made from';
comment on column taxonomy_version.asked_categories is 'How many categories were asked for, at most';
comment on column taxonomy_version.space is 'Which vectors its categories have; others are not compared with them';
comment on column taxonomy_version.written_by is 'Who put the categories into words: TEMPLATE, MODEL or PERSON';
comment on column taxonomy_version.notes is 'What was left out and why, in sentences';
call close_to_other_tenants('taxonomy_version');

create table category (
    tenant_id   uuid not null default current_tenant() references tenant,
    taxonomy_id uuid not null,
    place       integer not null check (place >= 1),
    tag         text not null check (tag <> ''),
    description text not null,
    keywords    jsonb not null,
    vector      real[] not null,
    centre      real[] not null,
    forerunner  text,
    primary key (tenant_id, taxonomy_id, tag),
    foreign key (tenant_id, taxonomy_id) references taxonomy_version on delete cascade
);
comment on table category is 'Categories of taxonomies';
comment on column category.tenant_id is 'Owner of the row · surrogate';
comment on column category.taxonomy_id is 'Taxonomy it belongs to, as in taxonomy_version.id · surrogate';
comment on column category.place is 'Place by number of texts, from 1';
comment on column category.tag is 'Its name: lower-case letters and digits joined by _';
comment on column category.description is 'What its content is about, in one or two sentences';
comment on column category.keywords is 'Terms that set it apart, the most telling first';
comment on column category.vector is 'Where tag, description and keywords lie, as a direction';
comment on column category.centre is 'Midst of the texts it was made from, by which a later version knows it again';
comment on column category.forerunner is 'Tag of the category of the version before that it came out of; null where it is the same or new';
call close_to_other_tenants('category');

create table profile_subject (
    tenant_id      uuid not null default current_tenant() references tenant,
    id             uuid not null default gen_random_uuid(),
    handle         text not null check (handle <> ''),
    ground         text not null check (ground in ('OWN', 'CONSENT', 'PUBLIC_FIGURE')),
    ground_told_by text not null check (ground_told_by <> ''),
    ground_told_at timestamptz not null,
    with_export    boolean not null default false,
    primary key (tenant_id, id),
    unique (tenant_id, handle)
);
create unique index profile_subject_export on profile_subject (tenant_id) where with_export;
comment on table profile_subject is 'People who may be profiled, and on which ground';
comment on column profile_subject.tenant_id is 'Owner of the row · surrogate';
comment on column profile_subject.id is 'Of the row · surrogate';
comment on column profile_subject.handle is 'Handle in lower case without @';
comment on column profile_subject.ground is 'OWN: an account of one''s own; CONSENT: its owner agreed; PUBLIC_FIGURE: known in public';
comment on column profile_subject.ground_told_by is 'Who told the ground, for example hand';
comment on column profile_subject.ground_told_at is 'When it was told, UTC · run time';
comment on column profile_subject.with_export is 'Whether own activity of exports that name no account is theirs; of one subject at most';
call close_to_other_tenants('profile_subject');

create table profile (
    tenant_id   uuid not null default current_tenant() references tenant,
    subject_id  uuid not null,
    made_at     timestamptz not null,
    as_of       timestamptz not null,
    taxonomy_id uuid not null,
    posts       integer not null check (posts >= 0),
    reposts     integer not null check (reposts >= 0),
    likes       integer not null check (likes >= 0),
    hidden      integer not null check (hidden >= 0),
    followers   bigint check (followers >= 0),
    degraded    jsonb not null default '[]',
    long_taste  real[] not null,
    short_taste real[] not null,
    primary key (tenant_id, subject_id, made_at),
    foreign key (tenant_id, subject_id) references profile_subject on delete cascade,
    foreign key (tenant_id, taxonomy_id) references taxonomy_version
);
comment on table profile is 'Profiles of taste, one for each time it was made';
comment on column profile.tenant_id is 'Owner of the row · surrogate';
comment on column profile.subject_id is 'Whose it is, as in profile_subject.id · surrogate';
comment on column profile.made_at is 'When it was made, UTC · run time';
comment on column profile.as_of is 'Nothing later is in it, UTC';
comment on column profile.taxonomy_id is 'Taxonomy it speaks in, as in taxonomy_version.id · surrogate';
comment on column profile.posts is 'Own posts it rests on';
comment on column profile.reposts is 'Reposts it rests on';
comment on column profile.likes is 'Liked, saved, shared or watched videos it rests on';
comment on column profile.hidden is 'Hidden videos it rests on';
comment on column profile.followers is 'Followers of the subject; null when nobody told';
comment on column profile.degraded is 'What was missing or left out, in sentences';
comment on column profile.long_taste is 'Where items of all times lie, the older the less; all 0 for a stranger';
comment on column profile.short_taste is 'Where the last items lie; all 0 for a stranger';
call close_to_other_tenants('profile');

create table profile_tag (
    tenant_id  uuid not null default current_tenant() references tenant,
    subject_id uuid not null,
    made_at    timestamptz not null,
    tag        text not null check (tag <> ''),
    affinity   double precision not null check (affinity between 0 and 1),
    base       double precision not null check (base between 0 and 1),
    boost      double precision not null check (boost between 0 and 0.5),
    reason     text not null,
    evidence   jsonb not null default '[]',
    primary key (tenant_id, subject_id, made_at, tag),
    foreign key (tenant_id, subject_id, made_at) references profile on delete cascade
);
comment on table profile_tag is 'What a profile says: liked categories';
comment on column profile_tag.tenant_id is 'Owner of the row · surrogate';
comment on column profile_tag.subject_id is 'Whose profile, as in profile_subject.id · surrogate';
comment on column profile_tag.made_at is 'Which profile, as in profile.made_at · run time';
comment on column profile_tag.tag is 'Tag of the category';
comment on column profile_tag.affinity is 'How much it is liked, 0.3 to 1';
comment on column profile_tag.base is 'How near the items are to it in meaning and words, 0 to 1';
comment on column profile_tag.boost is 'How much engagement those items had for their views, 0 to 0.5';
comment on column profile_tag.reason is 'Why, in a sentence';
comment on column profile_tag.evidence is 'Ids of the videos it rests on, five at most';
call close_to_other_tenants('profile_tag');

create table profile_erasure (
    tenant_id uuid not null default current_tenant() references tenant,
    id        uuid not null default gen_random_uuid(),
    at        timestamptz not null,
    by        text not null check (by <> ''),
    rows      bigint not null check (rows >= 0),
    primary key (tenant_id, id)
);
comment on table profile_erasure is 'Erasures of profiles: when, never whose';
comment on column profile_erasure.tenant_id is 'Owner of the row · surrogate';
comment on column profile_erasure.id is 'Of the row · surrogate';
comment on column profile_erasure.at is 'When, UTC · run time';
comment on column profile_erasure.by is 'Who asked for it, for example hand';
comment on column profile_erasure.rows is 'How many rows went with it, in tables and lake';
call close_to_other_tenants('profile_erasure');

create table reaction (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null default gen_random_uuid(),
    subject_id uuid not null,
    video_id   text not null check (video_id <> ''),
    request_id uuid,
    kind       text not null check (kind in ('SHOWN', 'CLICKED', 'WATCHED', 'LIKED', 'SHARED', 'SAVED', 'HIDDEN')),
    strength   double precision check (strength between 0 and 1),
    at         timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, subject_id) references profile_subject on delete cascade
);
create index reaction_time on reaction (tenant_id, subject_id, at desc);
comment on table reaction is 'What people did with videos that were recommended to them';
comment on column reaction.tenant_id is 'Owner of the row · surrogate';
comment on column reaction.id is 'Of the row · surrogate';
comment on column reaction.subject_id is 'Who, as in profile_subject.id · surrogate';
comment on column reaction.video_id is 'Id of the video';
comment on column reaction.request_id is 'Recommendation that showed it; null when none did · surrogate';
comment on column reaction.kind is 'SHOWN, CLICKED, WATCHED, LIKED, SHARED, SAVED or HIDDEN';
comment on column reaction.strength is 'How much of it was watched, 0 to 1; null for other kinds, and where nobody told';
comment on column reaction.at is 'When, UTC';
call close_to_other_tenants('reaction');
