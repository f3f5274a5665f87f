-- Why videos are among those that patterns are searched in, where they were not asked for; and what trials say of them.

alter table pattern_run_video add column origin text check (origin <> '');
alter table pattern_run_video add column tried double precision not null default 1 check (tried between 1 and 2);
comment on column pattern_run_video.origin is 'Null: it was asked for; other_dates: posted before or after the range; else a sibling hashtag, for example #food';
comment on column pattern_run_video.tried is 'How many times its evidence counts: 2 for videos of trials that validated their pattern before the search began, else 1';

-- Reports that were made for a test of formats, and what came of each.

alter table report add column dealt_format text check (dealt_format <> '');
alter table report add column given_to text check (given_to <> '');
alter table report add check ((dealt_format is null) = (given_to is null));
comment on column report.dealt_format is 'Format that a test of formats dealt it, for example recipe; null outside of tests';
comment on column report.given_to is 'Handle of the creator it was made for, in lower case without @; null outside of tests';

alter table report_format_use add column report_id uuid;
create unique index report_format_use_report on report_format_use (tenant_id, report_id);
comment on column report_format_use.report_id is 'The report it is about: report.id, which may have been removed; null where no kept report was named · surrogate';
