-- Whether something was done because of a text is told by few; what nobody told is not no.

alter table wording_verdict alter column acted drop default;
alter table wording_verdict alter column acted drop not null;
update wording_verdict set acted = null where not acted;
comment on column wording_verdict.acted is 'Whether something was done because of it; null where nobody told';
