-- Which cuts were compared with what happened, so that only those are compared again of which more is known since.

create table compared_cut (
    tenant_id     uuid not null default current_tenant() references tenant,
    kind          text not null,
    cut           timestamptz not null,
    horizon_hours integer not null check (horizon_hours > 0),
    last_seq      bigint not null,
    entities      bigint not null,
    primary key (tenant_id, kind, cut, horizon_hours)
);
comment on table compared_cut is 'A cut whose predictions were compared with what then happened · physical';
comment on column compared_cut.tenant_id is 'Owner of the row · surrogate';
comment on column compared_cut.kind is 'Kind of the entities';
comment on column compared_cut.cut is 'Instant from which the horizon counts, UTC';
comment on column compared_cut.horizon_hours is 'Length of the horizon, in hours';
comment on column compared_cut.last_seq is 'Newest lake file that had been published before, as in lake_file.seq: a later one about that time may correct outcomes · run time';
comment on column compared_cut.entities is 'How many entities had been predicted: with another number the cut is compared again';

call close_to_other_tenants('compared_cut');
