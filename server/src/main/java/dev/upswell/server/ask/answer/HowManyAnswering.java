package dev.upswell.server.ask.answer;

import dev.upswell.ask.Cue;
import dev.upswell.ask.Intent;
import dev.upswell.ask.Measure;
import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.ask.AnswerText;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.Fact;
import dev.upswell.server.ask.Finding;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.server.web.Link;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/// Answers "how many hashtags …": those that are watched, those that emerge, or those with more or less than so much of something.
final class HowManyAnswering implements Answering {

    private final AskServices services;
    private final TopByAnswering ranking;

    /// @param ranking knows the values of all of a kind
    HowManyAnswering(AskServices services, TopByAnswering ranking) {
        this.services = services;
        this.ranking = ranking;
    }

    @Override
    public Intent intent() {
        return Intent.HOW_MANY;
    }

    @Override
    public Outcome answer(Understanding asked) {
        EntityKind kind = asked.kind(EntityKind.HASHTAG);
        Ownership ownership = Ownership.of(services, asked, kind);
        if (asked.first(Slot.Bound.class).isPresent()) {
            return bounded(asked, kind, ownership);
        }
        if (ownership.marked()) {
            return Outcome.NotKnown.because("none.own");
        }
        if (asked.wants(Cue.POST) || asked.wants(Cue.POSTED)) {
            return posted(asked, ownership);
        }
        var subject = new Subject(kind.label(), Link.to("/trends").with("kind", kind.label(), null).toString());
        if (asked.wants(Cue.EMERGING)) {
            TrendTable table = services.trends().trends(services.tenant(), kind, null);
            Instant at = table.at();
            if (at == null) {
                return Outcome.NotKnown.because("none.kind", kind, Measure.VOLUME);
            }
            var draft = new Finding.Draft(at);
            draft.tell("many.emerging",
                    draft.fact(subject, "emerging", table.lines(null, true).size(), Fact.Unit.COUNT, "24 hours"), kind,
                    at);
            ownership.tell(draft);
            return draft.done();
        }
        Instant asOf = services.asOf();
        var draft = new Finding.Draft(asOf);
        draft.tell("many.watched",
                draft.fact(subject, "watched", services.figures().watched(kind, asOf), Fact.Unit.COUNT, null), kind,
                asOf);
        ownership.tell(draft);
        return draft.done();
    }

    /// Those whose figure lies above or below a number, of all that have one.
    private Outcome bounded(Understanding asked, EntityKind kind, Ownership ownership) {
        Measure measure = asked.measure().orElseThrow();
        Map<EntityId, Measuring.Figure> values = ranking.values(asked, kind, measure);
        if (values != null) {
            values.keySet().removeIf(ownership.negate());
        }
        if (values == null || values.isEmpty()) {
            return Outcome.NotKnown.because("none.kind", kind, measure);
        }
        Slot.Bound bound = asked.first(Slot.Bound.class).orElseThrow();
        Measuring.Figure any = values.values().iterator().next();
        Instant at = values.values().stream().map(Measuring.Figure::at).max(Comparator.naturalOrder()).orElseThrow();
        long within = values.values().stream().filter(one -> bound.holds(one.value())).count();
        var subject = new Subject(kind.label(), Link.to("/trends").with("kind", kind.label(), null).toString());
        var draft = new Finding.Draft(at);
        draft.tell(key(bound), draft.fact(subject, any.measure(), within, Fact.Unit.COUNT, any.of()), kind,
                AnswerText.measured(any.measure()), bound.number(), values.size());
        ownership.tell(draft);
        if (any.of() == null) {
            draft.tell("top.fresh");
        } else {
            draft.tell("top.span", AnswerText.span(any.of()), at);
        }
        return draft.done();
    }

    private static String key(Slot.Bound bound) {
        return bound.above()
                ? bound.including() ? "many.least" : "many.above"
                : bound.including() ? "many.most" : "many.below";
    }

    /// The stored videos that were posted in a time.
    private Outcome posted(Understanding asked, Ownership ownership) {
        Instant asOf = services.asOf();
        Span span = Span.of(asked, asOf);
        Slot.Named by = asked.first(Slot.Named.class).orElse(null);
        var draft = new Finding.Draft(asOf);
        long videos = services.figures().posted(by == null ? null : by.entity(), span.from(), span.to());
        Subject subject = by == null ? new Subject(EntityKind.VIDEO.label(), null) : Subject.of(by);
        Fact fact = draft.fact(subject, "videos_posted", videos, Fact.Unit.COUNT, null);
        if (by == null) {
            draft.tell("many.posted", fact, span.from(), span.to());
        } else {
            draft.tell("many.posted.by", fact, span.from(), span.to(), subject.name());
        }
        ownership.tell(draft);
        return draft.done();
    }
}
