-- Narratives of themes are kept as those of entities are.

alter table narrative drop constraint narrative_subject_kind_check;
alter table narrative add constraint narrative_subject_kind_check check (subject_kind in ('hashtag', 'sound', 'video', 'creator', 'theme'));
comment on column narrative.subject_kind is 'Kind of what it is about: hashtag, sound, video, creator or theme';
comment on column narrative.subject_id is 'Id of what it is about, within its kind; of themes theme.id';

-- Pairs of hashtags and themes that mean nearly the same and move differently.

create table divergence_run (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null,
    at         timestamptz not null,
    as_of      timestamptz not null,
    hashtags   integer not null,
    emerging   integer not null,
    themes     integer not null,
    near_limit double precision not null,
    pairs      integer not null,
    apart      integer not null,
    near       integer not null,
    near_apart integer not null,
    primary key (tenant_id, id)
);
create index divergence_run_as_of on divergence_run (tenant_id, as_of desc, at desc);
comment on table divergence_run is 'Searches for pairs of hashtags and themes that mean nearly the same and move differently';
comment on column divergence_run.tenant_id is 'Owner of the row · surrogate';
comment on column divergence_run.id is 'Id of the search · surrogate';
comment on column divergence_run.at is 'When it was done, UTC · run time';
comment on column divergence_run.as_of is 'The later of the newest caption and the end of the metrics that were looked at, UTC; later ones changed nothing';
comment on column divergence_run.hashtags is 'Hashtags with a place among captions and a known momentum';
comment on column divergence_run.emerging is 'How many of them emerge';
comment on column divergence_run.themes is 'Themes of which three hashtags have a known momentum';
comment on column divergence_run.near_limit is 'Cosine from which on a pair was near: 0.75, or that of half of the hashtags to their own theme where that is less';
comment on column divergence_run.pairs is 'Pairs that were compared: an emerging hashtag with each theme and each other hashtag, and themes with each other';
comment on column divergence_run.apart is 'How many of these differ in momentum by more than 0.4';
comment on column divergence_run.near is 'How many of them are near in meaning: their cosine reaches near_limit';
comment on column divergence_run.near_apart is 'How many are both; 100 of them are kept at most';
call close_to_other_tenants('divergence_run');

create table divergence (
    tenant_id      uuid not null default current_tenant() references tenant,
    run_id         uuid not null,
    place          integer not null,
    one_kind       text not null check (one_kind in ('HASHTAG', 'THEME')),
    one_id         text not null check (one_id <> ''),
    one_name       text not null check (one_name <> ''),
    one_momentum   double precision not null,
    other_kind     text not null check (other_kind in ('HASHTAG', 'THEME')),
    other_id       text not null check (other_id <> ''),
    other_name     text not null check (other_name <> ''),
    other_momentum double precision not null,
    likeness       double precision not null,
    primary key (tenant_id, run_id, place),
    foreign key (tenant_id, run_id) references divergence_run on delete cascade
);
comment on table divergence is 'Pairs that a search found, the farthest apart first';
comment on column divergence.tenant_id is 'Owner of the row · surrogate';
comment on column divergence.run_id is 'divergence_run.id · surrogate';
comment on column divergence.place is 'Order within the search, from 0';
comment on column divergence.one_kind is 'HASHTAG or THEME; the one is the one that moves more';
comment on column divergence.one_id is 'Name of the hashtag without #, or theme.id';
comment on column divergence.one_name is 'As it was called then';
comment on column divergence.one_momentum is 'Momentum of the hashtag, or the median of that of the theme''s hashtags, 0 to 1';
comment on column divergence.other_kind is 'HASHTAG or THEME';
comment on column divergence.other_id is 'The other one, likewise';
comment on column divergence.other_name is 'As it was called then';
comment on column divergence.other_momentum is 'Momentum likewise';
comment on column divergence.likeness is 'Cosine of their vectors, -1 to 1';
call close_to_other_tenants('divergence');

-- Questions that a language model put into words which the rules read.

alter table asked add column read_by text check (read_by <> '');
comment on column asked.read_by is 'The language model that put it into words which the rules read; null where the rules read it, or nothing did';
