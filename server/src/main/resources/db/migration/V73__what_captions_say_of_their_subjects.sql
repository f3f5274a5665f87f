-- How captions of themes lean.

alter table theme add column positive integer check (positive >= 0);
alter table theme add column balanced integer check (balanced >= 0);
alter table theme add column negative integer check (negative >= 0);
alter table theme add column leaning_creators integer check (leaning_creators >= 0);
alter table theme add check (num_nulls(positive, balanced, negative, leaning_creators) in (0, 4));
comment on column theme.positive is 'How many of its captions praise, by their words and emoji; null where no run has looked yet';
comment on column theme.balanced is 'How many praise and complain alike; null where no run has looked yet';
comment on column theme.negative is 'How many complain; null where no run has looked yet';
comment on column theme.leaning_creators is 'Creators of these three; captions in none of them lean in no way that can be told; null where no run has looked yet';
