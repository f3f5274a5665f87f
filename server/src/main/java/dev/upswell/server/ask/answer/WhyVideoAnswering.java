package dev.upswell.server.ask.answer;

import dev.upswell.ask.Intent;
import dev.upswell.ask.Understanding;
import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.RootCause;
import dev.upswell.server.ask.AnswerText;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.Fact;
import dev.upswell.server.ask.Finding;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import dev.upswell.server.fyp.Diagnosis;
import dev.upswell.server.fyp.SettledScore;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.web.Link;
import java.util.Optional;

/// Answers "why did video … do so": what moved its FYP score away from the middle.
final class WhyVideoAnswering implements Answering {

    private static final int CAUSES = 4;

    private final VideoScores videos;

    WhyVideoAnswering(VideoScores videos) {
        this.videos = videos;
    }

    @Override
    public Intent intent() {
        return Intent.WHY_VIDEO;
    }

    /// A video as the subject of facts about its score, with the page of its score.
    static Subject subject(Understanding asked) {
        return new Subject(Subject.of(asked.named()).name(),
                Link.to("/videos/scores", asked.entity().value()).toString());
    }

    /// The score that explanations are of: with late figures where there are some.
    static FypScore explained(Diagnosis diagnosis) {
        SettledScore settled = diagnosis.latest().settled();
        return settled == null ? diagnosis.latest().score() : settled.score();
    }

    /// Tells the score as it was known at its mark, and beside it the one with what was told since, where that is another.
    static void scores(Finding.Draft draft, Subject subject, Diagnosis diagnosis) {
        FypScore known = diagnosis.latest().score();
        FypScore explained = explained(diagnosis);
        String mark = known.mark().label();
        known.fyp()
                .ifPresent(score -> draft.tell("video.score", subject.name(),
                        draft.fact(subject, "fyp_score", score, Fact.Unit.POINTS, known.asOf(), mark),
                        mark, known.asOf()));
        if (!explained.fyp().equals(known.fyp())) {
            explained.fyp().ifPresent(score -> draft.tell("video.settled",
                    draft.fact(subject, "settled_fyp_score", score, Fact.Unit.POINTS, explained.asOf(),
                            explained.mark().label())));
        }
    }

    static Fact.Unit unit(FypMetric metric) {
        return switch (metric.unit()) {
            case PER_MINUTE -> Fact.Unit.PER_MINUTE;
            case SHARE -> Fact.Unit.RATIO;
            case POINTS -> Fact.Unit.POINTS;
        };
    }

    @Override
    public Outcome answer(Understanding asked) {
        Optional<Diagnosis> diagnosis = videos.of(asked.entity().value());
        if (diagnosis.isEmpty() || explained(diagnosis.get()).fyp().isEmpty()) {
            return Outcome.NotKnown.because("none.score", Subject.of(asked.named()).name());
        }
        FypScore score = explained(diagnosis.get());
        Subject subject = subject(asked);
        var draft = new Finding.Draft(score.asOf());
        scores(draft, subject, diagnosis.get());
        for (RootCause.Cause cause : diagnosis.get().cause().causes().stream().limit(CAUSES).toList()) {
            Fact value = draft.fact(subject, cause.metric().word(), cause.value(), unit(cause.metric()),
                    score.mark().label());
            Fact median = draft.fact(subject, "median_" + cause.metric().word(), cause.median(), unit(cause.metric()),
                    "14 days");
            Fact points = draft.fact(subject, "points", cause.points(), Fact.Unit.POINTS, cause.metric().word());
            draft.tell("video.cause", AnswerText.measured(cause.metric().word()), value, median, points);
        }
        return draft.charted("points");
    }
}
