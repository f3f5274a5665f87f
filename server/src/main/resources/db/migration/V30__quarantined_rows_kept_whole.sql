-- Quarantined rows are kept whole, with how they were read, so that they can be tried again.

alter table quarantine add column format text;
alter table quarantine add column options jsonb;
alter table quarantine add column kept text check (length(kept) <= 100000);
comment on column quarantine.format is 'Format by which the row was read; null for rows of earlier versions';
comment on column quarantine.options is 'Options and mapping by which it was read; null for rows of earlier versions';
comment on column quarantine.kept is 'The whole row as JSON, to be tried again; null for what no mapping mends, for private content, for very long rows, and for items of answers, whose answers are kept';
