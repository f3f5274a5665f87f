-- Why videos are among those that patterns are searched in, where they were not asked for; and what trials say of them.

alter table pattern_run_video add column origin text check (origin <> '');
alter table pattern_run_video add column tried double precision not null default 1 check (tried between 1 and 2);
comment on column pattern_run_video.origin is 'Null: it was asked for; other_dates: posted before or after the range; else a sibling hashtag, for example #food';
comment on column pattern_run_video.tried is 'How many times its evidence counts: 2 for videos of trials that validated their pattern before the search began, else 1';
