-- Whether something was done because of a text is told by few; what nobody told is not no.

alter table wording_verdict alter column acted drop default;
alter table wording_verdict alter column acted drop not null;
update wording_verdict set acted = null where not acted;
comment on column wording_verdict.acted is 'Whether something was done because of it; null where nobody told';

-- What people wrote in place of texts lives in their verdicts alone, and goes with them.

update prompt_refinement set evidence = evidence || '{"edits": []}';
comment on column prompt_refinement.evidence is 'How many texts were made, accepted, edited, rejected, of how many a sentence was discarded, by which rules, and unwanted phrases; no text that people wrote';

-- Intervals of how a theme's captions lean rest on how evenly creators speak.

alter table theme rename column leaning_creators to leaning_voices;
comment on column theme.leaning_voices is 'How many creators with as many captions each would tell as much as those of these three; null where no run has looked yet. Of themes that no run has looked at since schema 76 the number of creators';
