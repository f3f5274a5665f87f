-- What all people of a tenant together tell of who likes what, and by which way a video was found.

create table crowd (
    tenant_id    uuid not null default current_tenant() references tenant,
    id           uuid not null default gen_random_uuid(),
    as_of        timestamptz not null,
    people       integer not null check (people >= 0),
    acts         bigint not null check (acts >= 0),
    videos       text[] not null,
    learner      text not null check (learner <> ''),
    dataset_hash text not null,
    told_from    text not null,
    primary key (tenant_id, id)
);
create unique index crowd_one on crowd (tenant_id);
comment on table crowd is 'What was learnt from what all people did with videos; one at a time';
comment on column crowd.tenant_id is 'Owner of the row · surrogate';
comment on column crowd.id is 'Of the row · surrogate';
comment on column crowd.as_of is 'Nothing later was known to it, UTC';
comment on column crowd.people is 'People it was learnt from; 0 where too few did anything';
comment on column crowd.acts is 'Pairs of a person and a video that it was learnt from';
comment on column crowd.videos is 'Ids of the videos that scores are of, in their order';
comment on column crowd.learner is 'Way of learning and its settings';
comment on column crowd.dataset_hash is 'Hash of what it was learnt from';
comment on column crowd.told_from is 'Which files and reactions were looked at';
call close_to_other_tenants('crowd');

create table crowd_person (
    tenant_id  uuid not null default current_tenant() references tenant,
    subject_id uuid not null,
    crowd_id   uuid not null,
    late bytea not null,
    overall    bytea not null,
    primary key (tenant_id, subject_id),
    foreign key (tenant_id, subject_id) references profile_subject on delete cascade,
    foreign key (tenant_id, crowd_id) references crowd on delete cascade
);
create index crowd_person_crowd on crowd_person (tenant_id, crowd_id);
comment on table crowd_person is 'How much each person is expected to like the videos of a crowd';
comment on column crowd_person.tenant_id is 'Owner of the row · surrogate';
comment on column crowd_person.subject_id is 'Who, as in profile_subject.id · surrogate';
comment on column crowd_person.crowd_id is 'Crowd it belongs to, as in crowd.id · surrogate';
comment on column crowd_person.late is 'How well the audience of each video goes with what the person turned to of late, in the order of crowd.videos: 4 bytes each, 0 where unknown';
comment on column crowd_person.overall is 'How well the audience of each video goes with all that the person did, in the order of crowd.videos: 4 bytes each, 0 where unknown';
call close_to_other_tenants('crowd_person');

-- What was learnt from somebody who is erased says something of them in the scores of all others, so all of it goes at once.
create function leave_crowd() returns trigger language plpgsql as $$
begin
    delete from crowd where tenant_id = old.tenant_id and exists
        (select from crowd_person p where p.tenant_id = old.tenant_id and p.subject_id = old.id and p.crowd_id = crowd.id);
    return old;
end $$;
comment on function leave_crowd() is 'Forgets the crowd that was learnt from somebody who is erased.';
create trigger profile_subject_leaves_crowd before delete on profile_subject for each row execute function leave_crowd();

alter table recommendation_item add way text check (way in ('QUERY', 'VECTORS', 'CROWD', 'POPULARITY'));
comment on column recommendation_item.way is 'How it was found: QUERY by words, VECTORS by likeness, CROWD by what people who turned to the same turned to, POPULARITY by views; null in lists from before that was kept';
