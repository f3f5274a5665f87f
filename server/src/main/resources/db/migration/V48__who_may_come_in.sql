-- Who may come in: people with passwords, tokens of programs, who is signed in, and sign-ins that failed.

create table person (
    tenant_id       uuid not null default current_tenant() references tenant,
    id              uuid not null default gen_random_uuid(),
    name            text not null check (name ~ '^[a-z0-9][a-z0-9._@-]{0,62}$'),
    role            text not null check (role in ('owner', 'executive', 'analyst', 'planner', 'creator', 'affiliate', 'client', 'admin')),
    password_hash   text not null check (password_hash like '$argon2id$%'),
    added_at        timestamptz not null,
    password_set_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, name)
);
comment on table person is 'People who sign in with a password, and their role in this tenant';
comment on column person.tenant_id is 'Owner of the row · surrogate';
comment on column person.id is 'Identity of the person · surrogate';
comment on column person.name is 'Name under which the person signs in';
comment on column person.role is 'What the person is to the tenant; owner is the only role in use yet';
comment on column person.password_hash is 'Argon2id hash of the password with its salt and settings';
comment on column person.added_at is 'When the person was added, UTC · run time';
comment on column person.password_set_at is 'When the password was last set, UTC · run time';

create table access_token (
    tenant_id   uuid not null default current_tenant() references tenant,
    id          text not null check (id ~ '^[0-9a-f]{12}$'),
    name        text not null check (name <> ''),
    secret_hash bytea not null check (octet_length(secret_hash) = 32),
    scopes      text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'write', 'score', 'admin']),
    made_by     text not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    primary key (tenant_id, id)
);
create unique index access_token_name on access_token (tenant_id, name) where revoked_at is null;
comment on table access_token is 'Tokens with which programs come in; of their secrets only hashes';
comment on column access_token.tenant_id is 'Owner of the row · surrogate';
comment on column access_token.id is 'Open part of the token, by which it is found · surrogate';
comment on column access_token.name is 'What it is for; unique among those that are not revoked';
comment on column access_token.secret_hash is 'SHA-256 of the secret part, which is 32 random bytes';
comment on column access_token.scopes is 'What it may do: read, write, score, admin';
comment on column access_token.made_by is 'Who made it: local, the name of a person, or token and its name';
comment on column access_token.made_at is 'When it was made, UTC · run time';
comment on column access_token.expires_at is 'From when on it is refused, UTC · run time';
comment on column access_token.revoked_at is 'When it was revoked, UTC; null while it is not · run time';

create table sign_in (
    tenant_id   uuid not null default current_tenant() references tenant,
    secret_hash bytea not null check (octet_length(secret_hash) = 32),
    person_id   uuid not null,
    address     text not null,
    begun_at    timestamptz not null,
    expires_at  timestamptz not null,
    primary key (tenant_id, secret_hash),
    foreign key (tenant_id, person_id) references person on delete cascade
);
create index sign_in_person on sign_in (tenant_id, person_id);
comment on table sign_in is 'Who is signed in at a browser, until it expires or they sign out';
comment on column sign_in.tenant_id is 'Owner of the row · surrogate';
comment on column sign_in.secret_hash is 'SHA-256 of what the cookie holds, which is 32 random bytes';
comment on column sign_in.person_id is 'Who it is, as in person.id · surrogate';
comment on column sign_in.address is 'Address from which they signed in';
comment on column sign_in.begun_at is 'When they signed in, UTC · run time';
comment on column sign_in.expires_at is 'From when on they have to sign in again, UTC · run time';

create table sign_in_failure (
    tenant_id    uuid not null default current_tenant() references tenant,
    name_hash    bytea not null check (octet_length(name_hash) = 32),
    failures     integer not null check (failures > 0),
    last_at      timestamptz not null,
    locked_until timestamptz,
    primary key (tenant_id, name_hash)
);
comment on table sign_in_failure is 'Sign-ins that failed under a name, whether or not there is a person of that name · physical';
comment on column sign_in_failure.tenant_id is 'Owner of the row · surrogate';
comment on column sign_in_failure.name_hash is 'SHA-256 of the name that was typed';
comment on column sign_in_failure.failures is 'How often in a row it failed';
comment on column sign_in_failure.last_at is 'When it failed last, UTC · run time';
comment on column sign_in_failure.locked_until is 'Until when the name is locked, UTC; null while it is not · run time';

call close_to_other_tenants('person');
call close_to_other_tenants('access_token');
call close_to_other_tenants('sign_in');
call close_to_other_tenants('sign_in_failure');
