-- How much all people of a crowd did with each of its videos: what strangers' lists begin with.

-- Crowds that are kept do not tell it: they are learnt anew within the hour.
delete from crowd;
alter table crowd add acclaim bytea not null;
alter table crowd add constraint crowd_acclaim_check check (octet_length(acclaim) = 4 * cardinality(videos));
comment on column crowd.acclaim is 'How much all people did with each video, in the order of videos: the sum of what their acts are worth, times the mean of each who did anything, drawn to the mean of all by five people; 4 bytes each';
