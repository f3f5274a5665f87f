package dev.upswell.server.ask.answer;

import dev.upswell.ask.Cue;
import dev.upswell.ask.Intent;
import dev.upswell.ask.Measure;
import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import dev.upswell.content.EntityKind;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.Fact;
import dev.upswell.server.ask.Finding;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.server.web.Link;
import java.time.Instant;

/// Answers "how many hashtags …": those that are watched, or those that emerge.
final class HowManyAnswering implements Answering {

    private final AskServices services;

    HowManyAnswering(AskServices services) {
        this.services = services;
    }

    @Override
    public Intent intent() {
        return Intent.HOW_MANY;
    }

    @Override
    public Outcome answer(Understanding asked) {
        EntityKind kind = asked.kind(EntityKind.HASHTAG);
        Ownership ownership = Ownership.of(services, asked, kind);
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
