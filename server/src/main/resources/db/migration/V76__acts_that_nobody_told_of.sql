-- Whether something was done because of a text is told by few; what nobody told is not no.

alter table wording_verdict alter column acted drop default;
alter table wording_verdict alter column acted drop not null;
update wording_verdict set acted = null where not acted;
comment on column wording_verdict.acted is 'Whether something was done because of it; null where nobody told';

-- What people wrote in place of texts lives in their verdicts alone, and goes with them.

update prompt_refinement set evidence = evidence || '{"edits": []}';
comment on column prompt_refinement.evidence is 'How many texts were made, accepted, edited, rejected, of how many a sentence was discarded, by which rules, and unwanted phrases; no text that people wrote';
