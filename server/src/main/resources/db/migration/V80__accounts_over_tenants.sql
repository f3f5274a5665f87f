-- Accounts: people who belong to several tenants under one name and password. They lie in a schema that the application's role
-- cannot enter, so that nothing done for one tenant tells who there is elsewhere. A membership is a row of person, closed like any
-- other row of its tenant.

create schema installation;
comment on schema installation is 'What belongs to the installation and to no tenant; the application''s role cannot enter it.';

create table installation.account (
    id                uuid primary key default gen_random_uuid(),
    name              text not null unique check (name ~ '^[a-z0-9][a-z0-9._@-]{0,62}$'),
    password_hash     text not null check (password_hash like '$argon2id$%'),
    runs_installation boolean not null default false,
    active_tenant     uuid references tenant on delete set null,
    added_at          timestamptz not null,
    password_set_at   timestamptz not null
);
comment on table installation.account is 'People who sign in once for several tenants';
comment on column installation.account.id is 'Identity of the account · surrogate';
comment on column installation.account.name is 'Name under which they sign in, such as an e-mail address';
comment on column installation.account.password_hash is 'Argon2id hash of the password with its salt and settings';
comment on column installation.account.runs_installation is 'Whether they may add tenants and accounts';
comment on column installation.account.active_tenant is 'Where they worked last; null before their first sign-in';
comment on column installation.account.added_at is 'When the account was added, UTC · run time';
comment on column installation.account.password_set_at is 'When the password was last set, UTC · run time';

alter table person add column account_id uuid references installation.account on delete cascade;
alter table person alter column password_hash drop not null;
alter table person add constraint person_signs_in check (password_hash is not null or account_id is not null);
create unique index person_account on person (tenant_id, account_id);
create index person_of_account on person (account_id) where account_id is not null;
comment on column person.account_id is 'The account by which the person comes in; null for people of this tenant alone · surrogate';
comment on column person.password_hash is 'Argon2id hash of the password with its salt and settings; null for those who come in by an account';
comment on column person.password_set_at is 'When the password was last set, UTC; of those who come in by an account when they joined · run time';

alter table tenant add column ended_at timestamptz;
comment on column tenant.ended_at is 'When the subscription ended, UTC; null while it goes on. Reports stay readable for 30 days · run time';
