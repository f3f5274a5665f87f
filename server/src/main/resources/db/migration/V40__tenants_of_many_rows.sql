-- Entities and due metrics come by the hundred thousand in one statement, all of one tenant. A foreign key looks each row's tenant up by itself, which took
-- a third of the time of such a statement; here it is looked up once a statement. What must hold is the same: every row has a tenant that exists.
alter table entity drop constraint entity_tenant_id_fkey;
alter table metric_due drop constraint metric_due_tenant_id_fkey;

create function require_tenant() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    missing uuid;
begin
    perform 1 from tenant where tenant_id in (select distinct tenant_id from added) for key share;
    select distinct a.tenant_id into missing from added a where not exists (select 1 from tenant t where t.tenant_id = a.tenant_id);
    if missing is not null then
        raise exception 'tenant % of a row in % does not exist', missing, tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
comment on function require_tenant() is 'Refuses rows whose tenant does not exist, and keeps the tenant until the transaction ends: once a statement.';

create function keep_tenant() returns trigger language plpgsql as $$
begin
    if new.tenant_id <> old.tenant_id then
        raise exception 'a row in % keeps its tenant', tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return new;
end $$;
comment on function keep_tenant() is 'Refuses to give a row to another tenant.';

create function keep_used_tenant() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and new.tenant_id = old.tenant_id then
        return new;
    end if;
    if exists (select 1 from entity where tenant_id = old.tenant_id) or exists (select 1 from metric_due where tenant_id = old.tenant_id) then
        raise exception 'tenant % still has entities or due metrics', old.tenant_id using errcode = 'foreign_key_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
comment on function keep_used_tenant() is 'Refuses to end a tenant of which there are entities or due metrics.';

create trigger entity_tenant after insert on entity referencing new table as added for each statement execute function require_tenant();
create trigger metric_due_tenant after insert on metric_due referencing new table as added for each statement execute function require_tenant();
create trigger entity_keeps_tenant before update of tenant_id on entity for each row execute function keep_tenant();
create trigger metric_due_keeps_tenant before update of tenant_id on metric_due for each row execute function keep_tenant();
create trigger tenant_in_use before delete or update of tenant_id on tenant for each row execute function keep_used_tenant();
