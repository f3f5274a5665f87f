package dev.upswell.server.ask.answer;

import dev.upswell.ask.Intent;
import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import dev.upswell.pattern.PatternAnalysis;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.Fact;
import dev.upswell.server.ask.Finding;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSubject;
import dev.upswell.server.web.Link;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Answers "which patterns work for …": what the last search among these videos confirmed.
final class PatternsForAnswering implements Answering {

    private static final int LOOKED_AT = 200;

    private final PatternRuns patterns;

    PatternsForAnswering(PatternRuns patterns) {
        this.patterns = patterns;
    }

    @Override
    public Intent intent() {
        return Intent.PATTERNS_FOR;
    }

    @Override
    public Outcome answer(Understanding asked) {
        PatternSubject wanted = asked.first(Slot.Named.class)
                .map(named -> new PatternSubject(PatternSubject.Kind.HASHTAG, List.of(named.entity().value())))
                .orElse(PatternSubject.ALL);
        String said = asked.first(Slot.Named.class).map(named -> Subject.of(named).name()).orElse("");
        Optional<PatternRun> run = patterns.list(LOOKED_AT, 0).items().stream()
                .filter(one -> one.subject().equals(wanted) && one.analysis() != null).findFirst();
        if (run.isEmpty()) {
            return said.isEmpty()
                    ? Outcome.NotKnown.because("none.patterns.all")
                    : Outcome.NotKnown.because("none.patterns", said);
        }
        PatternAnalysis analysis = Objects.requireNonNull(run.get().analysis());
        Instant ended = Objects.requireNonNull(run.get().endedAt());
        var subject = new Subject(run.get().subject().said(),
                Link.to("/patterns", run.get().id().toString()).toString());
        var draft = new Finding.Draft(ended);
        draft.tell("patterns.found", subject.name(),
                draft.fact(subject, "videos", analysis.videos(), Fact.Unit.COUNT, null),
                draft.fact(subject, "tested_choices", analysis.tested(), Fact.Unit.COUNT, null),
                draft.fact(subject, "confirmed_patterns", analysis.confirmed(), Fact.Unit.COUNT, null), ended);
        analysis.buckets()
                .forEach(bucket -> bucket.findings().stream().filter(one -> one.label().confirmed()).forEach(one -> {
                    var choice = new PatternText(one.choice(), bucket.bucket());
                    var lift = one.evidence().meanLift();
                    if (lift == null) {
                        draft.tell(one.good() ? "patterns.does" : "patterns.avoids", choice, bucket.bucket().label());
                    } else {
                        draft.tell(one.good() ? "patterns.does.lift" : "patterns.avoids.lift", choice,
                                bucket.bucket().label(),
                                draft.fact(subject, "lift", lift.value(), Fact.Unit.CHANGE, bucket.bucket().label()));
                    }
                }));
        return draft.charted("lift");
    }
}
