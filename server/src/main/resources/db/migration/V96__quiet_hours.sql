-- When a channel is to be left alone: what would go there meanwhile waits, and goes in one delivery afterwards.

alter table notice_channel
    add column quiet_from time,
    add column quiet_until time,
    add column quiet_zone text,
    add column urgent_passes boolean not null default true,
    add constraint notice_channel_quiet_whole check ((quiet_from is null) = (quiet_until is null)
        and (quiet_from is null) = (quiet_zone is null) and (quiet_from is null or quiet_from <> quiet_until));
comment on column notice_channel.quiet_from is 'When quiet hours begin, by the clock of their time zone; absent where there are none';
comment on column notice_channel.quiet_until is 'When they end, the next day where that is earlier; absent where there are none';
comment on column notice_channel.quiet_zone is 'Time zone by whose clock they are told, such as Europe/Berlin; absent where there are none';
comment on column notice_channel.urgent_passes is 'Whether urgent alerts go out in them all the same';
