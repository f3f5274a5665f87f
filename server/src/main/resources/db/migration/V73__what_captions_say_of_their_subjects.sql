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
