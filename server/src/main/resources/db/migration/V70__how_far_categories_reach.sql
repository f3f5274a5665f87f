-- How far categories of a taxonomy reach, by which a later version carries them on.

alter table taxonomy_version add column reach double precision check (reach between -1 and 1);
comment on column taxonomy_version.reach is 'How alike to the nearest category a text was at least to belong to it, −1 to 1; null where nobody told';
