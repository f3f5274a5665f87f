package dev.upswell.server.ask.answer;

import dev.upswell.ask.Cue;
import dev.upswell.ask.Intent;
import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import dev.upswell.server.ask.AnswerText;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.Fact;
import dev.upswell.server.ask.Finding;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import java.util.List;
import java.util.Objects;

/// Answers "has … more views than …".
final class CompareAnswering implements Answering {

    private final AskServices services;
    private final Measuring measuring;

    CompareAnswering(AskServices services, Measuring measuring) {
        this.services = services;
        this.measuring = measuring;
    }

    @Override
    public Intent intent() {
        return Intent.COMPARE;
    }

    @Override
    public Outcome answer(Understanding asked) {
        ValueAnswering.Wish wish = ValueAnswering.Wish.of(asked, services.levelsAt(asked.entity().kind()));
        List<Slot.Named> named = asked.all(Slot.Named.class).stream().distinct().toList();
        Slot.Named one = named.getFirst();
        Slot.Named other = named.getLast();
        List<Measuring.Figure> first = ValueAnswering.figures(measuring, wish, one.entity());
        List<Measuring.Figure> second = ValueAnswering.figures(measuring, wish, other.entity());
        if (first.isEmpty() || second.isEmpty() || !first.getLast().measure().equals(second.getLast().measure())) {
            return Outcome.NotKnown.because("none.value", Subject.of(first.isEmpty() ? one : other).name(),
                    wish.measure());
        }
        Measuring.Figure a = first.getLast();
        Measuring.Figure b = second.getLast();
        var draft = new Finding.Draft(a.at());
        Fact mine = draft.fact(Subject.of(one), a.measure(), a.value(), a.unit(), a.at(), a.of());
        Fact theirs = draft.fact(Subject.of(other), b.measure(), b.value(), b.unit(), b.at(), b.of());
        String key = a.value() > b.value() ? "compare.more" : a.value() < b.value() ? "compare.less" : "compare.same";
        draft.tell(key, Subject.of(one).name(), Subject.of(other).name(), mine, theirs);
        if (asked.wants(Cue.GAP)) {
            draft.tell("compare.gap", draft.fact(Subject.of(one), a.measure() + "_apart",
                    Math.abs(a.value() - b.value()), a.unit(), a.at(), a.of()));
        }
        draft.tell(a.of() == null ? "compare.level" : "compare.span", a.at(), b.at(),
                AnswerText.span(Objects.requireNonNullElse(a.of(), "")));
        return draft.charted(a.measure());
    }
}
