package dev.upswell.server.ask.answer;

import dev.upswell.ask.Cue;
import dev.upswell.ask.Intent;
import dev.upswell.ask.Measure;
import dev.upswell.ask.Understanding;
import dev.upswell.content.EntityId;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.Finding;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import dev.upswell.server.trend.Expected;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.Window;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Answers "why does … rise" and "does … rise": what moves with it, not what causes it, which nothing stored can tell.
final class WhyRisingAnswering implements Answering {

    private static final List<Metric> TOLD = List.of(Metric.NEW_VIDEOS, Metric.UNIQUE_CREATORS,
            Metric.TOP_CREATOR_SHARE, Metric.ENGAGEMENT_RATE,
            Metric.MOMENTUM, Metric.FOLLOWERS_GAINED);

    private final AskServices services;
    private final Intent intent;

    /// @param intent whether it is asked why something moves, or only whether it does
    WhyRisingAnswering(AskServices services, Intent intent) {
        this.services = services;
        this.intent = intent;
    }

    @Override
    public Intent intent() {
        return intent;
    }

    @Override
    public Outcome answer(Understanding asked) {
        EntityId entity = asked.entity();
        Subject subject = Subject.of(asked.named());
        if (asked.hours().orElse(24) != 24) {
            return Outcome.NotKnown.because("none.span");
        }
        Instant end = services.figures().lastEnd(entity.kind(), services.asOf()).orElse(Instant.EPOCH);
        MetricRow row = services.figures().rows(entity.kind(), entity, Window.DAY, end).get(entity);
        if (row == null || !row.values().has(Metric.VIEWS_GAINED)) {
            return Outcome.NotKnown.because("none.value", subject.name(), Measure.VIEWS_GAINED);
        }
        var draft = new Finding.Draft(end);
        var gained = draft.fact(subject, Metric.VIEWS_GAINED.label(), row.value(Metric.VIEWS_GAINED).orElseThrow(),
                Measuring.unit(Metric.VIEWS_GAINED),
                "24 hours");
        if (row.values().has(Metric.VIEW_GROWTH)) {
            double growth = row.value(Metric.VIEW_GROWTH).orElseThrow();
            boolean up = Stream.of(Cue.RISE, Cue.MORE, Cue.SURGE).anyMatch(asked::wants);
            boolean down = Stream.of(Cue.FALL, Cue.LESS, Cue.BADLY).anyMatch(asked::wants);
            boolean otherwise = up != down && (up ? growth <= 0 : growth >= 0);
            draft.tell(otherwise ? "why.otherwise" : "why.growth", subject.name(), gained, end,
                    draft.fact(subject, Metric.VIEW_GROWTH.label(), growth, Measuring.unit(Metric.VIEW_GROWTH),
                            "24 hours"));
        } else {
            draft.tell("why.gained", subject.name(), gained, end);
        }
        TOLD.stream().filter(row.values()::has).forEach(metric -> draft.tell("item.beside", subject.name(),
                draft.fact(subject, metric.label(), row.value(metric).orElseThrow(), Measuring.unit(metric),
                        "24 hours")));
        services.entities().expected(services.tenant(), entity, end, null).map(Expected.Explained::expected)
                .ifPresent(expected -> draft.tell("forecast.chance", subject.name(),
                        ForecastAnswering.chance(draft, subject, expected),
                        String.valueOf(expected.horizonHours()), expected.asOf()));
        return intent == Intent.WHY_RISING ? draft.tell("why.beside").done() : draft.done();
    }
}
