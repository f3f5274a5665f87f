package dev.upswell.server.evaluate;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Judges the predictions of each day once their outcomes are known, and says why wrong calls were wrong.
///
/// A day is judged anew when an outcome of it was written or corrected or a prediction for it was added since the last run that
/// ended; with it the days whose trailing window it belongs to. What a killed run did not reach is due again. The same outcomes
/// give the same rows, however often it runs.
public final class Evaluating {

    /// Rows committed so much later than they were begun are still found.
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Database database;
    private final PairRepository pairs = new PairRepository();
    private final DailyRepository days = new DailyRepository();
    private final CallRepository calls = new CallRepository();
    private final ReadingCountRepository readings = new ReadingCountRepository();
    private final EventLogRepository events = new EventLogRepository("evaluate");

    public Evaluating(Database database) {
        this.database = database;
    }

    /// Judges what is due, and returns how many days of models were judged.
    ///
    /// **cost** nothing when nothing is due; else for each day and model its pairs and those of the trailing window, some
    /// milliseconds for each thousand.
    public int evaluate(TenantId tenant) {
        try (TenantLocks.Held held = database.locks().acquire(tenant, "evaluation")) {
            Round round = due(tenant);
            int judged = 0;
            for (PairRepository.Due due : round.due()) {
                judged += evaluate(tenant, due);
            }
            int done = judged;
            database.transactions().run(tenant, db -> {
                days.judgedUpTo(db, round.begun());
                if (done > 0) {
                    events.write(db, EventType.EVALUATE_DONE, Map.of("days", done));
                }
            });
            return judged;
        }
    }

    /// @param begun by the clock of the database
    private record Round(Instant begun, List<PairRepository.Due> due) {
    }

    /// The days that changed, and those whose trailing window holds one of them.
    private Round due(TenantId tenant) {
        return database.transactions().call(tenant, db -> {
            Instant begun = days.now(db);
            Instant since = days.judgedUpTo(db).map(last -> last.minus(OVERLAP)).orElse(Instant.EPOCH);
            Map<ModelTask, LocalDate> first = new TreeMap<>();
            Map<ModelTask, LocalDate> last = new HashMap<>();
            for (PairRepository.Due due : pairs.due(db, since)) {
                first.merge(due.task(), due.day(), (one, other) -> one.isBefore(other) ? one : other);
                last.merge(due.task(), due.day(), (one, other) -> one.isAfter(other) ? one : other);
            }
            List<PairRepository.Due> all = new ArrayList<>();
            first.forEach((task, from) -> {
                LocalDate to = last.getOrDefault(task, from).plusDays(Figuring.TRAILING_DAYS - 1L);
                pairs.days(db, task, from, to).forEach(day -> all.add(new PairRepository.Due(task, day)));
            });
            return new Round(begun, all);
        });
    }

    private int evaluate(TenantId tenant, PairRepository.Due due) {
        List<PairRepository.Judged> models = database.transactions().call(tenant,
                db -> pairs.models(db, due.task(), due.day()));
        int judged = 0;
        for (PairRepository.Judged model : models) {
            judged += evaluate(tenant, due, model) ? 1 : 0;
        }
        return judged;
    }

    /// Whether the figures of this model's day are new or changed.
    private boolean evaluate(TenantId tenant, PairRepository.Due due, PairRepository.Judged model) {
        boolean changed = database.transactions().call(tenant, db -> judge(db, due, model));
        if (changed) {
            attribute(tenant, due, model);
        }
        return changed;
    }

    private boolean judge(JdbcClient db, PairRepository.Due due, PairRepository.Judged model) {
        List<JudgedPair> all = pairs.pairs(db, due, model);
        Set<JudgedPair> called = Called.of(all, model.threshold());
        DayFigures figures = Figuring.of(all, model.threshold(), Figuring.trailing(pairs.trailing(db, due, model)));
        if (days.isCurrent(db, due, model, figures)) {
            return false;
        }
        days.put(db, due, model, figures);
        calls.replace(db, due, model.model(), all, called);
        return true;
    }

    /// Says why the wrong calls of a model's day were wrong.
    private void attribute(TenantId tenant, PairRepository.Due due, PairRepository.Judged model) {
        List<CallRepository.Wrong> wrong = database.transactions().call(tenant, db -> calls.wrong(db, due, model));
        if (wrong.isEmpty()) {
            return;
        }
        Map<CallRepository.Wrong, ReadingCountRepository.Count> counts = counts(tenant, due, wrong);
        database.transactions().run(tenant, db -> {
            Map<String, Double> norms = calls.norms(db, due, model.family());
            Map<CallRepository.Wrong, Evidence> evidence = new LinkedHashMap<>();
            wrong.forEach(one -> {
                var count = counts.getOrDefault(one, new ReadingCountRepository.Count(0, null, null));
                evidence.put(one, new Evidence(count.lastDay(), count.usual(), count.ageHours(), one.lateHours(),
                        one.drifted(), one.otherModel(), one.effects(), norms));
            });
            calls.explain(db, due, model.model(), evidence);
        });
    }

    private Map<CallRepository.Wrong, ReadingCountRepository.Count> counts(TenantId tenant, PairRepository.Due due,
            List<CallRepository.Wrong> wrong) {
        Map<Instant, Map<String, String>> byCut = new TreeMap<>();
        wrong.forEach(one -> byCut.computeIfAbsent(one.cut(), _ -> new HashMap<>()).put(one.entity(),
                Objects.requireNonNullElse(one.source(), "")));
        Map<CallRepository.Wrong, ReadingCountRepository.Count> counts = new HashMap<>();
        try (LakeSession lake = database.lake().open(tenant)) {
            byCut.forEach((cut, sources) -> {
                var found = readings.before(lake, due.task(), sources, cut);
                wrong.stream().filter(one -> one.cut().equals(cut)).forEach(one -> {
                    var count = found.get(one.entity());
                    if (count != null) {
                        counts.put(one, count);
                    }
                });
            });
        }
        return counts;
    }
}
