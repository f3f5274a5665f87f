-- Where people are told of events away from the page: channels, which types of events go there, what waits, and how it was brought.
-- Addresses and secrets of channels are in vault_entry, encrypted.

create table notice_channel (
    tenant_id uuid not null default current_tenant() references tenant,
    name      text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    kind      text not null check (kind in ('MAIL', 'WEBHOOK')),
    shown     text not null,
    added_by  text not null,
    added_at  timestamptz not null,
    primary key (tenant_id, name)
);
comment on table notice_channel is 'An address away from the page at which people are told of events; the address itself and its secret are in vault_entry';
comment on column notice_channel.tenant_id is 'Owner of the row · surrogate';
comment on column notice_channel.name is 'By which people call it';
comment on column notice_channel.kind is 'MAIL or WEBHOOK';
comment on column notice_channel.shown is 'As much of its address as people are shown';
comment on column notice_channel.added_by is 'Who added it';
comment on column notice_channel.added_at is 'When that was, UTC · run time';
call close_to_other_tenants('notice_channel');

create table notice_route (
    tenant_id uuid not null default current_tenant() references tenant,
    type      text not null check (type ~ '^[A-Z][A-Z_]*$'),
    channel   text not null,
    primary key (tenant_id, type, channel),
    foreign key (tenant_id, channel) references notice_channel on delete cascade
);
comment on table notice_route is 'Which types of events are sent to which channels';
comment on column notice_route.tenant_id is 'Owner of the row · surrogate';
comment on column notice_route.type is 'Type of the event';
comment on column notice_route.channel is 'The channel';
call close_to_other_tenants('notice_route');

create table notice_delivery (
    tenant_id  uuid not null default current_tenant() references tenant,
    id         uuid not null default gen_random_uuid(),
    channel    text not null,
    test       boolean not null,
    state      text not null check (state in ('WAITING', 'SENT', 'FAILED')),
    attempt    int not null check (attempt >= 0),
    made_at    timestamptz not null,
    due_at     timestamptz check ((due_at is not null) = (state = 'WAITING')),
    ended_at   timestamptz check ((ended_at is null) = (state = 'WAITING')),
    reason     text,
    primary key (tenant_id, id),
    foreign key (tenant_id, channel) references notice_channel on delete cascade
);
create index notice_delivery_due on notice_delivery (tenant_id, due_at) where state = 'WAITING';
create index notice_delivery_made on notice_delivery (tenant_id, made_at desc);
comment on table notice_delivery is 'One mail or one request to a webhook, with the notices of some minute in it · physical';
comment on column notice_delivery.tenant_id is 'Owner of the row · surrogate';
comment on column notice_delivery.id is 'Id, by which a receiver recognises what comes twice';
comment on column notice_delivery.channel is 'Where it goes';
comment on column notice_delivery.test is 'Whether a person asked for it to try the channel';
comment on column notice_delivery.state is 'WAITING to be sent, SENT, or FAILED for good';
comment on column notice_delivery.attempt is 'How often it was tried';
comment on column notice_delivery.made_at is 'When its notices were put together, UTC · run time';
comment on column notice_delivery.due_at is 'When it is tried next, UTC; absent once it does not wait · run time';
comment on column notice_delivery.ended_at is 'When it was sent or given up, UTC; absent while it waits · run time';
comment on column notice_delivery.reason is 'Why the last try came to nothing; absent where none did';
call close_to_other_tenants('notice_delivery');

create table notice_outgoing (
    tenant_id   uuid not null default current_tenant() references tenant,
    channel     text not null,
    event_id    uuid not null,
    delivery_id uuid,
    primary key (tenant_id, channel, event_id),
    foreign key (tenant_id, channel) references notice_channel on delete cascade,
    foreign key (tenant_id, delivery_id) references notice_delivery on delete cascade
);
create index notice_outgoing_new on notice_outgoing (tenant_id, channel) where delivery_id is null;
create index notice_outgoing_delivery on notice_outgoing (tenant_id, delivery_id);
comment on table notice_outgoing is 'What a channel is to be told, written by the statement that writes the event · physical';
comment on column notice_outgoing.tenant_id is 'Owner of the row · surrogate';
comment on column notice_outgoing.channel is 'The channel';
comment on column notice_outgoing.event_id is 'The event, which may have been deleted since';
comment on column notice_outgoing.delivery_id is 'In which delivery it goes or went; absent until it is put in one';
call close_to_other_tenants('notice_outgoing');
