package dev.upswell.server.live.plan;

import dev.upswell.server.event.EventType;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Ceiling;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.SourceBoard;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.SpendForecast;
import dev.upswell.server.live.spend.Allowance;
import dev.upswell.server.live.spend.CeilingRepository;
import dev.upswell.server.live.spend.ReuseRepository;
import dev.upswell.server.live.spend.SpendRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the providers stand, by what the database tells of their keys and plans.
public final class KeptSourceBoard implements SourceBoard {

    private static final Budget MONTH = new Budget(Allowance.MONTH, Budget.Counts.UNITS, Long.MAX_VALUE,
            new Budget.Span.Month());

    private final PlanParts parts;
    private final SpendRepository spending = new SpendRepository();
    private final CeilingRepository ceilings = new CeilingRepository();
    private final PlanRepository plans = new PlanRepository();
    private final WatchRepository watches = new WatchRepository();

    /// Over these parts.
    public KeptSourceBoard(PlanParts parts) {
        this.parts = parts;
    }

    @Override
    public List<SourceStatus> list() {
        Instant now = parts.now();
        return parts.call(db -> parts.known().stream().map(name -> status(db, name, now)).toList());
    }

    private SourceStatus status(JdbcClient db, String name, Instant now) {
        int watched = watches.of(db, name).size();
        Ceiling ceiling = ceilings.of(db, name);
        Optional<Source> keyed = parts.sources().stream().filter(one -> one.name().equals(name)).findFirst();
        if (keyed.isEmpty()) {
            return new SourceStatus(name, null, List.of(), null, null, watched, ceiling,
                    ReuseRepository.of(db, name, now), null);
        }
        Source source = keyed.get();
        SpendRepository.Key key = spending.key(db, source, now).orElse(SpendRepository.Key.NEW);
        Optional<PlanRepository.Run> run = plans.latest(db, name);
        List<SourceStatus.Use> uses = spending.allowances(db, source, now).stream()
                .map(one -> new SourceStatus.Use(one.budget(), one.because(),
                        spending.used(db, source, one.budget(), now), one.budget().freeAgain(now),
                        run.map(plan -> planned(one.budget(), plan)).orElse(null)))
                .toList();
        return new SourceStatus(name, source.keyPrint(), uses, key.lastPageAt(), key.pause(), watched, ceiling,
                ReuseRepository.of(db, name, now),
                run.flatMap(plan -> forecast(db, source, plan, ceiling, now)).orElse(null));
    }

    private static @Nullable Double planned(Budget budget, PlanRepository.Run plan) {
        boolean binds = plan.bound() != null && plan.bound().budget().equals(budget.name());
        return binds && budget.span() instanceof Budget.Span.Day ? plan.usualPerDay() : null;
    }

    /// In what the binding budget counts; empty when none binds.
    private Optional<SpendForecast> forecast(JdbcClient db, Source source, PlanRepository.Run plan, Ceiling ceiling,
            Instant now) {
        Optional<Allowance> bound = spending.allowances(db, source, now).stream()
                .filter(one -> plan.bound() != null && plan.bound().budget().equals(one.budget().name())).findFirst();
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        Budget.Counts counts = bound.get().budget().counts();
        Budget daily = new Budget("today", counts, Long.MAX_VALUE, new Budget.Span.Day());
        Budget monthly = new Budget(MONTH.name(), counts, Long.MAX_VALUE, MONTH.span());
        long today = spending.used(db, source, daily, now);
        long month = spending.used(db, source, monthly, now);
        double leftOfDay = Rate.days(Duration.between(now, daily.freeAgain(now)));
        double leftOfMonth = Rate.days(Duration.between(daily.freeAgain(now), monthly.freeAgain(now)));
        long limit = bound.get().budget().span() instanceof Budget.Span.Day
                ? bound.get().budget().limit()
                : Long.MAX_VALUE;
        double expected = Math.min(Math.max(limit, today), today + plan.unitsPerDay() * leftOfDay);
        double most = Math.min(Math.max(limit, today), today + mostPerDay(db, source, counts, now) * leftOfDay);
        double atEnd = month + (expected - today) + plan.usualPerDay() * leftOfMonth;
        Long ofMonth = ceiling.monthly();
        double capped = ofMonth == null ? atEnd : Math.min(Math.max(ofMonth, month), atEnd);
        return Optional.of(new SpendForecast(today, expected, Math.max(expected, most), month, capped,
                ceiling.cost(capped), ceiling.currency(),
                spending.hourly(db, source, counts, now.truncatedTo(ChronoUnit.DAYS), now)));
    }

    private double mostPerDay(JdbcClient db, Source source, Budget.Counts counts, Instant now) {
        Costing costing = new Costing(Situation.of(db, source, now));
        return plans.planned(db, source.name()).stream().mapToDouble(
                one -> Math.max(one.unitsPerVisit(), costing.most(one.watch(), counts)) * one.cadence().visitsPerDay())
                .sum();
    }

    @Override
    public void limit(String source, Ceiling ceiling) {
        if (!parts.known().contains(source)) {
            throw LiveRefused.unusable("There is no source " + source + ".",
                    "Use one of: " + String.join(", ", parts.known()) + ".");
        }
        Instant now = parts.now();
        parts.call(db -> {
            ceilings.set(db, source, ceiling, now);
            parts.events().write(db, EventType.CEILING_CHANGED, Map.of("source", source, "unitsPerDay",
                    told(ceiling.unitsPerDay()), "unitsPerMonth", told(ceiling.monthly())));
            return ceiling;
        });
    }

    private static String told(@Nullable Long units) {
        return units == null ? "none" : units.toString();
    }
}
