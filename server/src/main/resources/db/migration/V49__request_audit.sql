-- The request audit: every request, who asked, and how it ended. Rows are chained by hashes, one chain for each tenant.

create table request_audit_head (
    tenant_id    uuid primary key default current_tenant() references tenant,
    seq          bigint not null default 0 check (seq >= start_seq),
    hash         bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000' check (octet_length(hash) = 32),
    start_seq    bigint not null default 0 check (start_seq >= 0),
    start_hash   bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000' check (octet_length(start_hash) = 32)
);
comment on table request_audit_head is 'Where the chain of the request audit begins and ends · physical';
comment on column request_audit_head.tenant_id is 'Owner of the row · surrogate';
comment on column request_audit_head.seq is 'Number of the newest row; 0 before the first';
comment on column request_audit_head.hash is 'Hash of the newest row';
comment on column request_audit_head.start_seq is 'Number of the last row that was forgotten by age; 0 while none was';
comment on column request_audit_head.start_hash is 'Hash of the last row that was forgotten by age';

-- Thousands of rows come at once: their tenant is held by the head row, which is written in the same transaction, and not looked up row by row.
create table request_audit (
    tenant_id uuid not null default current_tenant(),
    seq       bigint not null,
    at        timestamptz not null,
    kind      text not null check (kind in ('LOCAL', 'PERSON', 'TOKEN', 'NOBODY')),
    actor     text not null,
    method    text not null,
    route     text not null,
    subject   text not null,
    status    smallint not null,
    refusal   text not null,
    address   text not null,
    hash      bytea not null check (octet_length(hash) = 32),
    primary key (tenant_id, seq)
);
comment on table request_audit is 'Every request that is audited, in the order of its chain; rows are added, and forgotten by age alone · physical';
comment on column request_audit.tenant_id is 'Owner of the row · surrogate';
comment on column request_audit.seq is 'Place in the chain, without gaps';
comment on column request_audit.at is 'When the answer was ready, UTC · run time';
comment on column request_audit.kind is 'LOCAL (this machine, no password is set), PERSON, TOKEN or NOBODY';
comment on column request_audit.actor is 'Name of the person or token; empty for LOCAL and NOBODY';
comment on column request_audit.method is 'HTTP method';
comment on column request_audit.route is 'Pattern of the route, for example /api/v1/models/{id}; empty where the request reached none';
comment on column request_audit.subject is 'What the pattern left open, for example the id; the path where there is no route';
comment on column request_audit.status is 'HTTP status of the answer';
comment on column request_audit.refusal is 'Why it was not let in, for example scope; empty where it was';
comment on column request_audit.address is 'Address that the request came from';
comment on column request_audit.hash is 'SHA-256 of the hash of the row before, the number and everything above';

create table request_audit_journal (
    tenant_id uuid not null default current_tenant() references tenant,
    journal   uuid not null,
    taken     bigint not null check (taken > 0),
    primary key (tenant_id, journal)
);
comment on table request_audit_journal is 'How far files of the journal were taken into the request audit, written with their rows · physical';
comment on column request_audit_journal.tenant_id is 'Owner of the row · surrogate';
comment on column request_audit_journal.journal is 'Identity of the file · surrogate';
comment on column request_audit_journal.taken is 'Bytes from its beginning that are in the table';

call close_to_other_tenants('request_audit_head');
call close_to_other_tenants('request_audit');
call close_to_other_tenants('request_audit_journal');

-- The application adds rows and moves the end of the chain on. It can neither change nor delete a row, nor move the beginning, but by the function,
-- which forgets the oldest rows and never the last week. It forgets some at a time, because requests wait for the end of the chain meanwhile.
revoke update, delete on request_audit from upswell_app;
revoke update, delete on request_audit_head from upswell_app;
grant update (seq, hash) on request_audit_head to upswell_app;

create function forget_requests(before timestamptz) returns bigint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    own uuid := public.current_tenant();
    last bigint;
    gone bigint;
begin
    perform 1 from public.request_audit_head where tenant_id = own for update;
    -- A row of a clock that ran ahead keeps nothing before it, and makes nothing old.
    select least(min(row.seq) - 1, min(head.start_seq) + 100000) into last
        from public.request_audit_head head join public.request_audit row using (tenant_id)
        where tenant_id = own and row.at < now() + interval '1 day' and row.at >= least(before, now() - interval '7 days',
            (select newest.at from public.request_audit newest where newest.tenant_id = own and newest.seq = head.seq) - interval '7 days');
    update public.request_audit_head head set start_seq = row.seq, start_hash = row.hash
        from public.request_audit row where head.tenant_id = own and row.tenant_id = own and row.seq = last;
    delete from public.request_audit where tenant_id = own and seq <= last;
    get diagnostics gone = row_count;
    return gone;
end $$;
revoke all on function forget_requests(timestamptz) from public;
grant execute on function forget_requests(timestamptz) to upswell_app;
comment on function forget_requests(timestamptz) is 'Deletes the oldest rows of the tenant''s request audit up to this time, 100,000 at most and never those of the last week; the chain goes on from the last that went.';
