package dev.upswell.server.evaluate;

import dev.upswell.server.evaluate.DayFigures.Ranges;
import dev.upswell.server.evaluate.DayFigures.Spread;
import dev.upswell.server.evaluate.Retrospective.WeekFigures;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes a retrospective for every week that is over: into the store first, then, from there, into the tenant's file.
///
/// A week is over once every cut of it was judged or given up. Later corrections change the figures of its days, and so the
/// columns of earlier weeks in later retrospectives, but not what was written.
public final class Retrospecting {

    private static final int WEEKS_BEFORE = 4;
    private static final int CALLS = 3;

    private final Database database;
    private final Path dataFolder;
    private final RetrospectiveRepository weeks = new RetrospectiveRepository();
    private final DailyRepository days = new DailyRepository();
    private final CallRepository calls = new CallRepository();
    private final EventLogRepository events = new EventLogRepository("evaluate");

    /// @param dataFolder where the file is kept
    public Retrospecting(Database database, Path dataFolder) {
        this.database = database;
        this.dataFolder = dataFolder;
    }

    /// Writes what is due, and returns how many weeks were appended to the file.
    public int write(TenantId tenant) {
        try (TenantLocks.Held held = database.locks().acquire(tenant, "retrospective")) {
            List<RetrospectiveRepository.Section> all = database.transactions().call(tenant, db -> {
                due(db).forEach(monday -> keep(db, of(db, monday)));
                return weeks.sections(db);
            });
            return new RetrospectiveFile(dataFolder, tenant).append(
                    all.stream().map(one -> new Retrospective(one.start(), List.of()).week()).toList(),
                    all.stream().map(RetrospectiveRepository.Section::text).toList());
        }
    }

    /// The running week as far as it is known, or the last one that has no retrospective yet.
    ///
    /// **absence** empty when nothing of it was judged.
    public Optional<Retrospective> soFar(TenantId tenant) {
        return database.transactions().call(tenant, db -> weeks.extent(db)
                .map(extent -> Retrospective.monday(extent.getLast())).filter(monday -> !weeks.isKept(db, monday))
                .map(monday -> of(db, monday)));
    }

    /// Part of the kept retrospectives, newest first.
    public List<Retrospective> list(TenantId tenant, int limit, int offset) {
        return database.transactions().call(tenant, db -> weeks.list(db, limit, offset));
    }

    /// How many are kept.
    public long count(TenantId tenant) {
        return database.transactions().call(tenant, weeks::count);
    }

    private List<LocalDate> due(JdbcClient db) {
        List<LocalDate> due = new ArrayList<>();
        weeks.extent(db).ifPresent(extent -> {
            LocalDate monday = Retrospective.monday(extent.getFirst());
            for (; !monday.isAfter(extent.getLast()); monday = monday.plusWeeks(1)) {
                if (!weeks.isKept(db, monday) && weeks.isOver(db, monday)
                        && !weeks.tasks(db, monday, monday.plusDays(6)).isEmpty()) {
                    due.add(monday);
                }
            }
        });
        return due;
    }

    private void keep(JdbcClient db, Retrospective week) {
        weeks.insert(db, week, RetrospectiveText.of(week));
        events.write(db, EventType.RETROSPECTIVE_WRITTEN, Map.of("week", week.week()));
    }

    private Retrospective of(JdbcClient db, LocalDate monday) {
        return new Retrospective(monday, weeks.tasks(db, monday, monday.plusDays(6)).stream()
                .map(task -> part(db, task, monday)).toList());
    }

    private Retrospective.Part part(JdbcClient db, ModelTask task, LocalDate monday) {
        List<WeekFigures> before = new ArrayList<>();
        for (int back = 1; back <= WEEKS_BEFORE; back++) {
            figures(db, task, monday.minusWeeks(back)).ifPresent(before::add);
        }
        LocalDate sunday = monday.plusDays(6);
        CallRepository.Wanted all = new CallRepository.Wanted(task, null, monday, sunday, null);
        return new Retrospective.Part(task, figures(db, task, monday).orElseThrow(), before,
                calls(calls.fastest(db, all.only(Verdict.HIT), CALLS)),
                calls(calls.fastest(db, all.only(Verdict.MISS), CALLS)),
                calls(calls.surest(db, all.only(Verdict.FALSE_SURGE), CALLS)),
                calls.causes(db, all).stream()
                        .map(one -> new Retrospective.CauseCount(one.verdict(), one.cause(), one.calls())).toList(),
                weeks.served(db, task, monday, sunday), weeks.changes(db, task, monday, sunday));
    }

    private static List<Retrospective.Call> calls(List<JudgedCall> calls) {
        return calls.stream().map(one -> new Retrospective.Call(one.name(), one.cut(), one.probability(), one.growth(),
                one.leadHours(), one.cause())).toList();
    }

    private Optional<WeekFigures> figures(JdbcClient db, ModelTask task, LocalDate monday) {
        List<DailyEvaluation> served = days.list(db, task, null, monday, monday.plusDays(6)).stream()
                .filter(DailyEvaluation::serving).toList();
        return served.isEmpty() ? Optional.empty() : Optional.of(WeekSums.of(monday, served));
    }

    /// Adds days up.
    private static final class WeekSums {

        private WeekSums() {
        }

        static WeekFigures of(LocalDate monday, List<DailyEvaluation> days) {
            int cuts = days.stream().mapToInt(DailyEvaluation::cuts).sum();
            double precision = days.stream().mapToDouble(day -> day.figures().top10().precision() * day.cuts()).sum();
            List<Double> leads = days.stream().flatMap(day -> day.figures().lead().hours().stream()).toList();
            DayFigures.Trailing last = days.getLast().figures().trailing();
            return new WeekFigures(monday, cuts, days.stream().mapToInt(DailyEvaluation::pairs).sum(),
                    days.stream().mapToInt(day -> day.figures().surges()).sum(),
                    days.stream().mapToInt(day -> day.figures().hits()).sum(),
                    days.stream().mapToInt(day -> day.figures().misses()).sum(),
                    days.stream().mapToInt(day -> day.figures().falseSurges()).sum(), precision / cuts, recall(days),
                    Figuring.median(leads), coverage(days), value(last.ece()), value(last.prAuc()), last.prevalence());
        }

        private static @Nullable Double recall(List<DailyEvaluation> days) {
            double found = 0;
            double all = 0;
            for (DailyEvaluation day : days) {
                Double recall = day.figures().recallAtR();
                if (recall != null) {
                    found += recall * day.figures().surges();
                    all += day.figures().surges();
                }
            }
            return all == 0 ? null : found / all;
        }

        private static @Nullable Double coverage(List<DailyEvaluation> days) {
            List<Ranges> ranges = days.stream().map(day -> day.figures().ranges()).filter(Objects::nonNull).toList();
            int of = ranges.stream().mapToInt(Ranges::of).sum();
            return of == 0 ? null : (double) ranges.stream().mapToInt(Ranges::within).sum() / of;
        }

        private static @Nullable Double value(@Nullable Spread spread) {
            return spread == null ? null : spread.value();
        }
    }
}
