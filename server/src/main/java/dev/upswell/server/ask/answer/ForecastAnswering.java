package dev.upswell.server.ask.answer;

import dev.upswell.ask.Intent;
import dev.upswell.ask.Measure;
import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.Fact;
import dev.upswell.server.ask.Finding;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.trend.TrendTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers "will … surge": the probability that was foretold, where views are expected, or which of a kind are called.
final class ForecastAnswering implements Answering {

    private static final int USUAL_HORIZON = 24;

    private final AskServices services;

    ForecastAnswering(AskServices services) {
        this.services = services;
    }

    @Override
    public Intent intent() {
        return Intent.FORECAST;
    }

    /// The probability of a surge as a fact.
    static Fact chance(Finding.Draft draft, Subject subject, Expected expected) {
        return draft.fact(subject, "surge_probability", expected.probability(), Fact.Unit.RATIO, expected.asOf(),
                expected.horizonHours() + " hours");
    }

    @Override
    public Outcome answer(Understanding asked) {
        List<Slot.Named> named = asked.all(Slot.Named.class).stream().distinct().toList();
        return switch (named.size()) {
            case 0 -> ofKind(asked);
            case 1 -> ofEntity(asked);
            default -> likelier(asked, named);
        };
    }

    private Outcome ofEntity(Understanding asked) {
        Subject subject = Subject.of(asked.named());
        Optional<Expected> found = expected(services, asked);
        boolean foretold = asked.measure().map(Measure::label).map(level(asked.entity().kind())::equals).orElse(true);
        if (found.isEmpty() || !foretold) {
            return Outcome.NotKnown.because("none.forecast", subject.name());
        }
        Expected expected = found.get();
        var draft = new Finding.Draft(expected.asOf());
        draft.tell("forecast.chance", subject.name(), chance(draft, subject, expected),
                String.valueOf(expected.horizonHours()), expected.asOf());
        interval(draft, subject, expected);
        Expected.Range views = expected.views();
        if (views != null) {
            String measure = level(asked.entity().kind());
            String of = "in " + expected.horizonHours() + " hours";
            draft.tell("forecast.level",
                    draft.fact(subject, "expected_" + measure, views.middle(), Fact.Unit.COUNT, of),
                    draft.fact(subject, "expected_" + measure + "_low", views.low(), Fact.Unit.COUNT, of),
                    draft.fact(subject, "expected_" + measure + "_high", views.high(), Fact.Unit.COUNT, of),
                    String.valueOf(expected.horizonHours()));
        }
        return draft.done();
    }

    /// The chances of these, the likeliest first; not known unless all are.
    private Outcome likelier(Understanding asked, List<Slot.Named> named) {
        record Likely(Subject subject, Expected expected) {
        }
        List<Likely> known = new ArrayList<>();
        for (Slot.Named one : named) {
            Optional<Expected> expected = expected(services, asked, one.entity());
            if (expected.isEmpty()) {
                return Outcome.NotKnown.because("none.forecast", one.name());
            }
            known.add(new Likely(Subject.of(one), expected.get()));
        }
        known.sort(Comparator.comparingDouble((Likely one) -> -one.expected().probability())
                .thenComparing(one -> one.subject().name()));
        var draft = new Finding.Draft(known.getFirst().expected().asOf());
        known.forEach(one -> draft.tell("forecast.chance", one.subject().name(),
                chance(draft, one.subject(), one.expected()), String.valueOf(one.expected().horizonHours()),
                one.expected().asOf()));
        return draft.done();
    }

    /// The counter whose level is foretold of a kind.
    private static String level(EntityKind kind) {
        return switch (kind) {
            case HASHTAG, VIDEO -> "views";
            case SOUND -> "posts";
            case CREATOR -> "followers";
        };
    }

    /// What is expected of the named entity over the horizon that is asked for.
    static Optional<Expected> expected(AskServices services, Understanding asked) {
        return expected(services, asked, asked.entity());
    }

    private static Optional<Expected> expected(AskServices services, Understanding asked, EntityId entity) {
        int hours = asked.first(Slot.Ahead.class).map(Slot.Ahead::hours).orElse(USUAL_HORIZON);
        Instant end = services.figures().lastEnd(entity.kind(), services.asOf()).orElse(services.asOf());
        return services.entities().horizons(services.tenant(), entity, end, null).stream()
                .filter(one -> one.horizonHours() == hours).findFirst();
    }

    /// Says the interval of the probability, where the model knows it.
    static void interval(Finding.Draft draft, Subject subject, Expected expected) {
        List<Double> ends = expected.interval();
        String of = expected.horizonHours() + " hours";
        if (ends != null) {
            draft.tell("forecast.interval",
                    draft.fact(subject, "surge_probability_low", ends.getFirst(), Fact.Unit.RATIO, expected.asOf(), of),
                    draft.fact(subject, "surge_probability_high", ends.getLast(), Fact.Unit.RATIO, expected.asOf(),
                            of));
        }
    }

    private Outcome ofKind(Understanding asked) {
        EntityKind kind = asked.kind(EntityKind.HASHTAG);
        Ownership ownership = Ownership.of(services, asked, kind);
        if (ownership.marked()) {
            return Outcome.NotKnown.because("none.own");
        }
        TrendTable table = services.trends().trends(services.tenant(), kind, null);
        TrendTable.Model model = table.model();
        int hours = asked.first(Slot.Ahead.class).map(Slot.Ahead::hours)
                .orElse(model == null ? USUAL_HORIZON : model.horizonHours());
        if (model == null || model.horizonHours() != hours || asked.measure().isPresent()) {
            return Outcome.NotKnown.because("none.forecasts", kind);
        }
        var draft = new Finding.Draft(model.asOf());
        if (asked.first(Slot.Count.class).isPresent()) {
            draft.tell("forecast.likeliest", kind, String.valueOf(model.horizonHours()), model.asOf());
        } else {
            var called = new Subject(kind.label(), null);
            draft.tell("forecast.called", kind,
                    draft.fact(called, "called", model.called(), Fact.Unit.COUNT, model.horizonHours() + " hours"),
                    String.valueOf(model.horizonHours()), model.asOf());
        }
        ownership.tell(draft);
        record Likely(Subject subject, Expected expected) {
        }
        Stream.concat(
                table.lines().stream().filter(line -> line.expected() != null)
                        .map(line -> new Likely(Subject.of(line.ranked().row().entity(), line.name()),
                                Objects.requireNonNull(line.expected()))),
                model.unplaced().stream().map(one -> new Likely(Subject.of(one.entity(), one.name()), one.expected())))
                .sorted(Comparator.comparingDouble((Likely one) -> -one.expected().probability())
                        .thenComparing(one -> one.subject().name()))
                .limit(Math.clamp(asked.count(TopByAnswering.USUAL), 1, TopByAnswering.MOST))
                .forEach(one -> draft.tell("item", one.subject().name(), chance(draft, one.subject(), one.expected())));
        return draft.charted("surge_probability");
    }
}
