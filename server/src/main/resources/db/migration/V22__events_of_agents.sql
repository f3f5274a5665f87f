-- Events tell whose work they were and how long they took. A rehearsal at another pace than the world's says what time it is
-- (setting upswell.now of the transaction); else the database's clock does, which is one for all servers.

alter table event_log
    add column agent text,
    add column duration_ms bigint check (duration_ms >= 0),
    alter column occurred_at set default coalesce(nullif(current_setting('upswell.now', true), '')::timestamptz, clock_timestamp());
create index event_log_of_type on event_log (tenant_id, type, occurred_at desc);
comment on column event_log.agent is 'Agent whose work it was, such as ingestion; absent in rows of earlier versions, where the type tells it';
comment on column event_log.duration_ms is 'How long it took [ms]; absent for what has no length and in rows of earlier versions · run time';
