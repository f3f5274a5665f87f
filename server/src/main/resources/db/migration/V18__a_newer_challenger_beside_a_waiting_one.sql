-- A model that waits for a person no longer keeps newer trainings out: of one family one model may wait while another predicts in shadow.

drop index model_record_challenger;
create unique index model_record_challenger on model_record (tenant_id, entity_kind, horizon_hours, kind)
    where state = 'SHADOW';
create unique index model_record_awaiting on model_record (tenant_id, entity_kind, horizon_hours, kind)
    where state = 'AWAITING_APPROVAL';
