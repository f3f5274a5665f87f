-- How files are numbered depends on how often work was begun anew; what they hold does not.
comment on column feature_latest.lake_seq is 'Place of the newest file of readings that was seen, as in lake_file.seq · surrogate';
comment on column feature_latest.published_seq is 'Place of the file of vectors that it was published with, as in lake_file.seq; 0 for vectors of earlier releases · surrogate';
