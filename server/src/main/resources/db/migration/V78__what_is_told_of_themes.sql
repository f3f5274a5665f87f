-- Narratives of themes are kept as those of entities are.

alter table narrative drop constraint narrative_subject_kind_check;
alter table narrative add constraint narrative_subject_kind_check check (subject_kind in ('hashtag', 'sound', 'video', 'creator', 'theme'));
comment on column narrative.subject_kind is 'Kind of what it is about: hashtag, sound, video, creator or theme';
comment on column narrative.subject_id is 'Id of what it is about, within its kind; of themes theme.id';
