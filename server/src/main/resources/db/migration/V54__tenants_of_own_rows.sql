-- What V40 looks up once a statement it found by gathering all new rows a second time, a fifth of the time of a statement of 200,000 rows. Row-level security lets the
-- application write rows of no tenant but that of its transaction, so that one is looked up before the statement; a row of any other tenant, which only a role
-- beyond row-level security can write, is looked up by itself. What must hold is the same: every row has a tenant that exists.
drop trigger entity_tenant on entity;
drop trigger metric_due_tenant on metric_due;
drop function require_tenant();

create function require_own_tenant() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    own uuid := current_tenant();
begin
    perform 1 from tenant where tenant_id = own for key share;
    if own is not null and not found then
        raise exception 'tenant % of a row in % does not exist', own, tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
comment on function require_own_tenant() is 'Refuses rows when the tenant of the transaction does not exist, and keeps the tenant until the transaction ends: once a statement.';

create function require_other_tenant() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform 1 from tenant where tenant_id = new.tenant_id for key share;
    if not found then
        raise exception 'tenant % of a row in % does not exist', new.tenant_id, tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
comment on function require_other_tenant() is 'Refuses a row whose tenant does not exist, and keeps the tenant until the transaction ends.';

create trigger entity_own_tenant before insert on entity for each statement execute function require_own_tenant();
create trigger metric_due_own_tenant before insert on metric_due for each statement execute function require_own_tenant();
create trigger entity_other_tenant after insert on entity for each row when (new.tenant_id is distinct from current_tenant())
    execute function require_other_tenant();
create trigger metric_due_other_tenant after insert on metric_due for each row when (new.tenant_id is distinct from current_tenant())
    execute function require_other_tenant();
