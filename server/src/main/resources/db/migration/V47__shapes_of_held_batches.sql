-- What a blocked batch says of the fields of its items is learnt only once somebody lets it in.
alter table gate_batch add column shapes jsonb;
comment on column gate_batch.shapes is 'Fields of its items by format, of a batch that was set aside; null for others';
