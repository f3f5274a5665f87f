-- Secrets that are encrypted before they come here: keys of providers, cookies of sessions.

create table vault_entry (
    tenant_id uuid not null default current_tenant() references tenant,
    name      text not null,
    key_id    text not null,
    nonce     bytea not null check (length(nonce) = 12),
    sealed    bytea not null check (length(sealed) >= 16),
    sealed_at timestamptz not null,
    primary key (tenant_id, name)
);
comment on table vault_entry is 'A secret, encrypted with AES-256-GCM for this tenant and name alone · physical';
comment on column vault_entry.tenant_id is 'Owner of the row · surrogate';
comment on column vault_entry.name is 'What it is, for example key/ensembledata.token';
comment on column vault_entry.key_id is 'Master key that seals it, by its id';
comment on column vault_entry.nonce is 'Random bits of this sealing · run time';
comment on column vault_entry.sealed is 'The encrypted bytes with their tag · run time';
comment on column vault_entry.sealed_at is 'When it was sealed, UTC · run time';

call close_to_other_tenants('vault_entry');
