-- Beside each prediction stands how far the entity lay from what the model had learned from.

alter table prediction add column stranger_than double precision check (stranger_than between 0 and 1);
alter table prediction add column outside double precision check (outside between 0 and 1);
alter table prediction add column strange_because jsonb not null default '[]';
alter table prediction add constraint prediction_strangeness check ((stranger_than is null) = (outside is null));
comment on column prediction.stranger_than is 'Share of the training rows held back that were less strange than this entity, 0 to 1; null when the model keeps nothing to compare with';
comment on column prediction.outside is 'Share of the features whose value lay beyond the training''s central 99 %, 0 to 1; null like stranger_than';
comment on column prediction.strange_because is 'The features that make it stranger than 99 % of the training rows, the most surprising first; empty when it is not';
