-- A run of themes whose time is over takes along what it changed.

alter table theme_change drop constraint theme_change_tenant_id_run_id_fkey;
alter table theme_change add foreign key (tenant_id, run_id) references theme_run on delete cascade;
