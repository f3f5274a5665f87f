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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Answers "which hashtags have the most …".
final class TopByAnswering implements Answering {

    static final int USUAL = 5;
    static final int MOST = 20;

    /// What was read last before that is no present level.
    private static final Duration FRESH = Duration.ofDays(1);

    private final AskServices services;
    private final Measuring measuring;

    TopByAnswering(AskServices services, Measuring measuring) {
        this.services = services;
        this.measuring = measuring;
    }

    @Override
    public Intent intent() {
        return Intent.TOP_BY;
    }

    @Override
    public Outcome answer(Understanding asked) {
        Measure measure = asked.measure().orElseThrow();
        EntityKind kind = asked.kind(EntityKind.HASHTAG);
        Map<EntityId, Measuring.Figure> values = values(asked, kind, measure);
        Ownership ownership = Ownership.of(services, asked, kind);
        if (values != null) {
            values.keySet().removeIf(ownership.negate());
        }
        if (values == null || values.isEmpty()) {
            return Outcome.NotKnown.because("none.kind", kind, measure);
        }
        var listed = new Listed(kind, Math.clamp(asked.count(USUAL), 1, MOST), !asked.wants(Cue.BOTTOM), ownership);
        return ranked(services, listed, values);
    }

    /// What is listed.
    ///
    /// @param top whether the highest come first
    record Listed(EntityKind kind, int count, boolean top, Ownership ownership) {
    }

    /// The values that are asked for, of all of a kind; null where there are none of that time.
    @Nullable
    Map<EntityId, Measuring.Figure> values(Understanding asked, EntityKind kind, Measure measure) {
        Instant asOf = services.levelsAt(kind);
        LocalDate day = asked.first(Slot.On.class).map(Slot.On::day).orElse(null);
        if (day != null) {
            return ofDay(kind, measure, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        boolean gained = asked.gained() || asked.hours().isPresent();
        if (measure.counter() != null && !gained) {
            Map<EntityId, Measuring.Figure> levels = measuring.levels(kind, null, measure.counter(), asOf);
            levels.values().removeIf(level -> level.at().isBefore(asOf.minus(FRESH)));
            return levels;
        }
        int hours = asked.hours().orElse(24);
        boolean possible = measure.metric() != null && (hours == 24 || Measuring.isSummed(measure));
        return possible ? measuring.metric(kind, null, Objects.requireNonNull(measure.metric()), hours, asOf) : null;
    }

    /// What each had of a day, in the window that ends with it; null where there is no such window, as of a day that is not over.
    private @Nullable Map<EntityId, Measuring.Figure> ofDay(EntityKind kind, Measure measure, Instant end) {
        if (measure.metric() == null || end.isAfter(services.levelsAt(kind))) {
            return null;
        }
        Map<EntityId, Measuring.Figure> values = measuring.metric(kind, null, measure.metric(), 24, end);
        return values == null || values.values().stream().anyMatch(one -> !one.at().equals(end)) ? null : values;
    }

    /// The first of these by their values.
    static Outcome ranked(AskServices services, Listed listed, Map<EntityId, Measuring.Figure> values) {
        EntityKind kind = listed.kind();
        boolean top = listed.top();
        Comparator<Map.Entry<EntityId, Measuring.Figure>> rising = Comparator
                .comparingDouble(entry -> entry.getValue().value());
        List<Map.Entry<EntityId, Measuring.Figure>> first = values.entrySet().stream()
                .sorted((top ? rising.reversed() : rising).thenComparing(Map.Entry::getKey)).limit(listed.count())
                .toList();
        Map<EntityId, String> names = services.figures().names(kind, first.stream().map(Map.Entry::getKey).toList());
        Measuring.Figure leading = first.getFirst().getValue();
        Instant asOf = first.stream().map(entry -> entry.getValue().at()).max(Comparator.naturalOrder()).orElseThrow();
        var draft = new Finding.Draft(asOf);
        draft.tell(top ? "top.most" : "top.least", kind, AnswerText.measured(leading.measure()), asOf, values.size());
        listed.ownership().tell(draft);
        if (leading.of() == null) {
            draft.tell("top.fresh");
        } else {
            draft.tell("top.span", AnswerText.span(leading.of()), asOf);
        }
        for (Map.Entry<EntityId, Measuring.Figure> entry : first) {
            Measuring.Figure figure = entry.getValue();
            Subject subject = Subject.of(entry.getKey(), names.getOrDefault(entry.getKey(), entry.getKey().value()));
            Fact fact = draft.fact(subject, figure.measure(), figure.value(), figure.unit(), figure.at(), figure.of());
            draft.tell("item", subject.name(), fact);
        }
        return draft.charted(leading.measure());
    }
}
