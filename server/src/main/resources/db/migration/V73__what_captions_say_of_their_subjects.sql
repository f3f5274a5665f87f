-- How captions of themes lean.

alter table theme add column positive integer check (positive >= 0);
alter table theme add column balanced integer check (balanced >= 0);
alter table theme add column negative integer check (negative >= 0);
alter table theme add column leaning_creators integer check (leaning_creators >= 0);
alter table theme add check (num_nulls(positive, balanced, negative, leaning_creators) in (0, 4));
comment on column theme.positive is 'How many of its captions praise, by their words and emoji; null where no run has looked yet';
comment on column theme.balanced is 'How many praise and complain alike; null where no run has looked yet';
comment on column theme.negative is 'How many complain; null where no run has looked yet';
comment on column theme.leaning_creators is 'Creators of these three; captions in none of them lean in no way that can be told; null where no run has looked yet';

-- Names of brands, products and public figures that people approved or rejected beside those that ship.

create table entity_name (
    tenant_id uuid not null default current_tenant() references tenant,
    name      text not null check (name <> ''),
    kind      text not null check (kind in ('BRAND', 'PRODUCT', 'PERSON')),
    spellings text[] not null,
    state     text not null check (state in ('APPROVED', 'REJECTED')),
    said_by   text not null check (said_by <> ''),
    said_at   timestamptz not null,
    primary key (tenant_id, name)
);
comment on table entity_name is 'Names of brands, products and public figures that people of a tenant approved or rejected beside those that ship';
comment on column entity_name.tenant_id is 'Owner of the row · surrogate';
comment on column entity_name.name is 'As it is shown';
comment on column entity_name.kind is 'BRAND, PRODUCT or PERSON; a person is a public figure, private persons have no row';
comment on column entity_name.spellings is 'How else captions, hashtags and handles spell it';
comment on column entity_name.state is 'APPROVED: captions are searched for it; REJECTED: they are not, though it may ship';
comment on column entity_name.said_by is 'Who said so, for example hand';
comment on column entity_name.said_at is 'When, UTC · run time';
call close_to_other_tenants('entity_name');

-- Pairs of hashtags or themes that the same creators take up while both rise.

create table collision_run (
    tenant_id uuid not null default current_tenant() references tenant,
    id        uuid not null,
    kind      text not null check (kind in ('HASHTAG', 'THEME')),
    at        timestamptz not null,
    as_of     timestamptz not null,
    videos    integer not null,
    creators  integer not null,
    subjects  integer not null,
    pairs     integer not null,
    primary key (tenant_id, id)
);
create index collision_run_as_of on collision_run (tenant_id, kind, as_of desc, at desc);
comment on table collision_run is 'Searches for pairs of hashtags or themes that the same creators take up while both rise';
comment on column collision_run.tenant_id is 'Owner of the row · surrogate';
comment on column collision_run.id is 'Id of the search · surrogate';
comment on column collision_run.kind is 'HASHTAG or THEME';
comment on column collision_run.at is 'When it was done, UTC · run time';
comment on column collision_run.as_of is 'Time of the newest caption that was looked at, UTC; later ones changed nothing';
comment on column collision_run.videos is 'Videos of the four weeks before';
comment on column collision_run.creators is 'Creators of those';
comment on column collision_run.subjects is 'Hashtags or themes that enough of them carry';
comment on column collision_run.pairs is 'Pairs that were tested';
call close_to_other_tenants('collision_run');

create table collision (
    tenant_id    uuid not null default current_tenant() references tenant,
    run_id       uuid not null,
    place        integer not null,
    one_id       text not null check (one_id <> ''),
    one_name     text not null check (one_name <> ''),
    one_creators integer not null,
    one_last     integer not null,
    one_before   integer not null,
    one_p        double precision not null,
    other_id     text not null check (other_id <> ''),
    other_name   text not null check (other_name <> ''),
    other_creators integer not null,
    other_last   integer not null,
    other_before integer not null,
    other_p      double precision not null,
    shared       integer not null,
    expected     double precision not null,
    shared_p     double precision not null,
    together_by  integer not null,
    manner       text not null check (manner in ('TOGETHER', 'APART', 'OPEN')),
    p            double precision not null,
    adjusted     double precision not null,
    primary key (tenant_id, run_id, place),
    foreign key (tenant_id, run_id) references collision_run on delete cascade
);
comment on table collision is 'Pairs that a search found, the surest first';
comment on column collision.tenant_id is 'Owner of the row · surrogate';
comment on column collision.run_id is 'collision_run.id · surrogate';
comment on column collision.place is 'Order within the search, from 0';
comment on column collision.one_id is 'Name of the hashtag without #, or theme.id';
comment on column collision.one_name is 'As it was called then';
comment on column collision.one_creators is 'Creators who carried it in the four weeks';
comment on column collision.one_last is 'How many of them in the last seven days';
comment on column collision.one_before is 'How many in the seven days before';
comment on column collision.one_p is 'Probability that chance gives such a rise of its share among active creators';
comment on column collision.other_id is 'The other one, likewise';
comment on column collision.other_name is 'As it was called then';
comment on column collision.other_creators is 'Creators who carried it in the four weeks';
comment on column collision.other_last is 'How many of them in the last seven days';
comment on column collision.other_before is 'How many in the seven days before';
comment on column collision.other_p is 'Probability that chance gives such a rise of its share among active creators';
comment on column collision.shared is 'Creators who carried both';
comment on column collision.expected is 'How many there would be by chance, among creators that post as much on other things';
comment on column collision.shared_p is 'Probability that chance gives so many or more';
comment on column collision.together_by is 'Creators who carried both in one video';
comment on column collision.manner is 'TOGETHER: most carry both in one video; APART: most do not; OPEN: too few to say';
comment on column collision.p is 'Largest of the three probabilities: all have to hold';
comment on column collision.adjusted is 'False-discovery rate at which the pair is still found, among all pairs of the search';
call close_to_other_tenants('collision');

alter table narrative drop constraint narrative_kind_check;
alter table narrative add constraint narrative_kind_check check (kind in ('NARRATIVE', 'RISK', 'COUNTERFACTUAL', 'COLLISION'));
comment on column narrative.kind is 'NARRATIVE (why it moves), RISK (what is doubtful), COUNTERFACTUAL (what the model would expect otherwise) or COLLISION (what takes up the same creators)';
