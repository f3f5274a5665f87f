package dev.upswell.server.ask.answer;

import dev.upswell.ask.Cue;
import dev.upswell.ask.Intent;
import dev.upswell.ask.Measure;
import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import dev.upswell.content.EntityId;
import dev.upswell.fyp.FypMetric;
import dev.upswell.server.ask.AnswerText;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.Finding;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import dev.upswell.timeline.Counter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers "how many views has …": a level, what was gained, or a metric of one entity.
final class ValueAnswering implements Answering {

    private static final int DAY = 24;

    private final AskServices services;
    private final Measuring measuring;

    ValueAnswering(AskServices services, Measuring measuring) {
        this.services = services;
        this.measuring = measuring;
    }

    @Override
    public Intent intent() {
        return Intent.VALUE;
    }

    @Override
    public Outcome answer(Understanding asked) {
        Instant levels = services.levelsAt(asked.entity().kind());
        Wish wish = Wish.of(asked, levels);
        List<Measuring.Figure> figures = figures(measuring, wish, asked.entity());
        Measuring.Figure newer = newer(wish, asked.entity(), figures);
        if (figures.isEmpty() && newer == null) {
            return Outcome.NotKnown.because("none.value", Subject.of(asked.named()).name(), wish.measure());
        }
        var draft = new Finding.Draft(figures.isEmpty() && newer != null ? newer.at() : figures.getFirst().at());
        Subject subject = Subject.of(asked.named());
        for (Measuring.Figure one : figures) {
            draft.tell(one.of() == null ? "value.level" : "value.span", subject.name(),
                    draft.fact(subject, one.measure(), one.value(), one.unit(), one.at(), one.of()), one.at(),
                    AnswerText.span(Objects.requireNonNullElse(one.of(), "")));
        }
        if (newer != null) {
            draft.tell(figures.isEmpty() ? "value.level" : "value.since", subject.name(),
                    draft.fact(subject, newer.measure(), newer.value(), newer.unit(), newer.at(), null), newer.at());
        }
        return draft.done();
    }

    /// What was read after the instant that levels hold at, where that is another number.
    private Measuring.@Nullable Figure newer(Wish wish, EntityId entity, List<Measuring.Figure> figures) {
        Counter counter = wish.measure().counter();
        if (counter == null || wish.gained() || wish.day() != null || wish.timed() && figures.isEmpty()) {
            return null;
        }
        Measuring.Figure last = measuring.levels(entity.kind(), entity, counter, services.asOf()).get(entity);
        boolean same = last == null
                || figures.stream().anyMatch(one -> one.of() == null && one.value() == last.value());
        return same ? null : last;
    }

    /// What of which time is asked for.
    ///
    /// @param until nothing later counts
    /// @param hours the span; null where none is named
    /// @param gained whether it asks for what was gained and not for the level
    /// @param timed whether it names a time, of which the level alone would tell nothing
    record Wish(Measure measure, Instant until, @Nullable LocalDate day, @Nullable Integer hours, boolean gained,
            boolean timed) {

        static Wish of(Understanding asked, Instant asOf) {
            Measure measure = asked.measure().orElseThrow();
            LocalDate day = asked.first(Slot.On.class).map(Slot.On::day).orElse(null);
            Instant until = day == null ? asOf : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            Integer hours = asked.hours().orElse(null);
            boolean timed = day != null || hours != null;
            // Without a time, what was gained in a day is told beside all there is.
            boolean beside = !timed && (asked.wants(Cue.GAIN) || asked.wants(Cue.GET));
            Integer span = beside ? Integer.valueOf(DAY) : hours;
            return new Wish(measure, until.isAfter(asOf) ? asOf : until, day, span, timed && asked.gained(), timed);
        }

        /// The last instant that is still of the day, where one is named.
        Instant lastOfDay() {
            boolean whole = day != null && !until.isBefore(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            return whole ? until.minus(1, ChronoUnit.MICROS) : until;
        }

        /// The span, a day where none is named.
        int span() {
            return hours == null ? 24 : hours;
        }
    }

    /// The figures that are asked for; for a counter with a span both, unless only what was gained is.
    static List<Measuring.Figure> figures(Measuring measuring, Wish wish, EntityId entity) {
        var figures = new ArrayList<Measuring.Figure>();
        Measure measure = wish.measure();
        String watching = measure.watching();
        if (watching != null) {
            FypMetric metric = FypMetric.find(watching).orElseThrow();
            Optional.ofNullable(
                    wish.day() == null && wish.hours() == null ? measuring.watching(entity.value(), metric) : null)
                    .ifPresent(figures::add);
            return figures;
        }
        if (measure.counter() != null && !wish.gained()) {
            Measuring.Figure level = measuring.levels(entity.kind(), entity, measure.counter(), wish.lastOfDay())
                    .get(entity);
            if (level != null
                    && (wish.day() == null || LocalDate.ofInstant(level.at(), ZoneOffset.UTC).equals(wish.day()))) {
                figures.add(level);
            }
        }
        boolean spanned = measure.counter() == null || wish.gained() || wish.hours() != null || wish.day() != null;
        boolean possible = Measuring.isSummed(measure) || wish.span() == 24;
        if (measure.metric() != null && spanned && possible) {
            Map<EntityId, Measuring.Figure> rows = measuring.metric(entity.kind(), entity, measure.metric(),
                    wish.span(), wish.until());
            Optional.ofNullable(rows == null ? null : rows.get(entity)).filter(one -> ofDay(one, wish.day()))
                    .ifPresent(figures::add);
        }
        boolean levelAlone = wish.timed() && wish.hours() != null
                && figures.stream().noneMatch(one -> one.of() != null);
        return levelAlone ? List.of() : figures;
    }

    /// Whether a window ends within this day or with it; of no day in particular, always.
    private static boolean ofDay(Measuring.Figure figure, @Nullable LocalDate day) {
        return day == null
                || LocalDate.ofInstant(figure.at().minus(Duration.ofNanos(1)), ZoneOffset.UTC).equals(day);
    }
}
