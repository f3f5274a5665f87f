package dev.upswell.server.ask.answer;

import dev.upswell.ask.Intent;
import dev.upswell.ask.Measure;
import dev.upswell.ask.Understanding;
import dev.upswell.content.EntityKind;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.Fact;
import dev.upswell.server.ask.Finding;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import dev.upswell.server.fyp.Diagnosis;
import dev.upswell.server.scorecard.KeptScorecard;
import dev.upswell.server.web.Link;
import java.util.Optional;

/// Answers "what is the score of …": the scorecard of a creator, the FYP score of a video.
final class ScoreOfAnswering implements Answering {

    private final AskServices services;

    ScoreOfAnswering(AskServices services) {
        this.services = services;
    }

    @Override
    public Intent intent() {
        return Intent.SCORE_OF;
    }

    @Override
    public Outcome answer(Understanding asked) {
        boolean creator = asked.entity().kind() == EntityKind.CREATOR;
        boolean other = asked.measure().filter(one -> one == (creator ? Measure.FYP_SCORE : Measure.CREATOR_SCORE))
                .isPresent();
        if (other) {
            return Outcome.NotKnown.because("none.otherScore");
        }
        return creator ? ofCreator(asked) : ofVideo(asked);
    }

    private Outcome ofCreator(Understanding asked) {
        String name = asked.entity().value();
        if (services.pseudonyms().used()) {
            return Outcome.NotKnown.because("none.pseudonyms");
        }
        Optional<KeptScorecard> found = services.scorecards().latest().stream()
                .filter(one -> one.creator().equals(name)).findFirst();
        Double overall = found.map(KeptScorecard::overall).orElse(null);
        if (found.isEmpty() || overall == null) {
            return Outcome.NotKnown.because("none.card", Subject.of(asked.named()).name());
        }
        KeptScorecard card = found.get();
        var subject = new Subject("@" + name, Link.to("/creators/card", name).toString());
        var draft = new Finding.Draft(card.asOf());
        draft.tell("score.creator", subject.name(),
                draft.fact(subject, "creator_score", overall, Fact.Unit.SCORE, card.weighting()),
                draft.fact(subject, "coverage", card.coverage(), Fact.Unit.RATIO, card.weighting()), card.asOf());
        draft.tell("score.range",
                draft.fact(subject, "creator_score_worst", card.worst(), Fact.Unit.SCORE, card.weighting()),
                draft.fact(subject, "creator_score_best", card.best(), Fact.Unit.SCORE, card.weighting()));
        return draft.done();
    }

    private Outcome ofVideo(Understanding asked) {
        String id = asked.entity().value();
        Optional<Diagnosis> diagnosis = services.videos().of(id);
        if (diagnosis.isEmpty() || diagnosis.get().latest().score().fyp().isEmpty()) {
            return Outcome.NotKnown.because("none.score", Subject.of(asked.named()).name());
        }
        var draft = new Finding.Draft(diagnosis.get().latest().score().asOf());
        WhyVideoAnswering.scores(draft, WhyVideoAnswering.subject(asked), diagnosis.get());
        return draft.done();
    }
}
