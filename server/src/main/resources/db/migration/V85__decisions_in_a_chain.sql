-- The decisions of compliance in a chain of hashes, one for each tenant, as requests are: a row that is changed, removed, moved or added shows.

create table audit_trail_head (
    tenant_id   uuid primary key default current_tenant() references tenant,
    place       bigint not null default 0 check (place >= start_place),
    hash        bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000' check (octet_length(hash) = 32),
    start_place bigint not null default 0 check (start_place >= 0),
    start_hash  bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000' check (octet_length(start_hash) = 32)
);
comment on table audit_trail_head is 'Where the chain of the audit trail begins and ends · physical';
comment on column audit_trail_head.tenant_id is 'Owner of the row · surrogate';
comment on column audit_trail_head.place is 'Place of the newest row; 0 before the first';
comment on column audit_trail_head.hash is 'Hash of the newest row';
comment on column audit_trail_head.start_place is 'Place of the last row that was forgotten by age; 0 while none was';
comment on column audit_trail_head.start_hash is 'Hash of the last row that was forgotten by age';

call close_to_other_tenants('audit_trail_head');
revoke insert, update, delete on audit_trail_head from upswell_app;

alter table audit_trail add column place bigint, add column hash bytea check (octet_length(hash) = 32);
comment on column audit_trail.place is 'Place in the chain, without gaps; given when the transaction ends';
comment on column audit_trail.hash is 'SHA-256 of the hash of the row before and of all fields with their lengths';

-- Every field goes in with its length, so that no two rows give the same text.
create function audit_trail_hash(before bytea, at_place bigint, entry audit_trail) returns bytea language sql stable set search_path = pg_catalog, public as $$
    select sha256(before || convert_to((select string_agg(octet_length(field) || ':' || field, '' order by number)
        from unnest(array[at_place::text, (extract(epoch from entry.at) * 1000000)::bigint::text, entry.actor, entry.action, entry.subject,
            entry.decision, entry.rule, entry.detail, entry.counts::text]) with ordinality as fields (field, number)), 'UTF8'))
$$;
revoke all on function audit_trail_hash(bytea, bigint, audit_trail) from public;
comment on function audit_trail_hash(bytea, bigint, audit_trail) is 'The hash of a row of the audit trail at a place behind a row with this hash.';

create function chain_decision(entry audit_trail) returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
    head public.audit_trail_head;
    chained bytea;
begin
    insert into public.audit_trail_head (tenant_id) values (entry.tenant_id) on conflict do nothing;
    select * into head from public.audit_trail_head where tenant_id = entry.tenant_id for update;
    chained := public.audit_trail_hash(head.hash, head.place + 1, entry);
    update public.audit_trail set place = head.place + 1, hash = chained where tenant_id = entry.tenant_id and seq = entry.seq;
    update public.audit_trail_head set place = head.place + 1, hash = chained where tenant_id = entry.tenant_id;
end $$;
revoke all on function chain_decision(audit_trail) from public;
comment on function chain_decision(audit_trail) is 'Puts a row of the audit trail at the end of its tenant''s chain.';

-- What stood there before.
do $$
declare
    entry public.audit_trail;
begin
    for entry in select * from public.audit_trail order by tenant_id, seq loop
        perform public.chain_decision(entry);
    end loop;
end $$;

create unique index audit_trail_place on audit_trail (tenant_id, place);

create function chain_new_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform public.chain_decision(new);
    return null;
end $$;
revoke all on function chain_new_decision() from public;
comment on function chain_new_decision() is 'Chains a new row of the audit trail.';

-- At the end of the transaction, so that the chain is held for a moment and never while something else is waited for.
create constraint trigger chain_new_decision after insert on audit_trail deferrable initially deferred
    for each row execute function chain_new_decision();

-- The oldest rows go, in the order of the chain: a row of a clock that went back stays until those before it go.
create or replace function forget_audit(before timestamptz) returns bigint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    own uuid := public.current_tenant();
    last bigint;
    gone bigint;
begin
    perform 1 from public.audit_trail_head where tenant_id = own for update;
    select min(place) - 1 into last from public.audit_trail where tenant_id = own and at >= least(before,
        (select max(at) from public.audit_trail where tenant_id = own) - interval '7 days');
    update public.audit_trail_head head set start_place = row.place, start_hash = row.hash
        from public.audit_trail row where head.tenant_id = own and row.tenant_id = own and row.place = last;
    delete from public.audit_trail where tenant_id = own and place <= last;
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function forget_audit(timestamptz) is 'Deletes the oldest rows of the tenant''s audit trail up to this time, and never the week before the newest; the chain goes on from the last that went.';
