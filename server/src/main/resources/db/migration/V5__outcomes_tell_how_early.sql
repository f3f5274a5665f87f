-- Outcomes keep what the evaluation of live forecasts needs: the bar, the level that was reached, and when the bar was passed.

alter table outcome add column bar double precision;
alter table outcome add column level double precision check (level >= 0);
alter table outcome add column hours_to_bar double precision check (hours_to_bar >= 0);
alter table outcome add column settled_at timestamptz not null default now();
alter table outcome add constraint outcome_hours check (hours_to_bar is null or label);
comment on column outcome.bar is 'Growth that had to be passed to surge at this cut, as a log ratio; null for outcomes of earlier releases';
comment on column outcome.level is 'Views at the end of the horizon; null for outcomes of earlier releases';
comment on column outcome.hours_to_bar is 'Hours from the cut to the first reading whose growth passed the bar; null unless it surged, and for outcomes of earlier releases';
comment on column outcome.settled_at is 'When the outcome was written or last corrected, UTC · run time';
