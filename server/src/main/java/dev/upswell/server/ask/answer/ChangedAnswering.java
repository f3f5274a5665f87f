package dev.upswell.server.ask.answer;

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
import dev.upswell.server.ask.FigureRepository.Level;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import dev.upswell.timeline.Counter;
import dev.upswell.trend.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Answers "what changed for …": the counters of an entity then and now; or what it gained beside what it gained before.
final class ChangedAnswering implements Answering {

    private static final Duration LATE = Duration.ofHours(24);
    private static final int DAY = 24;

    private final AskServices services;
    private final Measuring measuring;

    ChangedAnswering(AskServices services, Measuring measuring) {
        this.services = services;
        this.measuring = measuring;
    }

    @Override
    public Intent intent() {
        return Intent.CHANGED;
    }

    @Override
    public Outcome answer(Understanding asked) {
        if (asked.first(Slot.Named.class).isEmpty()) {
            return Outcome.NotKnown.because("none.changed");
        }
        Instant now = services.levelsAt(asked.entity().kind());
        Integer before = asked.first(Slot.Earlier.class).map(Slot.Earlier::hours).orElse(null);
        return before == null ? counters(asked, Span.of(asked, now)) : gains(asked, before, now);
    }

    private Outcome counters(Understanding asked, Span span) {
        Subject subject = Subject.of(asked.named());
        var draft = new Finding.Draft(span.to());
        for (Counter counter : counters(asked)) {
            Level before = level(asked.entity(), counter, span.from());
            Level after = level(asked.entity(), counter, span.to());
            if (before != null && after != null && after.at().isAfter(before.at())) {
                Fact from = draft.fact(subject, counter.label(), before.value(), Fact.Unit.COUNT, before.at(), null);
                Fact to = draft.fact(subject, counter.label(), after.value(), Fact.Unit.COUNT, after.at(), null);
                Fact change = draft.fact(subject, counter.label() + "_change", after.value() - (double) before.value(),
                        Fact.Unit.COUNT, after.at(), null);
                String key = after.value() > before.value()
                        ? "changed.up"
                        : after.value() < before.value() ? "changed.down" : "changed.same";
                draft.tell(key, subject.name(), AnswerText.measured(counter.label()), from, to, change, before.at(),
                        after.at());
            }
        }
        Outcome.Found found = draft.done();
        return found.finding().facts().isEmpty() ? Outcome.NotKnown.because("none.change", subject.name()) : found;
    }

    /// What was gained in so many hours, and in as many before them.
    private Outcome gains(Understanding asked, int hours, Instant now) {
        Subject subject = Subject.of(asked.named());
        int wanted = asked.hours().orElse(hours);
        Instant day = asked.first(Slot.On.class)
                .map(on -> on.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(null);
        boolean whole = day == null || hours == DAY && !day.isAfter(now);
        if (wanted != hours || !whole || asked.first(Slot.Period.class).isPresent()) {
            return Outcome.NotKnown.because("none.span");
        }
        Instant end = day != null ? day : services.figures().lastEnd(asked.entity().kind(), now).orElse(now);
        var draft = new Finding.Draft(end);
        for (Metric metric : metrics(asked)) {
            Measuring.Figure later = gain(asked.entity(), metric, hours, end);
            Measuring.Figure earlier = gain(asked.entity(), metric, hours, end.minus(Duration.ofHours(hours)));
            if (later != null && earlier != null && (day == null || later.at().equals(day))
                    && earlier.at().equals(later.at().minus(Duration.ofHours(hours)))) {
                String key = later.value() > earlier.value()
                        ? "gains.more"
                        : later.value() < earlier.value() ? "gains.less" : "gains.same";
                Fact mine = draft.fact(subject, metric.label(), later.value(), later.unit(), later.at(), later.of());
                Fact theirs = draft.fact(subject, metric.label(), earlier.value(), earlier.unit(), earlier.at(),
                        earlier.of());
                draft.tell(key, subject.name(), AnswerText.measured(metric.label()), mine, theirs, later.at(),
                        earlier.at(), AnswerText.span(Objects.requireNonNullElse(later.of(), "")));
            }
        }
        Outcome.Found found = draft.done();
        return found.finding().facts().isEmpty() ? Outcome.NotKnown.because("none.change", subject.name()) : found;
    }

    private Measuring.@Nullable Figure gain(EntityId entity, Metric metric, int hours, Instant end) {
        Map<EntityId, Measuring.Figure> values = measuring.metric(entity.kind(), entity, metric, hours, end);
        return values == null ? null : values.get(entity);
    }

    private @Nullable Level level(EntityId entity, Counter counter, Instant at) {
        Level level = services.figures().levels(entity.kind(), counter, entity, at).get(entity);
        return level == null || level.at().isBefore(at.minus(LATE)) ? null : level;
    }

    private static List<Metric> metrics(Understanding asked) {
        Metric one = asked.measure().map(Measure::metric).orElse(null);
        if (one != null) {
            return List.of(one);
        }
        return asked.measure().isPresent()
                ? List.of()
                : asked.entity().kind() == EntityKind.CREATOR
                        ? List.of(Metric.FOLLOWERS_GAINED, Metric.VIEWS_GAINED)
                        : List.of(Metric.VIEWS_GAINED, Metric.POSTS_GAINED);
    }

    private static List<Counter> counters(Understanding asked) {
        Counter one = asked.measure().map(ChangedAnswering::counter).orElse(null);
        return one != null
                ? List.of(one)
                : asked.entity().kind() == EntityKind.CREATOR
                        ? List.of(Counter.FOLLOWERS, Counter.LIKES, Counter.POSTS)
                        : List.of(Counter.VIEWS, Counter.LIKES, Counter.COMMENTS, Counter.SHARES, Counter.POSTS);
    }

    /// The counter whose change is asked for, also where it is called what was gained of it.
    private static @Nullable Counter counter(Measure measure) {
        return switch (measure) {
            case VIEWS_GAINED -> Counter.VIEWS;
            case POSTS_GAINED -> Counter.POSTS;
            case FOLLOWERS_GAINED -> Counter.FOLLOWERS;
            case LIKES_GAINED -> Counter.LIKES;
            default -> measure.counter();
        };
    }
}
