package dev.upswell.server.evaluate;

import dev.upswell.server.evaluate.CallRepository.Wanted;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that this slice does, for one tenant: what a server process or a command works with.
public final class Evaluations {

    private final Database database;
    private final TenantId tenant;
    private final Evaluating evaluating;
    private final Retrospecting retrospecting;
    private final DailyRepository days = new DailyRepository();
    private final CallRepository calls = new CallRepository();

    /// @param dataFolder where the file of retrospectives is kept
    public Evaluations(Database database, TenantId tenant, Path dataFolder) {
        this.database = database;
        this.tenant = tenant;
        this.evaluating = new Evaluating(database);
        this.retrospecting = new Retrospecting(database, dataFolder);
    }

    /// What a run did.
    ///
    /// @param days days of models whose figures are new or changed
    /// @param retrospectives weeks that were appended to the file
    public record Done(int days, int retrospectives) {
    }

    /// Which calls are wanted.
    ///
    /// @param model null for the calls of whichever model served
    /// @param verdict null for all
    public record CallFilter(ModelTask task, @Nullable UUID model, LocalDate from, LocalDate to,
            @Nullable Verdict verdict) {

        private Wanted wanted() {
            return new Wanted(task, model, from, to, verdict);
        }
    }

    /// How often wrong calls had a cause.
    public record CauseCount(Verdict verdict, Cause cause, int calls) {
    }

    /// Judges every day whose outcomes are new, and writes the retrospectives of weeks that are over.
    public Done run() {
        return new Done(judge(), retrospect());
    }

    /// Judges every day whose outcomes are new, and returns how many days of models that were.
    public int judge() {
        return evaluating.evaluate(tenant);
    }

    /// Writes the retrospectives of weeks that are over, and returns how many.
    public int retrospect() {
        return retrospecting.write(tenant);
    }

    /// The tasks of which a day was judged.
    public List<ModelTask> judgedTasks() {
        return database.transactions().call(tenant, days::tasks);
    }

    /// The last judged day of a task; empty before the first.
    public Optional<LocalDate> lastDay(ModelTask task) {
        return database.transactions().call(tenant, db -> days.lastDay(db, task));
    }

    /// The judged days in [from, to], oldest first; on each day the serving model with the most pairs first.
    ///
    /// @param model only this one; null for all
    public List<DailyEvaluation> days(ModelTask task, @Nullable UUID model, LocalDate from, LocalDate to) {
        return database.transactions().call(tenant, db -> days.list(db, task, model, from, to));
    }

    /// Part of these calls: the newest cut first, then hits, misses and false surges, each by probability.
    public List<JudgedCall> calls(CallFilter filter, int limit, int offset) {
        return database.transactions().call(tenant, db -> calls.list(db, filter.wanted(), limit, offset));
    }

    /// How many these are.
    public long countCalls(CallFilter filter) {
        return database.transactions().call(tenant, db -> calls.count(db, filter.wanted()));
    }

    /// The causes of these wrong calls, the most frequent first.
    public List<CauseCount> causes(CallFilter filter) {
        return database.transactions().call(tenant, db -> calls.causes(db, filter.wanted())).stream()
                .map(one -> new CauseCount(one.verdict(), one.cause(), one.calls())).toList();
    }

    /// Part of the kept retrospectives, newest first.
    public List<Retrospective> retrospectives(int limit, int offset) {
        return retrospecting.list(tenant, limit, offset);
    }

    /// How many are kept.
    public long countRetrospectives() {
        return retrospecting.count(tenant);
    }

    /// Improvement tasks, the pending ones first and then the newest first.
    public List<ImprovementTask> tasks() {
        return new Tasks(database).list(tenant);
    }

    /// The running week as far as it is known; empty when nothing of it was judged or its retrospective is written.
    public Optional<Retrospective> soFar() {
        return retrospecting.soFar(tenant);
    }
}
