package dev.upswell.server.ask.answer;

import dev.upswell.ask.Intent;
import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import dev.upswell.content.EntityKind;
import dev.upswell.server.ask.AnswerText;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.Fact;
import dev.upswell.server.ask.Finding;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.trend.Judged;
import dev.upswell.server.trend.TrendTable;
import java.util.Optional;

/// Answers "how sure are you": the interval of a forecast, or how right forecasts of a kind were.
final class HowSureAnswering implements Answering {

    private final AskServices services;

    HowSureAnswering(AskServices services) {
        this.services = services;
    }

    @Override
    public Intent intent() {
        return Intent.HOW_SURE;
    }

    @Override
    public Outcome answer(Understanding asked) {
        return asked.first(Slot.Named.class).isPresent() ? ofEntity(asked) : ofKind(asked.kind(EntityKind.HASHTAG));
    }

    private Outcome ofEntity(Understanding asked) {
        Subject subject = Subject.of(asked.named());
        Optional<Expected> expected = ForecastAnswering.expected(services, asked).filter(one -> one.interval() != null);
        if (expected.isEmpty()) {
            return Outcome.NotKnown.because("none.interval", subject.name());
        }
        var draft = new Finding.Draft(expected.get().asOf());
        draft.tell("forecast.chance", subject.name(), ForecastAnswering.chance(draft, subject, expected.get()),
                String.valueOf(expected.get().horizonHours()), expected.get().asOf());
        ForecastAnswering.interval(draft, subject, expected.get());
        return draft.done();
    }

    private Outcome ofKind(EntityKind kind) {
        TrendTable.Model model = services.trends().trends(services.tenant(), kind, null).model();
        Judged judged = model == null ? null : model.judged();
        if (model == null || judged == null || judged.pairs() == 0) {
            return Outcome.NotKnown.because("none.judged", kind);
        }
        var draft = new Finding.Draft(model.asOf());
        var subject = new Subject(kind.label(), "/models");
        String of = judged.days() + " days";
        draft.tell("sure.pairs", draft.fact(subject, "judged_forecasts", judged.pairs(), Fact.Unit.COUNT, of),
                draft.fact(subject, "surges", judged.surges(), Fact.Unit.COUNT, of), AnswerText.span(of), kind);
        draft.tell("sure.calls", draft.fact(subject, "calls", judged.calls(), Fact.Unit.COUNT, of),
                draft.fact(subject, "calls_that_came_true", judged.caught(), Fact.Unit.COUNT, of));
        Double area = judged.prAuc();
        Double guess = judged.prevalence();
        if (area != null && guess != null) {
            draft.tell("sure.area", draft.fact(subject, "pr_auc", area, Fact.Unit.SCORE, "backtest"),
                    draft.fact(subject, "prevalence", guess, Fact.Unit.RATIO, "backtest"));
        }
        return draft.done();
    }
}
