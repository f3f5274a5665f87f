-- What each trained model rests on: how much on each feature, and how its probability hangs on the strongest of them.

create table model_importance (
    tenant_id  uuid not null default current_tenant() references tenant,
    model_id   uuid not null,
    feature    text not null check (feature <> ''),
    rank       integer not null check (rank > 0),
    effect     double precision not null check (effect >= 0),
    share      double precision not null check (share between 0 and 1),
    gain       double precision check (gain between 0 and 1),
    missing    double precision not null check (missing between 0 and 1),
    cost_nanos double precision check (cost_nanos >= 0),
    primary key (tenant_id, model_id, feature),
    foreign key (tenant_id, model_id) references model_record (tenant_id, id)
);
create index model_importance_rank on model_importance (tenant_id, model_id, rank);
comment on table model_importance is 'How much a trained model rests on a feature, over a sample of the rows that it learned from';
comment on column model_importance.tenant_id is 'Owner of the row · surrogate';
comment on column model_importance.model_id is 'The model, as in model_record.id · surrogate';
comment on column model_importance.feature is 'Name of the feature in the model''s set';
comment on column model_importance.rank is '1 for the feature of the largest effect';
comment on column model_importance.effect is 'Mean of the absolute contributions (SHAP), in log-odds';
comment on column model_importance.share is 'The effect in that of all features together, 0 to 1';
comment on column model_importance.gain is 'Share of the splits by the feature in the gain of all splits, 0 to 1; null for a model without splits';
comment on column model_importance.missing is 'Share of the rows in which the feature was missing, 0 to 1';
comment on column model_importance.cost_nanos is 'Time that the feature takes for one entity, measured once at the training, in nanoseconds; null when nobody could be asked about then · run time';

create table model_dependence (
    tenant_id uuid not null default current_tenant() references tenant,
    model_id  uuid not null,
    feature   text not null check (feature <> ''),
    place     integer not null check (place > 0),
    body      jsonb not null,
    primary key (tenant_id, model_id, feature),
    foreign key (tenant_id, model_id) references model_record (tenant_id, id)
);
comment on table model_dependence is 'How the probability of a trained model hangs on one of its strongest features';
comment on column model_dependence.tenant_id is 'Owner of the row · surrogate';
comment on column model_dependence.model_id is 'The model, as in model_record.id · surrogate';
comment on column model_dependence.feature is 'Name of the feature in the model''s set';
comment on column model_dependence.place is 'Rank of the feature by importance';
comment on column model_dependence.body is 'Mean probability with the spread of single curves at values of the feature, and the deciles of its values';

do $$
declare
    owned text;
begin
    foreach owned in array array['model_importance', 'model_dependence'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy tenant_isolation on %I to upswell_app using (tenant_id = (select current_tenant())) '
            'with check (tenant_id = (select current_tenant()))', owned);
        execute format('grant select, insert, update, delete on %I to upswell_app', owned);
    end loop;
end $$;
