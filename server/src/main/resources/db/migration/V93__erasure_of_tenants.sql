-- Erasure of whole tenants: records that outlive them in a chain of hashes, and nobody who still works for one that is being erased.

alter table tenant add column erasing_at timestamptz, add constraint tenant_ends_first check (erasing_at is null or ended_at is not null);
comment on column tenant.erasing_at is 'Since when the tenant is being erased, UTC; null for all others. Nothing is done for it any more · run time';

-- Every transaction of the application asks this when it begins, so that work which is under way anywhere ends at its next step.
create function refuse_erased() returns boolean language plpgsql as $$
begin
    if exists (select from tenant where tenant_id = current_tenant() and erasing_at is not null) then
        raise exception 'this tenant is being erased' using errcode = 'object_not_in_prerequisite_state';
    end if;
    return true;
end $$;
revoke all on function refuse_erased() from public;
grant execute on function refuse_erased() to upswell_app;
comment on function refuse_erased() is 'Refuses a transaction whose tenant is being erased.';

create table installation.tenant_erasure (
    id         uuid primary key default gen_random_uuid(),
    tenant_id  uuid unique,
    name       text,
    id_hash    bytea not null check (octet_length(id_hash) = 32),
    name_hash  bytea not null check (octet_length(name_hash) = 32),
    steps      text[] not null default '{}',
    asked_by   text not null check (asked_by <> ''),
    asked_at   timestamptz not null,
    ended_at   timestamptz,
    removed    jsonb not null default '{}',
    sample     text[],
    search     jsonb,
    place      bigint unique check (place > 0),
    hash       bytea check (octet_length(hash) = 32),
    check ((place is null) = (hash is null)),
    check ((place is null) = (tenant_id is not null)),
    check ((place is null) = (name is not null)),
    check (place is null or (ended_at is not null and search is not null and sample is null))
);
comment on table installation.tenant_erasure is 'Erasures of whole tenants: who asked, what was removed, what the search afterwards found; never whose by name, once they ended';
comment on column installation.tenant_erasure.id is 'Id of the erasure · surrogate';
comment on column installation.tenant_erasure.tenant_id is 'Whose, while it is under way; null afterwards';
comment on column installation.tenant_erasure.name is 'The tenant''s name while it is under way; null afterwards';
comment on column installation.tenant_erasure.id_hash is 'HMAC-SHA-256 of the tenant''s id under installation.erasure_chain.key';
comment on column installation.tenant_erasure.name_hash is 'HMAC-SHA-256 of the tenant''s name under installation.erasure_chain.key';
comment on column installation.tenant_erasure.steps is 'Steps that ended, in their order';
comment on column installation.tenant_erasure.asked_by is 'Who asked for it';
comment on column installation.tenant_erasure.asked_at is 'When it was asked for, UTC · run time';
comment on column installation.tenant_erasure.ended_at is 'When nothing was found any more, UTC; null before · run time';
comment on column installation.tenant_erasure.removed is 'Rows and files that were removed, by place';
comment on column installation.tenant_erasure.sample is 'Values of the tenant that the search looks for, while it is under way; null before and afterwards';
comment on column installation.tenant_erasure.search is 'What was searched afterwards and what was found; null before';
comment on column installation.tenant_erasure.place is 'Place in the chain, without gaps, from 1; null while it is under way';
comment on column installation.tenant_erasure.hash is 'SHA-256 of the hash of the record before and of all that this one says; null while it is under way';

create table installation.erasure_chain (
    only_one boolean primary key default true check (only_one),
    key      bytea not null check (octet_length(key) = 32),
    place    bigint not null default 0 check (place >= 0),
    hash     bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000' check (octet_length(hash) = 32)
);
comment on table installation.erasure_chain is 'Where the chain of erasures of tenants ends, and with what erased tenants are hashed · physical';
comment on column installation.erasure_chain.only_one is 'Always true: there is one row';
comment on column installation.erasure_chain.key is 'Random bits, drawn at the first erasure';
comment on column installation.erasure_chain.place is 'Place of the newest record; 0 before the first';
comment on column installation.erasure_chain.hash is 'Hash of the newest record';
