package dev.upswell.server.reach;

import dev.upswell.forecast.reach.ReachArchive;
import dev.upswell.forecast.reach.ReachBacktest;
import dev.upswell.forecast.reach.ReachForecast;
import dev.upswell.forecast.reach.ReachModel;
import dev.upswell.forecast.reach.ReachReport;
import dev.upswell.forecast.reach.ReachSettings;
import dev.upswell.forecast.reach.ReachStage;
import dev.upswell.forecast.reach.ReachTarget;
import dev.upswell.forecast.reach.ReachTrainer;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Foretells how far videos will reach, for one tenant, and keeps what was said so that it can be compared with what comes.
///
/// A forecast comes from a model that knew nothing later than the stage it speaks of; videos whose stage had passed before
/// the first model was trained are never foretold in retrospect.
public final class VideoReach {

    private static final String WORK = "reach";
    private static final Duration RETRAINED_AFTER = Duration.ofDays(7);
    private static final Duration RECENT = Duration.ofDays(14);
    /// How long after a stage its forecast is still made, so that late readings and stops of the server lose none.
    private static final Duration MADE_UP_FOR = Duration.ofDays(2);

    private final TenantId tenant;
    private final Database database;
    private final ReachSettings settings;
    private final ArchiveRepository archives;
    private final ReachModelRepository models = new ReachModelRepository();
    private final ReachForecastRepository forecasts = new ReachForecastRepository();
    private final EventLogRepository events = new EventLogRepository("reach");

    public VideoReach(TenantId tenant, Database database, ReachSettings settings) {
        this.tenant = tenant;
        this.database = database;
        this.settings = settings;
        archives = new ArchiveRepository(database);
    }

    /// What a round did.
    ///
    /// @param trained whether a model was trained
    /// @param foretold how many forecasts were made
    /// @param settled of how many earlier ones it is now known what came
    public record Round(boolean trained, int foretold, int settled) {
    }

    /// When a video was read last; empty when never.
    public Optional<Instant> lastReading() {
        return archives.lastReading(tenant);
    }

    /// From when on posted videos count as recent: two weeks before the last reading; the beginning of time without one.
    public Instant recently() {
        return lastReading().map(last -> last.minus(RECENT)).orElse(Instant.EPOCH);
    }

    /// Trains on what was known at this time: on the views at 24 hours where they are read, otherwise on settled views.
    ///
    /// **errors** [ReachRefused] when there are too few videos, or the work is running
    public KeptModel train(Instant at) {
        try (TenantLocks.Held held = lock()) {
            return trained(at).orElseThrow(() -> ReachRefused.tooLittleData(settings.leastVideos()));
        }
    }

    private Optional<KeptModel> trained(Instant at) {
        for (ReachTarget target : List.of(ReachTarget.DAY, ReachTarget.SETTLED)) {
            ReachArchive archive = archives.read(tenant, target, at);
            Optional<ReachTrainer.Trained> model = ReachTrainer.train(archive, at, settings);
            if (model.isPresent()) {
                return database.transactions().call(tenant, db -> {
                    models.keep(db, model.get(), target);
                    events.write(db, EventType.TRAIN_DONE, Map.of("model", model.get().id(), "trainingTo",
                            at.toString(), "videos", model.get().videos()));
                    return models.list(db).stream().filter(one -> one.id().equals(model.get().id())).findFirst();
                });
            }
        }
        return Optional.empty();
    }

    /// Carries new readings on: trains when no model is there or the last is a week behind, foretells every stage that passed
    /// since, and compares.
    ///
    /// **errors** [ReachRefused] when the work is running
    public Round keepUp(Instant at) {
        try (TenantLocks.Held held = lock()) {
            Optional<KeptModel> latest = latest(at);
            boolean due = latest.isEmpty() || !latest.get().trainedAt().plus(RETRAINED_AFTER).isAfter(at);
            boolean fresh = due && trained(at).isPresent();
            Optional<KeptModel> serving = latest(at);
            if (serving.isEmpty() || serving.get().target().settled()) {
                return new Round(fresh, 0, 0);
            }
            ReachArchive archive = archives.read(tenant, serving.get().target(), at);
            return new Round(fresh, foretell(archive, at), settle(archive, at));
        }
    }

    private int foretell(ReachArchive archive, Instant at) {
        Instant postedFrom = at.minus(MADE_UP_FOR).minus(ReachStage.SIX_HOURS.age());
        Set<ReachForecastRepository.Asked> said = database.transactions().call(tenant,
                db -> forecasts.said(db, postedFrom));
        List<KeptModel> known = models();
        Map<String, ReachModel> loaded = new HashMap<>();
        List<Made> made = new ArrayList<>();
        for (ReachArchive.Watched watched : archive.postedBetween(postedFrom, at)) {
            for (ReachStage stage : ReachStage.values()) {
                Instant posted = watched.postedAt();
                Instant asOf = posted.plus(stage.age());
                boolean open = !asOf.isAfter(at) && asOf.isAfter(at.minus(MADE_UP_FOR)) && !said
                        .contains(new ReachForecastRepository.Asked(watched.video().id().value(), stage.label()));
                if (open) {
                    known.stream().filter(model -> !model.trainedAt().isAfter(asOf)).findFirst()
                            .filter(model -> model.target().equals(archive.target()))
                            .flatMap(model -> loaded.computeIfAbsent(model.id(), this::load).foretell(archive,
                                    watched.video(), stage, watched.series())
                                    .map(forecast -> new Made(forecast,
                                            KeptForecast.Posted.of(posted, watched.video()), model.id())))
                            .ifPresent(made::add);
                }
            }
        }
        database.transactions().run(tenant, db -> {
            made.forEach(one -> forecasts.keep(db, one.forecast(), one.posted(), one.model()));
            if (!made.isEmpty()) {
                events.write(db, EventType.PREDICT_DONE,
                        Map.of("asOf", at.toString(), "stored", made.size()));
            }
        });
        return made.size();
    }

    private record Made(ReachForecast forecast, KeptForecast.Posted posted, String model) {
    }

    private int settle(ReachArchive archive, Instant at) {
        Instant postedFrom = at.minus(ArchiveRepository.MEMORY);
        return database.transactions().call(tenant, db -> {
            Set<String> open = forecasts.open(db, postedFrom);
            int settled = 0;
            for (ReachArchive.Watched watched : archive.postedBetween(postedFrom, at)) {
                String video = watched.video().id().value();
                if (open.contains(video)) {
                    settled += archive.viewsReached(watched).map(views -> forecasts.settle(db, video, views)).orElse(0);
                }
            }
            if (settled > 0) {
                events.write(db, EventType.OUTCOMES_SETTLED, Map.of("outcomes", settled));
            }
            return settled;
        });
    }

    /// What this draft would reach, as far as was known at the last reading.
    ///
    /// **errors** [ReachRefused] when no model was trained, or nothing is known of videos around the time of posting
    public ReachForecast check(ReachDraft draft) {
        Instant last = lastReading().orElseThrow(ReachRefused::noModel);
        KeptModel model = latest(last).orElseThrow(ReachRefused::noModel);
        ReachArchive archive = archives.read(tenant, model.target(), last);
        return load(model.id()).foretell(archive, draft.video(archive.lastKnown().orElse(last)), ReachStage.DRAFT, null)
                .orElseThrow(ReachRefused::noRecentVideos);
    }

    /// Judges by videos that were posted in this range, with models that knew only what came before, and keeps the figures with
    /// the latest model, and of which range they are: the given one as far as it holds videos.
    ///
    /// **errors** [ReachRefused] when there is no model, nothing to judge, or the work is running
    public KeptModel judge(ReachBacktest.Range range) {
        try (TenantLocks.Held held = lock()) {
            Instant last = lastReading().orElseThrow(ReachRefused::noModel);
            KeptModel model = latest(last).orElseThrow(ReachRefused::noModel);
            ReachArchive archive = archives.read(tenant, model.target(), last);
            ReachBacktest.Range known = within(range, archive, last);
            ReachReport report = ReachBacktest.run(archive, known, settings);
            if (report.stages().isEmpty()) {
                throw ReachRefused.nothingToJudge();
            }
            return database.transactions().call(tenant, db -> {
                models.judged(db, model.id(), Judging.of(report, known));
                events.write(db, EventType.BACKTEST_DONE, Map.of("model", model.id(), "from",
                        known.from().toString(), "to", known.to().toString()));
                return models.latest(db, last).orElseThrow(ReachRefused::noModel);
            });
        }
    }

    /// The part of a range in which there are videos: the rest has nothing to judge, and would be gone through week by week.
    private static ReachBacktest.Range within(ReachBacktest.Range range, ReachArchive archive, Instant last) {
        Instant first = archive.firstPosted().orElseThrow(ReachRefused::nothingToJudge);
        Instant from = range.from().isBefore(first) ? first : range.from();
        Instant to = range.to().isAfter(last) ? last : range.to();
        if (!from.isBefore(to)) {
            throw ReachRefused.nothingToJudge();
        }
        return new ReachBacktest.Range(from, to, range.retrainEvery());
    }

    /// The range of videos that can be judged: the later half of those with an outcome.
    ///
    /// **errors** [ReachRefused] when there is none
    public ReachBacktest.Range judgeable() {
        Instant last = lastReading().orElseThrow(ReachRefused::noModel);
        KeptModel model = latest(last).orElseThrow(ReachRefused::noModel);
        ReachArchive archive = archives.read(tenant, model.target(), last);
        Instant end = archive.lastKnown().orElse(last).minus(model.target().age());
        Instant begin = archive.firstPosted().orElseThrow(ReachRefused::nothingToJudge);
        Duration half = Duration.between(begin, end).dividedBy(2);
        if (half.compareTo(Duration.ofHours(2)) < 0) {
            throw ReachRefused.nothingToJudge();
        }
        Duration retrain = half.dividedBy(8).compareTo(RETRAINED_AFTER) > 0 ? half.dividedBy(8) : RETRAINED_AFTER;
        return new ReachBacktest.Range(begin.plus(half), end, retrain);
    }

    /// The forecasts of one video, by stage.
    public List<KeptForecast> of(String video) {
        return database.transactions().call(tenant, db -> forecasts.of(db, video));
    }

    /// Part of the latest forecasts of videos posted from a time on.
    public record Part(List<KeptForecast> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /// The latest forecast of each video posted from this time on, the likeliest breakout first.
    public Part latest(Instant postedFrom, int limit, int offset) {
        return database.transactions().call(tenant, db -> new Part(forecasts.latest(db, postedFrom, limit, offset),
                forecasts.count(db, postedFrom)));
    }

    /// The model that knew most by this time; empty when there was none.
    public Optional<KeptModel> latest(Instant by) {
        return database.transactions().call(tenant, db -> models.latest(db, by));
    }

    /// All models, the newest knowledge first.
    public List<KeptModel> models() {
        return database.transactions().call(tenant, (JdbcClient db) -> models.list(db));
    }

    private ReachModel load(String id) {
        return ReachModel.load(database.transactions().call(tenant, db -> models.artefact(db, id)));
    }

    private TenantLocks.Held lock() {
        return database.locks().tryAcquire(tenant, WORK).orElseThrow(ReachRefused::busy);
    }
}
