-- What captions say: versions of what was learnt from them, and each video's text as a vector with what is known of it.

create table text_version (
    tenant_id       uuid not null default current_tenant() references tenant,
    id              uuid not null,
    made_at         timestamptz not null,
    captions        integer not null check (captions > 0),
    terms           integer not null check (terms >= 0),
    sentence_model  text check (sentence_model <> ''),
    seed            bigint not null,
    dataset_hash    text not null check (dataset_hash ~ '^[0-9a-f]{64}$'),
    code_version    text not null check (code_version <> ''),
    artefact        bytea not null,
    artefact_sha256 text not null check (artefact_sha256 ~ '^[0-9a-f]{64}$'),
    state           text not null check (state in ('SERVING', 'RETIRED')),
    primary key (tenant_id, id)
);
create unique index text_version_serving on text_version (tenant_id) where state = 'SERVING';
comment on table text_version is 'Versions of what was learnt from captions; vectors of one version can be compared, those of two cannot';
comment on column text_version.tenant_id is 'Owner of the row · surrogate';
comment on column text_version.id is 'Id of the version · surrogate';
comment on column text_version.made_at is 'When it was learnt, UTC · run time';
comment on column text_version.captions is 'How many captions it was learnt from';
comment on column text_version.terms is 'How many words, hashtags and pieces of them were learnt; 0 where the sentence model stands alone';
comment on column text_version.sentence_model is 'Sentence model that is asked beside what was learnt; null where none loads';
comment on column text_version.seed is 'The same captions with the same seed give the same version';
comment on column text_version.dataset_hash is 'SHA-256 of the captions, in hex';
comment on column text_version.code_version is 'Version of Upswell that learnt it';
comment on column text_version.artefact is 'What was learnt, as dev.upswell.embed.EmbeddingFormat writes it · surrogate';
comment on column text_version.artefact_sha256 is 'SHA-256 of the artefact, in hex';
comment on column text_version.state is 'SERVING: vectors are made with it; RETIRED: a later one serves';
call close_to_other_tenants('text_version');

create table video_text (
    tenant_id     uuid not null default current_tenant() references tenant,
    video_id      text not null check (video_id <> ''),
    version_id    uuid not null,
    text_hash     text not null check (text_hash <> ''),
    language      text not null check (language <> ''),
    language_sure double precision not null check (language_sure between 0 and 1),
    keywords      text[] not null,
    vector        bytea not null,
    made_at       timestamptz not null,
    primary key (tenant_id, video_id),
    foreign key (tenant_id, version_id) references text_version
);
comment on table video_text is 'What the caption of each video says; rows go with the captions they were made of';
comment on column video_text.tenant_id is 'Owner of the row · surrogate';
comment on column video_text.video_id is 'Id of the video';
comment on column video_text.version_id is 'text_version.id by which its vector was made · surrogate';
comment on column video_text.text_hash is 'Tells whether the caption has changed since';
comment on column video_text.language is 'Language of the caption as ISO 639-1; und where it cannot be told';
comment on column video_text.language_sure is 'How far that language is ahead of the next, 0 to 1';
comment on column video_text.keywords is 'What sets the caption apart from the others, the weightiest first; at most 8 words, pairs of words or hashtags';
comment on column video_text.vector is 'The caption as numbers of 4 bytes each, the most significant byte first; all zeros where it says nothing · surrogate';
comment on column video_text.made_at is 'When it was made, UTC · run time';
call close_to_other_tenants('video_text');
