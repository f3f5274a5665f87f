-- When things were stored, so that they can be kept for a time from then on, however old what they tell is.

alter table lake_file add column stored_at timestamptz;
update lake_file set stored_at = published_at;
alter table lake_file alter column stored_at set default now();
alter table lake_file alter column stored_at set not null;
comment on column lake_file.stored_at is 'When the youngest of its rows was first stored, which merging does not change, UTC · run time';

alter table judged_call add column judged_at timestamptz not null default now();
comment on column judged_call.judged_at is 'When it was judged, UTC; for calls of earlier releases when this column came · run time';
