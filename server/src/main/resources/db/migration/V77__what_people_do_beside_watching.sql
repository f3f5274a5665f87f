-- What people do with videos beside watching; when a crowd was last looked at, apart from when it was learnt; from what a ranker learnt.

-- When those that are kept were learnt is not known any more: they are learnt anew within the hour.
delete from crowd;
alter table crowd add looked_at timestamptz not null;
comment on column crowd.as_of is 'When it was learnt: nothing later was known to it, UTC';
comment on column crowd.looked_at is 'When it was last found that nobody did anything new, or when it was learnt, UTC · run time';

create table crowd_worth (
    tenant_id     uuid not null default current_tenant() references tenant,
    crowd_id      uuid not null,
    videos        text[] not null,
    worths        bytea not null check (octet_length(worths) = 4 * cardinality(videos)),
    authors       text[] not null,
    author_worths bytea not null check (octet_length(author_worths) = 4 * cardinality(authors)),
    primary key (tenant_id, crowd_id),
    foreign key (tenant_id, crowd_id) references crowd on delete cascade
);
comment on table crowd_worth is 'What people of a crowd do with videos beside watching, for each who is known to have watched';
comment on column crowd_worth.tenant_id is 'Owner of the row · surrogate';
comment on column crowd_worth.crowd_id is 'Crowd it belongs to, as in crowd.id · surrogate';
comment on column crowd_worth.videos is 'Ids of the videos that somebody is known to have watched';
comment on column crowd_worth.worths is 'Of each of them what was done with it for each watcher: 2 a like, 3 what is saved, 4 a share or repost, drawn to the mean of all by five watchers; 4 bytes each';
comment on column crowd_worth.authors is 'Handles of their authors';
comment on column crowd_worth.author_worths is 'The same for all videos of each author, drawn to the mean by twenty watchers; 4 bytes each';
call close_to_other_tenants('crowd_worth');

alter table ranker_model add learnt_from text not null default 'LISTS' check (learnt_from in ('LISTS', 'TAKEN_OUT', 'BOTH'));
comment on column ranker_model.learnt_from is 'LISTS: from reactions to lists that were shown; TAKEN_OUT: from videos taken out of what people did; BOTH';
