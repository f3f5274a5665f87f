-- What a run put aside is counted with the run: the rows themselves belong to the content and are replaced when the same
-- bytes are read in another way, after which an interrupted run could not be finished with the right counts.

alter table import_run add column reasons jsonb not null default '{}';
comment on column import_run.reasons is 'Rows that could not be used by reason, for example {"bad-time": 3}; empty for runs of the first release whose rows were replaced';

alter table import_run drop constraint import_run_state_check;
alter table import_run add constraint import_run_state_check check (state in ('RUNNING', 'DONE', 'FAILED', 'SUPERSEDED'));
comment on column import_run.state is 'RUNNING, DONE, FAILED, or SUPERSEDED when the same bytes were read in another way before it was done';
comment on column import_run.message is 'Why the run failed, was superseded, or why the file ended early; null otherwise';

update import_run run set reasons = put_aside.reasons
from (
    select tenant_id, content_sha256, jsonb_object_agg(reason, rows) as reasons, sum(rows) as rows
    from (select tenant_id, content_sha256, reason, count(*) as rows from quarantine
          group by tenant_id, content_sha256, reason) by_reason
    group by tenant_id, content_sha256
) put_aside
where put_aside.tenant_id = run.tenant_id and put_aside.content_sha256 = run.content_sha256
    and put_aside.rows = run.quarantined;

update import_run run set state = 'SUPERSEDED', message = 'The same file was read in another way before this import was done.'
where state in ('RUNNING', 'FAILED') and ((quarantined > 0 and reasons = '{}') or exists (
    select 1 from import_run later where later.tenant_id = run.tenant_id and later.content_sha256 = run.content_sha256
        and later.started_at > run.started_at));
