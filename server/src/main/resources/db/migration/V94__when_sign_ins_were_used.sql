-- Sign-ins that nobody uses end.

alter table sign_in add column used_at timestamptz;
update sign_in set used_at = begun_at;
alter table sign_in alter column used_at set not null;
comment on column sign_in.used_at is 'When a request last came by it, UTC, to a few minutes · run time';
