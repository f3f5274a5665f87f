package dev.upswell.server.ask.answer;

import dev.upswell.ask.Cue;
import dev.upswell.ask.Intent;
import dev.upswell.ask.Measure;
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
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Answers "which hashtags rise": over a day those with a place on the page Trends that gained more views than the day before, the steepest
/// rise first; over more days those that gained most.
final class RisingAnswering implements Answering {

    private static final int DAY = 24;

    private final AskServices services;
    private final Measuring measuring;

    RisingAnswering(AskServices services, Measuring measuring) {
        this.services = services;
        this.measuring = measuring;
    }

    @Override
    public Intent intent() {
        return Intent.RISING;
    }

    @Override
    public Outcome answer(Understanding asked) {
        EntityKind kind = asked.kind(EntityKind.HASHTAG);
        int hours = asked.hours().orElse(DAY);
        Ownership ownership = Ownership.of(services, asked, kind);
        int count = Math.clamp(asked.count(TopByAnswering.USUAL), 1, TopByAnswering.MOST);
        if (hours == DAY) {
            return today(asked, kind, count, ownership);
        }
        if (asked.wants(Cue.FALL) || asked.wants(Cue.EMERGING) || hours % DAY != 0) {
            return Outcome.NotKnown.because("none.span");
        }
        Map<EntityId, Measuring.Figure> gains = measuring.metric(kind, null, Metric.VIEWS_GAINED, hours,
                services.asOf());
        if (gains != null) {
            gains.keySet().removeIf(ownership.negate());
        }
        return gains == null || gains.isEmpty()
                ? Outcome.NotKnown.because("none.kind", kind, Measure.VIEWS_GAINED)
                : TopByAnswering.ranked(services, new TopByAnswering.Listed(kind, count, true, ownership), gains);
    }

    private Outcome today(Understanding asked, EntityKind kind, int count, Ownership ownership) {
        TrendTable table = services.trends().trends(services.tenant(), kind, null);
        Instant at = table.at();
        if (at == null) {
            return Outcome.NotKnown.because("none.kind", kind, Measure.VIEW_GROWTH);
        }
        boolean falling = asked.wants(Cue.FALL);
        boolean emerging = asked.wants(Cue.EMERGING);
        List<TrendTable.Line> lines = table.lines().stream()
                .filter(line -> ownership.test(line.ranked().row().entity()))
                .filter(line -> emerging ? line.isEmerging() : growth(line) * (falling ? -1 : 1) > 0).toList();
        if (!emerging) {
            Comparator<TrendTable.Line> steepest = Comparator.comparingDouble(RisingAnswering::growth);
            lines = lines.stream().sorted(falling ? steepest : steepest.reversed()).toList();
        }
        var draft = new Finding.Draft(at);
        String sort = emerging ? "emerging" : falling ? "falling" : "rising";
        draft.tell(lines.isEmpty() ? "rising.none." + sort : "rising." + sort, kind, at, lines.size());
        ownership.tell(draft);
        lines.stream().limit(count).forEach(line -> tell(draft, line));
        return draft.charted(Metric.VIEWS_GAINED.label());
    }

    private static double growth(TrendTable.Line line) {
        return line.ranked().row().value(Metric.VIEW_GROWTH).orElse(0);
    }

    private static void tell(Finding.Draft draft, TrendTable.Line line) {
        MetricRow row = line.ranked().row();
        Subject subject = Subject.of(row.entity(), line.name());
        Expected expected = line.expected();
        List<Metric> told = List.of(Metric.VIEWS_GAINED, Metric.VIEW_GROWTH, Metric.MOMENTUM).stream()
                .filter(row.values()::has).toList();
        List<Fact> facts = told.stream()
                .map(metric -> draft.fact(subject, metric.label(), row.value(metric).orElseThrow(),
                        Measuring.unit(metric), "24 hours"))
                .toList();
        facts.forEach(fact -> draft.tell(fact.measure().equals(Metric.VIEWS_GAINED.label()) ? "item" : "item.more",
                subject.name(), fact));
        if (expected != null) {
            draft.tell("item.more", subject.name(),
                    draft.fact(subject, "surge_probability", expected.probability(), Fact.Unit.RATIO, expected.asOf(),
                            expected.horizonHours() + " hours"));
        }
    }
}
