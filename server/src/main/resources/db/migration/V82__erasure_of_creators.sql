-- Erasure of creators: who asked for what and what went, whose names must not come back, and by which words a text names somebody.

create table erasure (
    tenant_id   uuid not null default current_tenant() references tenant,
    id          uuid not null default gen_random_uuid(),
    handle      text,
    identifiers text[],
    plain       boolean not null,
    state       text not null check (state in ('OPEN', 'DONE')),
    steps       text[] not null default '{}',
    asked_by    text not null check (asked_by <> ''),
    asked_at    timestamptz not null,
    ended_at    timestamptz,
    removed     jsonb not null default '{}',
    search      jsonb,
    models      jsonb not null default '[]',
    proof       bytea check (octet_length(proof) = 32),
    primary key (tenant_id, id),
    check ((state = 'OPEN') = (handle is not null)),
    check ((state = 'DONE') = (ended_at is not null and search is not null and proof is not null and identifiers is null))
);
create unique index erasure_open on erasure (tenant_id, handle) where state = 'OPEN';
comment on table erasure is 'Erasures of creators: who asked, what was removed, what the search afterwards found; never whose, once they ended';
comment on column erasure.tenant_id is 'Owner of the row · surrogate';
comment on column erasure.id is 'Id of the erasure · surrogate';
comment on column erasure.handle is 'Whose, while it is under way; null afterwards';
comment on column erasure.identifiers is 'Handle and ids of videos that are removed, while it is under way; null before they are gathered and afterwards';
comment on column erasure.plain is 'Whether the bare handle counts as a mention in texts; false where a hashtag is called the same';
comment on column erasure.state is 'OPEN or DONE';
comment on column erasure.steps is 'Steps that ended, in their order';
comment on column erasure.asked_by is 'Who asked for it';
comment on column erasure.asked_at is 'When it was asked for, UTC · run time';
comment on column erasure.ended_at is 'When nothing was found any more, UTC; null while it is open · run time';
comment on column erasure.removed is 'Rows that were removed or emptied, by table, dataset or index';
comment on column erasure.search is 'What was searched afterwards and what was found; null before';
comment on column erasure.models is 'Models that were trained before and may have learnt from them';
comment on column erasure.proof is 'SHA-256 of all that the row says when it ended, as it stands in the chain of the request audit; null before · run time';

create table suppression_key (
    tenant_id uuid primary key default current_tenant() references tenant,
    key       bytea not null check (octet_length(key) = 32)
);
comment on table suppression_key is 'With what the names of the erased are hashed · physical';
comment on column suppression_key.tenant_id is 'Owner of the row · surrogate';
comment on column suppression_key.key is 'Random bits, drawn at the first erasure';

create table suppressed (
    tenant_id uuid not null default current_tenant() references tenant,
    hash      bytea not null check (octet_length(hash) = 32),
    since     timestamptz not null,
    primary key (tenant_id, hash)
);
comment on table suppressed is 'Who and which videos were erased, as keyed hashes, so that no import brings them back · physical';
comment on column suppressed.tenant_id is 'Owner of the row · surrogate';
comment on column suppressed.hash is 'HMAC-SHA-256 of kind and id under suppression_key.key';
comment on column suppressed.since is 'Since when, UTC · run time';

call close_to_other_tenants('erasure');
call close_to_other_tenants('suppression_key');
call close_to_other_tenants('suppressed');

-- The words of a text in lower case, with @ or # where it stands before them. What a JSON text says of a creator, author or account counts as
-- a mention. dev.upswell.server.privacy.Mentions says the same in Java and for DuckDB; a test holds them together.
create function mentioned(said text) returns text[] language sql immutable parallel safe set search_path = pg_catalog as $$
    select string_to_array(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(lower(said),
        '\\+"', '"', 'g'),
        '\\u[0-9a-f]{4}|\\[nrtbf/\\]', ' ', 'g'),
        '"(creator|author|handle|account|username|unique_?id)" ?: ?"@?|creator:@?', ' @', 'g'),
        '([@#])', ' \1', 'g'),
        '[^a-z0-9_.@#]+', ' ', 'g'),
        '^[.]+| [.]+|[.]+ |[.]+$', ' ', 'g')), ' ')
$$;
comment on function mentioned(text) is 'The words of a text by which it may name somebody.';

-- Nobody but this function may change the trail: it takes names out and leaves that something was decided, when and by which rule.
create function erase_from_audit(names text[]) returns bigint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    emptied bigint;
begin
    update public.audit_trail set subject = '(erased)', detail = ''
        where tenant_id = public.current_tenant() and public.mentioned(subject || ' ' || detail) && names;
    get diagnostics emptied = row_count;
    return emptied;
end $$;
revoke all on function erase_from_audit(text[]) from public;
grant execute on function erase_from_audit(text[]) to upswell_app;
comment on function erase_from_audit(text[]) is 'Takes names out of the tenant''s audit trail.';
