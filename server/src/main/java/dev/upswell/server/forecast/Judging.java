package dev.upswell.server.forecast;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.simulate.judge.Knowable;
import dev.upswell.simulate.judge.KnowableJudge;
import dev.upswell.simulate.judge.OracleVerdicts;
import dev.upswell.simulate.judge.Said;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sets backtests on a simulated world beside the oracle that knew its true state.
public final class Judging {

    private static final int SAMPLES = 400;
    private static final long SEED = 1;

    private final Database database;
    private final Backtesting backtesting;
    private final ModelTask task;
    private final KnowableRepository rows = new KnowableRepository();
    private final EventLogRepository events = new EventLogRepository("forecast");

    /// @param backtesting of the task
    Judging(Database database, Backtesting backtesting, ModelTask task) {
        this.database = database;
        this.backtesting = backtesting;
        this.task = task;
    }

    /// A backtest and the share of the knowable that its models found.
    public record Judged(BacktestRun run, Knowable knowable) {
    }

    /// Judges the newest backtest beside these verdicts, and keeps the result with it.
    ///
    /// **errors** [ForecastRefused] when there is no backtest with predictions, or the oracle spoke of none of its pairs ·
    /// **cost** 400 evaluations of each model; a minute for 50,000 pairs.
    public Judged judge(TenantId tenant, OracleVerdicts verdicts) {
        BacktestRun run = backtesting.latest(tenant).orElseThrow(ForecastRefused::noBacktest);
        String predictions = backtesting.predictions(tenant, run.id()).orElseThrow(ForecastRefused::noBacktest);
        Knowable knowable = new KnowableJudge(verdicts, SAMPLES, SEED).judge(said(predictions))
                .orElseThrow(ForecastRefused::otherWorld);
        database.transactions().run(tenant, db -> {
            rows.keep(db, run.id(), knowable);
            events.write(db, EventType.BACKTEST_JUDGED,
                    Map.of("backtest", run.id().toString(), "pairs", knowable.pairs()));
        });
        return new Judged(run, knowable);
    }

    /// What the newest backtest of the task found of the knowable; empty when it was not judged beside an oracle.
    public Optional<Knowable> latest(TenantId tenant) {
        return database.transactions().call(tenant, db -> rows.latest(db, task));
    }

    /// The rows of a predictions file: `entity,cut,horizon_hours,probability,label,model`, only the entity ever quoted.
    static List<Said> said(String predictions) {
        return predictions.lines().skip(1).map(Judging::row).toList();
    }

    private static Said row(String line) {
        int end = line.startsWith("\"") ? line.lastIndexOf("\",") + 1 : line.indexOf(',');
        String entity = line.substring(0, end);
        String[] rest = line.substring(end + 1).split(",", -1);
        if (rest.length != 5) {
            throw new IllegalArgumentException("prediction (" + line + ") must have an entity and five fields, not "
                    + Arrays.toString(rest) + "\nMaybe the file is of another release.");
        }
        String hashtag = entity.startsWith("\"")
                ? entity.substring(1, entity.length() - 1).replace("\"\"", "\"")
                : entity;
        return new Said(rest[4], hashtag, Instant.parse(rest[0]), Double.parseDouble(rest[2]), rest[3].equals("1"));
    }
}
