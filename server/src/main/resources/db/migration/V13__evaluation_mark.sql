-- How a table that belongs to a tenant is closed to all others: migrations from here on call it for each table they make.
create procedure close_to_other_tenants(owned regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', owned);
    execute format('create policy tenant_isolation on %s to upswell_app using (tenant_id = (select current_tenant())) '
        'with check (tenant_id = (select current_tenant()))', owned);
    execute format('grant select, insert, update, delete on %s to upswell_app', owned);
end $$;
revoke all on procedure close_to_other_tenants(regclass) from public;
comment on procedure close_to_other_tenants(regclass) is 'Closes a table with a column tenant_id to all tenants but the one of the transaction.';

-- Up to when changes of outcomes and predictions were judged. It is written when a whole run is done, so that what a killed run did
-- not reach is due again.

create table evaluation_mark (
    tenant_id    uuid primary key default current_tenant() references tenant,
    judged_up_to timestamptz not null
);
comment on table evaluation_mark is 'Up to when changes of outcomes and predictions were judged · physical';
comment on column evaluation_mark.tenant_id is 'Owner of the row · surrogate';
comment on column evaluation_mark.judged_up_to is 'Rows written before this time were seen by a run that ended, UTC · run time';

call close_to_other_tenants('evaluation_mark');
