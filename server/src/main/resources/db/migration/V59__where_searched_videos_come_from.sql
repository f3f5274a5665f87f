-- Why videos are among those that patterns are searched in, where they were not asked for.

alter table pattern_run_video add column origin text check (origin <> '');
comment on column pattern_run_video.origin is 'Null: it was asked for; other_dates: posted before or after the range; else a sibling hashtag, for example #food';
