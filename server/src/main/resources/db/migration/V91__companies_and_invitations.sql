-- Accounts that a company's provider vouches for, sign-ins that are under way there, and invitations by link.

alter table installation.account alter column password_hash drop not null;
comment on column installation.account.password_hash is 'Argon2id hash of the password with its salt and settings; null for those who come in by the provider of a company alone';
comment on column installation.account.password_set_at is 'When the password was last set, UTC; of those who have none when they first came · run time';

create table installation.external_identity (
    issuer     text not null check (issuer <> ''),
    subject    text not null check (subject <> ''),
    account_id uuid not null references installation.account on delete cascade,
    added_at   timestamptz not null,
    primary key (issuer, subject)
);
create index external_identity_account on installation.external_identity (account_id);
comment on table installation.external_identity is 'Who comes in by the provider of a company, and as which account';
comment on column installation.external_identity.issuer is 'The provider, as it writes itself in its tokens';
comment on column installation.external_identity.subject is 'Whom the provider means, in its own word that never changes';
comment on column installation.external_identity.account_id is 'The account, as in installation.account.id · surrogate';
comment on column installation.external_identity.added_at is 'When they first came, UTC · run time';

create table installation.oidc_attempt (
    state_hash   bytea primary key check (octet_length(state_hash) = 32),
    browser_hash bytea not null check (octet_length(browser_hash) = 32),
    onward       text not null,
    expires_at   timestamptz not null
);
comment on table installation.oidc_attempt is 'Sign-ins that are under way at the provider of a company; each is taken once';
comment on column installation.oidc_attempt.state_hash is 'SHA-256 of the state that goes there and back, which is 32 random bytes';
comment on column installation.oidc_attempt.browser_hash is 'SHA-256 of what the cookie of the browser holds, which is 32 random bytes';
comment on column installation.oidc_attempt.onward is 'The page to go on to';
comment on column installation.oidc_attempt.expires_at is 'Until when it can be taken, UTC · run time';

create table invitation (
    tenant_id   uuid not null default current_tenant() references tenant,
    id          uuid not null default gen_random_uuid(),
    secret_hash bytea not null check (octet_length(secret_hash) = 32),
    name        text not null check (name ~ '^[a-z0-9][a-z0-9._@-]{0,62}$'),
    role        text not null,
    made_by     text not null check (made_by <> ''),
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    revoked_at  timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, secret_hash)
);
create index invitation_secret on invitation (secret_hash);
comment on table invitation is 'Links by which somebody who was invited sets their own password, once';
comment on column invitation.tenant_id is 'Owner of the row · surrogate';
comment on column invitation.id is 'Identity of the invitation · surrogate';
comment on column invitation.secret_hash is 'SHA-256 of what the link holds, which is 32 random bytes';
comment on column invitation.name is 'Name under which they will sign in';
comment on column invitation.role is 'What they will be to the tenant, as in person.role';
comment on column invitation.made_by is 'Who invited them';
comment on column invitation.made_at is 'When the invitation was made, UTC · run time';
comment on column invitation.expires_at is 'Until when the link can be used, UTC · run time';
comment on column invitation.used_at is 'When it was used, UTC; null while it was not · run time';
comment on column invitation.revoked_at is 'When it was taken back, UTC; null where it was not · run time';

call close_to_other_tenants('invitation');
