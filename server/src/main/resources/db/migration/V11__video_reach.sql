-- How far videos will reach: models, what they said, and what came.

create table reach_model (
    tenant_id    uuid not null default current_tenant() references tenant,
    id           text not null,
    target_hours integer not null check (target_hours > 6),
    settled      boolean not null,
    trained_at   timestamptz not null,
    videos       integer not null check (videos > 0),
    dataset_hash text not null,
    feature_set  text not null,
    seed         bigint not null,
    code_version text not null,
    artefact     bytea not null,
    judged       jsonb,
    created_at   timestamptz not null default now(),
    primary key (tenant_id, id)
);
create index reach_model_trained on reach_model (tenant_id, trained_at desc);
comment on table reach_model is 'One training of the model that foretells how far videos will reach';
comment on column reach_model.tenant_id is 'Owner of the row · surrogate';
comment on column reach_model.id is 'Name of the model, made from the hash of its artefact';
comment on column reach_model.target_hours is 'Age of a video at which its views are foretold, in hours';
comment on column reach_model.settled is 'Whether the views of the last reading stand for those at that age, as in archives read once';
comment on column reach_model.trained_at is 'Nothing later was known to it, UTC';
comment on column reach_model.videos is 'Videos with an outcome that it learnt from';
comment on column reach_model.dataset_hash is 'Hash of the training rows';
comment on column reach_model.feature_set is 'Version of the feature set, for example reach_features_v1';
comment on column reach_model.seed is 'Seed of its randomness';
comment on column reach_model.code_version is 'Version of Upswell that trained it';
comment on column reach_model.artefact is 'The model in its own format';
comment on column reach_model.judged is 'Figures of a backtest by stage, beside the plain rule; null until one was run';
comment on column reach_model.created_at is 'When the training ended, UTC · run time';

create table reach_forecast (
    tenant_id      uuid not null default current_tenant() references tenant,
    video_id       text not null,
    stage          text not null check (stage in ('draft', '15m', '1h', '6h')),
    as_of          timestamptz not null,
    posted_at      timestamptz not null,
    creator        text,
    caption        text,
    model_id       text not null,
    breakout       double precision not null check (breakout between 0 and 1),
    breakout_views double precision not null check (breakout_views >= 0),
    views_low      double precision not null check (views_low >= 0),
    views_mid      double precision not null,
    views_high     double precision not null,
    classes        jsonb not null,
    reasons        jsonb not null,
    first_readings boolean not null,
    outcome_views  double precision check (outcome_views >= 0),
    broke_out      boolean,
    created_at     timestamptz not null default now(),
    primary key (tenant_id, video_id, stage),
    foreign key (tenant_id, model_id) references reach_model (tenant_id, id),
    check (views_low <= views_mid and views_mid <= views_high),
    check ((outcome_views is null) = (broke_out is null))
);
create index reach_forecast_posted on reach_forecast (tenant_id, posted_at desc);
create index reach_forecast_model on reach_forecast (tenant_id, model_id);
comment on table reach_forecast is 'What was expected of a video''s views at a stage of its life, and what came';
comment on column reach_forecast.tenant_id is 'Owner of the row · surrogate';
comment on column reach_forecast.video_id is 'Id of the video';
comment on column reach_forecast.stage is 'draft (before upload), 15m, 1h or 6h after it';
comment on column reach_forecast.as_of is 'Time of posting plus the age of the stage: nothing later was used, UTC';
comment on column reach_forecast.posted_at is 'When the video was posted, UTC';
comment on column reach_forecast.creator is 'Handle of the creator; null when unknown';
comment on column reach_forecast.caption is 'First 120 characters of the caption; null when there is none';
comment on column reach_forecast.model_id is 'The model, as in reach_model.id';
comment on column reach_forecast.breakout is 'Probability of more views than breakout_views, 0 to 1';
comment on column reach_forecast.breakout_views is 'Views that one in ten videos of the 30 days before had reached at that age';
comment on column reach_forecast.views_low is '5 % quantile of the views';
comment on column reach_forecast.views_mid is 'Median of the views';
comment on column reach_forecast.views_high is '95 % quantile of the views';
comment on column reach_forecast.classes is 'Probabilities of under 1,000, 1,000 to 10,000, to 100,000, to 1,000,000 and more views';
comment on column reach_forecast.reasons is 'The features that moved the median most, with their factor';
comment on column reach_forecast.first_readings is 'Whether a reading of the video stood behind it';
comment on column reach_forecast.outcome_views is 'Views at the age asked about; null until it was read around that age';
comment on column reach_forecast.broke_out is 'Whether those were more than breakout_views; null as long as they are';
comment on column reach_forecast.created_at is 'When the forecast was made, UTC · run time';

do $$
declare
    owned text;
begin
    foreach owned in array array['reach_model', 'reach_forecast'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy tenant_isolation on %I to upswell_app using (tenant_id = (select current_tenant())) '
            'with check (tenant_id = (select current_tenant()))', owned);
        execute format('grant select, insert, update, delete on %I to upswell_app', owned);
    end loop;
end $$;
