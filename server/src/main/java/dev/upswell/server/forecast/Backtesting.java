package dev.upswell.server.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.forecast.BacktestPairs;
import dev.upswell.forecast.BacktestReport;
import dev.upswell.forecast.BacktestSettings;
import dev.upswell.forecast.OutcomeRule;
import dev.upswell.forecast.SurgeBacktest;
import dev.upswell.forecast.SurgeKind;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.forecast.BacktestRun.Attempt;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.tuning.StoredTuning;
import dev.upswell.timeline.EntitySeries;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Judges all baselines and models on past cuts, each cut scored by what had been trained on the past of its week.
public final class Backtesting {

    private static final String WORK = "forecast-backtest";
    private static final String INTERRUPTED = "The program was ended while it ran. Run it again.";
    private static final String UNFORESEEN = "It stopped for a reason that the log tells. Report it, or run it again.";

    private final Database database;
    private final SeriesRepository series;
    private final ForecastSettings settings;
    private final BacktestRepository backtests = new BacktestRepository();
    private final EventLogRepository events = new EventLogRepository("forecast");

    public Backtesting(Database database, ForecastSettings settings) {
        this.database = database;
        this.series = settings.series(database);
        this.settings = settings;
    }

    /// Judges the cuts of this request, keeps the result and every prediction behind it.
    ///
    /// @param predictions where the predictions go as CSV too; null for nowhere. Left open
    /// **errors** [ForecastRefused] when another backtest runs or no cut can be judged · **cost** one training a week of the
    /// range, minutes for half a year of a million readings.
    public BacktestRun run(TenantId tenant, BacktestRequest request, @Nullable Writer predictions, Progress progress) {
        try (Begun begun = begin(tenant, request)) {
            return begun.run(predictions, progress);
        }
    }

    /// Begins a backtest that [Begun#run] then carries out; until it is closed nobody else can begin one.
    ///
    /// **errors** [ForecastRefused] when another backtest runs.
    public Begun begin(TenantId tenant, BacktestRequest request) {
        TenantLocks.Held lock = database.locks().tryAcquire(tenant, WORK)
                .orElseThrow(() -> ForecastRefused.busy("backtest"));
        try {
            return new Begun(tenant, request, lock, database.transactions().call(tenant, db -> {
                backtests.failAll(db, INTERRUPTED);
                return backtests.begin(db, settings.task(), request);
            }));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// A backtest that was begun and listed. A killed process leaves it listed as failed.
    public final class Begun implements AutoCloseable {

        private final TenantId tenant;
        private final BacktestRequest request;
        private final TenantLocks.Held lock;
        private final UUID id;

        private Begun(TenantId tenant, BacktestRequest request, TenantLocks.Held lock, UUID id) {
            this.tenant = tenant;
            this.request = request;
            this.lock = lock;
            this.id = id;
        }

        /// Under which it is listed.
        public UUID id() {
            return id;
        }

        /// Does the work.
        ///
        /// Progress may throw a [CancellationException] to end it early.
        ///
        /// **errors** as [Backtesting#run]; whatever is thrown is listed as the reason why it failed.
        public BacktestRun run(@Nullable Writer predictions, Progress progress) {
            try {
                return judge(tenant, request, id, predictions, progress);
            } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
                list(e);
                throw e;
            }
        }

        private void list(Throwable cause) {
            String problem = switch (cause) {
                case ForecastRefused refused -> refused.what();
                case CancellationException _ -> INTERRUPTED;
                default -> UNFORESEEN;
            };
            try {
                database.transactions().run(tenant, db -> backtests.failed(db, id, problem));
            } catch (StoreException e) {
                cause.addSuppressed(e);
            }
        }

        @Override
        public void close() {
            lock.close();
        }
    }

    private BacktestRun judge(TenantId tenant, BacktestRequest request, UUID id, @Nullable Writer predictions,
            Progress progress) {
        Map<EntityId, EntitySeries> entities = series.until(tenant, request.to().plus(settings.protocol().reach()),
                request.from());
        Optional<StoredTuning> tuning = settings.found(database, tenant, request.from());
        BacktestReport report = SurgeBacktest.run(entities, engineSettings(tenant, request, entities, tuning),
                (done, total, what) -> progress.at(done, total));
        BacktestSummary summary = BacktestFigures.of(report, settings.horizonHours())
                .orElseThrow(() -> nothingJudged(request, report));
        if (predictions != null) {
            write(report, predictions);
        }
        return store(tenant, id, summary, packed(report));
    }

    /// The request for everything that can be judged in this range, or for the whole history when an end is left open.
    ///
    /// An open begin leaves the first half of the history to learn from; an open end is the last cut whose horizon has been
    /// read. Of a longer range only the part with readings is gone through.
    ///
    /// @param every null for the distance of cuts in the settings
    /// **errors** [ForecastRefused] when nothing was ever read.
    public BacktestRequest request(TenantId tenant, @Nullable Instant from, @Nullable Instant to,
            @Nullable Duration every) {
        SeriesRepository.Extent known = series.extent(tenant)
                .orElseThrow(() -> ForecastRefused.noReadings(settings.protocol()));
        Instant end = to == null ? known.last().minus(settings.protocol().soonest()) : earlier(to, known.last());
        Instant half = known.first().plus(Duration.between(known.first(), end).dividedBy(2));
        Duration step = every == null ? settings.protocol().every() : every;
        Instant start = from == null
                ? onGrid(half, step)
                : from.isBefore(known.first()) ? onGrid(known.first(), step) : from;
        if (start.isAfter(end)) {
            throw ForecastRefused.tooLittleData("The readings end at " + known.last() + ", so no cut from " + start
                    + " on can be judged.", "Choose an earlier begin, or import more.");
        }
        return new BacktestRequest(start, end, step, settings.protocol().minEligible());
    }

    /// All backtests, the newest first.
    ///
    /// @param state `RUNNING`, `DONE` or `FAILED`; empty for all
    public List<Attempt> list(TenantId tenant, String state, int limit, int offset) {
        endInterrupted(tenant);
        return database.transactions().call(tenant, db -> backtests.list(db, state, limit, offset));
    }

    /// How many backtests there are in this state; in all when it is empty.
    public long count(TenantId tenant, String state) {
        return database.transactions().call(tenant, db -> backtests.count(db, state));
    }

    /// The backtest with this id.
    public Optional<Attempt> find(TenantId tenant, UUID id) {
        endInterrupted(tenant);
        return database.transactions().call(tenant, db -> backtests.find(db, id));
    }

    /// The newest backtest of this task that has a result.
    public Optional<BacktestRun> latest(TenantId tenant) {
        return database.transactions().call(tenant, db -> backtests.latest(db, settings.task()));
    }

    /// Every scored entity, cut and model of a backtest as CSV; empty when it has no result, or was run by the first release.
    public Optional<String> predictions(TenantId tenant, UUID id) {
        return database.transactions().call(tenant, db -> backtests.predictions(db, id)).map(Backtesting::unpacked);
    }

    /// Whoever runs a backtest holds the lock: when it is free, what is said to run was killed.
    private void endInterrupted(TenantId tenant) {
        if (database.transactions().call(tenant, backtests::anyRunning)) {
            database.locks().tryAcquire(tenant, WORK).ifPresent(held -> {
                try (held) {
                    database.transactions().run(tenant, db -> backtests.failAll(db, INTERRUPTED));
                }
            });
        }
    }

    /// Settings found by a search hold only where it knew nothing of the judged cuts.
    private BacktestSettings engineSettings(TenantId tenant, BacktestRequest request,
            Map<EntityId, EntitySeries> entities,
            Optional<StoredTuning> tuning) {
        SurgeProtocol protocol = settings.protocol().every(request.every()).minEligible(request.minEligible());
        TrainSettings training = settings.training(entities.values(), tuning).protocol(protocol)
                .leftOut(settings.leftOut(database, tenant, protocol));
        BacktestSettings weekly = BacktestSettings.weekly(request.from(), request.to(), training)
                .kinds(request.kinds());
        return switch (protocol.outcomes()) {
            case OutcomeRule.AtHorizon exact -> weekly;
            case OutcomeRule.NextLook look -> weekly.retrainedEvery(Duration.ofDays(1));
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant onGrid(Instant at, Duration step) {
        return Instant.ofEpochSecond(Math.ceilDiv(at.getEpochSecond(), step.toSeconds()) * step.toSeconds());
    }

    private BacktestRun store(TenantId tenant, UUID id, BacktestSummary summary, byte[] predictions) {
        return database.transactions().call(tenant, db -> {
            backtests.done(db, id, summary, predictions);
            events.write(db, EventType.BACKTEST_DONE, Map.of("backtest", id.toString(), "cuts", summary.cuts(),
                    "pairs", summary.pairs()));
            return backtests.ended(db, id);
        });
    }

    private byte[] packed(BacktestReport report) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Writer text = new OutputStreamWriter(new GZIPOutputStream(packed), StandardCharsets.UTF_8)) {
            write(report, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String unpacked(byte[] packed) {
        try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(BacktestReport report, Writer predictions) {
        try {
            new PredictionsFile(predictions).write(report.pairs(), report.results().keySet(),
                    settings.horizonHours());
        } catch (IOException e) {
            throw StoreException.permanent("predictions were not written", "CSV of the backtest",
                    "Check free disk space and that the folder can be written.", e);
        }
    }

    private static ForecastRefused nothingJudged(BacktestRequest request, BacktestReport report) {
        String reason = report.skipped().isEmpty()
                ? "no cut has a known outcome"
                : report.skipped().getFirst().reason();
        return ForecastRefused.tooLittleData("No cut from " + request.from() + " to " + request.to()
                + " can be judged: " + reason + ".",
                "Choose a range in which more hashtags were watched, or import more.");
    }

    /// Writes every scored entity, cut and model of a backtest as CSV, so that anyone can recompute the figures.
    ///
    /// The header is `entity,cut,horizon_hours,probability,label,model`; instants are ISO-8601 in UTC, labels 0 or 1, and
    /// probabilities have all their digits, because rounding would tie what the model told apart.
    private static final class PredictionsFile {

        private static final String HEADER = "entity,cut,horizon_hours,probability,label,model";

        private final Writer out;

        PredictionsFile(Writer out) {
            this.out = out;
        }

        void write(BacktestPairs pairs, Collection<SurgeKind> kinds, int horizonHours) throws IOException {
            out.write(HEADER);
            out.write('\n');
            for (SurgeKind kind : SurgeKind.TRAINED) {
                for (int i = 0; kinds.contains(kind) && i < pairs.size(); i++) {
                    out.write(quoted(pairs.entityAt(i).value()) + "," + pairs.cutAt(i) + "," + horizonHours + ","
                            + pairs.probability(kind, i) + "," + (pairs.surgedAt(i) ? "1," : "0,") + kind.label()
                            + "\n");
                }
            }
            out.flush();
        }

        private static String quoted(String name) {
            boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
        }
    }
}
