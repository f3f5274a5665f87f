-- How long worded texts stood in view on pages, and whether something was done because of them: nobody's name is kept. And words that
-- were put to categories.

create table wording_viewing (
    tenant_id      uuid not null default current_tenant() references tenant,
    output_id      uuid not null,
    looks          integer not null check (looks > 0),
    in_view_millis bigint not null check (in_view_millis >= 0),
    acted          boolean not null,
    primary key (tenant_id, output_id),
    foreign key (tenant_id, output_id) references wording_output (tenant_id, id) on delete cascade
);
comment on table wording_viewing is 'How long worded texts were in view on pages, all readers together; who looked is not kept';
comment on column wording_viewing.tenant_id is 'Owner of the row · surrogate';
comment on column wording_viewing.output_id is 'The text, as in wording_output.id · surrogate';
comment on column wording_viewing.looks is 'How often a page told that it had been in view, 200 at most; further ones are not counted';
comment on column wording_viewing.in_view_millis is 'Time in view, all looks together, two minutes of each at most [ms]';
comment on column wording_viewing.acted is 'Whether a reader followed a link of it';

call close_to_other_tenants('wording_viewing');

alter table category add column mapped jsonb not null default '[]';
comment on column category.mapped is 'Further words that a language model put to it and that its texts bear out; they tell its content, and name nothing';
