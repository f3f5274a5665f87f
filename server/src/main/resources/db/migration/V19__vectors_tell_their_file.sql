-- A process that keeps vectors in memory notices by this place that another one has computed newer ones.

alter table feature_latest add column published_seq bigint not null default 0;
create index feature_latest_published on feature_latest (tenant_id, published_seq desc);
comment on column feature_latest.published_seq is 'Place of the file of vectors that it was published with, as in lake_file.seq; 0 for vectors of earlier releases';
