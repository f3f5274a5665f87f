-- Who has seen an alert, so that others need not wonder.

alter table alert
    add column acknowledged_at timestamptz,
    add column acknowledged_by text check (length(acknowledged_by) between 1 and 100),
    add constraint alert_acknowledged_by_somebody check ((acknowledged_at is null) = (acknowledged_by is null));
comment on column alert.acknowledged_at is 'When a person first said to have seen it; null until then, UTC · run time';
comment on column alert.acknowledged_by is 'Who did, as they call themselves, or hand; null until then';
