package dev.upswell.server.app;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;

import dev.upswell.server.agent.Cadence;
import dev.upswell.server.agent.Job;
import dev.upswell.server.agent.Outcome;
import dev.upswell.server.agent.Rule;
import dev.upswell.server.agent.Turn;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.RetentionReport;
import dev.upswell.server.contest.LearntRankers;
import dev.upswell.server.crowd.CrowdLearning;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.event.Role;
import dev.upswell.server.forecast.ForecastRefused;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.improve.Improvements;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.Replays;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.narrative.Narratives;
import dev.upswell.server.notify.Delivery;
import dev.upswell.server.reach.ReachRefused;
import dev.upswell.server.reach.VideoReach;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.Retraining;
import dev.upswell.server.scorecard.ScorecardRefused;
import dev.upswell.server.session.Session;
import dev.upswell.server.session.SessionRefused;
import dev.upswell.server.session.SessionState;
import dev.upswell.server.store.StoreCheck;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.text.TextRefused;
import dev.upswell.server.text.Texts;
import dev.upswell.server.theme.ThemeRun;
import dev.upswell.server.trend.MetricsComputed;
import dev.upswell.server.weakness.ErrorAnalyses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The standing work of the product: every job of every agent, what it does and when. A capability that brings standing work
/// adds a line here, and the words `job.NAME` to the bundle.
///
/// Those that follow new data stand in the order in which they do, metrics first.
final class StandingJobs {

    private static final Logger LOG = LoggerFactory.getLogger(StandingJobs.class);

    private final OpenWorkplace workplace;
    private final EventLogRepository events = new EventLogRepository("app");

    StandingJobs(OpenWorkplace workplace) {
        this.workplace = workplace;
    }

    List<Job> all() {
        List<Job> jobs = new ArrayList<>();
        jobs.add(new Job("ingestion", Role.INGESTION, every(Duration.ofMinutes(15)).backlog(5), this::collect));
        jobs.add(new Job("captures", Role.INGESTION, every(Duration.ofHours(6)).skipping(), this::capture));
        jobs.add(new Job(Replays.JOB, Role.INGESTION, every(Duration.ofMinutes(15)).skipping(), this::replay));
        jobs.addAll(followingNewData());
        jobs.add(new Job("patterns", Role.SCHEDULER, every(Duration.ofSeconds(20)), this::goOnWithPatterns,
                () -> workplace.creative().patternWorker().isWaiting()));
        jobs.add(new Job("semantics", Role.SEMANTIC, every(Duration.ofHours(4)).skipping(), this::understand));
        jobs.add(new Job("ranker", Role.IMPROVEMENT, every(Duration.ofHours(1)).skipping(), this::learnRanker,
                () -> workplace.recommending().contest().rankers().isDue()));
        jobs.add(new Job("crowd", Role.IMPROVEMENT, every(Duration.ofHours(1)).skipping(), this::learnCrowd,
                () -> workplace.recommending().learning().isDue()));
        jobs.add(new Job("narratives", Role.SEMANTIC, every(Duration.ofHours(6)).skipping(), this::narrate));
        jobs.add(new Job("prompt-refinement", Role.IMPROVEMENT,
                Cadence.of(Rule.on(List.of(TUESDAY, FRIDAY), 5, 0)), this::refinePrompts));
        jobs.add(new Job("summary", Role.NOTIFICATION, Cadence.of(Rule.daily(0, 10)).backlog(7), this::sumUp));
        jobs.add(new Job("notices", Role.NOTIFICATION, every(Duration.ofMinutes(1)), this::tell,
                () -> workplace.operating().deliveries().isWaiting()));
        jobs.add(new Job("retention", Role.GOVERNANCE, Cadence.of(Rule.daily(1, 30)), this::expire));
        jobs.add(new Job("audit", Role.GOVERNANCE, every(Duration.ofDays(30)), this::audit));
        return List.copyOf(jobs);
    }

    private List<Job> followingNewData() {
        return List.of(
                new Job("metrics", Role.METRIC, Cadence.newData(), this::metrics),
                new Job("video-scores", Role.METRIC, every(Duration.ofSeconds(20)).andOnNewData(), this::scoreVideos,
                        () -> workplace.scoring().videoScores().isWaiting(workplace.clock().instant())),
                new Job("scorecards", Role.METRIC, Cadence.newData(), this::score),
                new Job("comparison", Role.EVALUATION, Cadence.newData(), this::compare),
                new Job("model-review", Role.GOVERNANCE, Cadence.newData(), this::review),
                new Job("drift", Role.EVALUATION, every(Duration.ofHours(12)).andOnNewData(), this::drift),
                new Job("retraining", Role.IMPROVEMENT, Cadence.of(Rule.on(List.of(MONDAY), 4, 0)).andOnNewData(),
                        this::train),
                new Job("predictions", Role.PREDICTION, Cadence.newData(), this::predict),
                new Job("video-reach", Role.PREDICTION, Cadence.newData(), this::foretellVideos),
                new Job("evaluation", Role.EVALUATION, Cadence.of(Rule.daily(2, 0)).andOnNewData(), this::evaluate),
                new Job("retrospective", Role.EVALUATION, Cadence.of(Rule.on(List.of(MONDAY), 3, 0)).andOnNewData(),
                        this::retrospect),
                new Job("error-analysis", Role.EVALUATION, Cadence.of(Rule.daily(2, 30)).andOnNewData(),
                        this::analyseErrors),
                new Job("improvement", Role.IMPROVEMENT, Cadence.newData(), this::improve),
                new Job("lake-upkeep", Role.SCHEDULER, every(Duration.ofHours(1)).skipping().andOnNewData(),
                        this::tidy));
    }

    private static Cadence every(Duration period) {
        return Cadence.of(Rule.every(period));
    }

    private Outcome collect(Turn turn) {
        try {
            RoundReport report = workplace.collecting().live().collector().round();
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("requests", report.requests());
            counts.put("pages", report.pages());
            counts.put("stored", report.taken().stored());
            counts.put("observations", report.taken().observations());
            counts.put("broken", report.broken());
            counts.put("left", (long) report.left().size());
            return Outcome.done(counts);
        } catch (LiveRefused busy) {
            return Outcome.again(Map.of(), busy.what());
        }
    }

    /// Visits with every session that is healthy; each visit's end is an event of its own.
    private Outcome capture(Turn turn) {
        long captured = 0;
        long refused = 0;
        for (Session session : workplace.collecting().sessions().list()) {
            if (session.state() instanceof SessionState.Healthy) {
                try {
                    captured += workplace.collecting().sessions().capture(session.identity().name()).answers();
                } catch (SessionRefused e) {
                    LOG.info("no visit as {}: {}", session.identity().name(), e.what());
                    refused++;
                }
            }
        }
        return Outcome.done(counts("answers", captured, "refused", refused));
    }

    private Outcome replay(Turn turn) {
        try {
            return Outcome.done(counts("answers", workplace.collecting().replays().work()));
        } catch (LiveRefused busy) {
            return Outcome.again(Map.of(), busy.what());
        }
    }

    private Outcome metrics(Turn turn) {
        return alone(() -> {
            MetricsComputed computed = workplace.forecasting().metrics().computeDue(workplace.tenant(),
                    (done, total) -> {
                    });
            return Outcome.done(counts("entities", computed.entities(), "rows", computed.rows()));
        });
    }

    /// Not alone: an alarm does not wait for a training, and what it reads changes under nobody's hands.
    private Outcome scoreVideos(Turn turn) {
        return workplace.scoring().videoScores().keepUp(workplace.clock().instant())
                .map(round -> Outcome.done(scored(round)))
                .orElseGet(() -> Outcome.done(Map.of(), "another run is at it"));
    }

    private static Map<String, Long> scored(VideoScores.Round round) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("scores", (long) round.scored());
        counts.put("settled", (long) round.settled());
        counts.put("alarms", (long) round.alarms());
        counts.put("plans", (long) round.plans());
        return counts;
    }

    private Outcome score(Turn turn) {
        return alone(() -> {
            try {
                Instant last = workplace.scoring().scorecards().lastTold().orElse(null);
                return last == null
                        ? Outcome.done(Map.of())
                        : Outcome.done(counts("creators", workplace.scoring().scorecards().run(last).creators()));
            } catch (ScorecardRefused busy) {
                return Outcome.again(Map.of(), busy.what());
            }
        });
    }

    private Outcome compare(Turn turn) {
        return alone(() -> {
            Instant now = workplace.clock().instant();
            return Outcome.done(counts("outcomes",
                    sum(forecasts -> forecasts.outcomes().settle(workplace.tenant(), now))));
        });
    }

    private Outcome review(Turn turn) {
        return alone(() -> {
            List<ModelTask> tasks = workplace.forecasting().tasks();
            tasks.forEach(task -> workplace.forecasting().governance().review().review(workplace.tenant(), task));
            return Outcome.done(counts("tasks", tasks.size()));
        });
    }

    private Outcome drift(Turn turn) {
        return alone(() -> Outcome.done(counts("reports",
                sum(forecasts -> forecasts.drifting().check(workplace.tenant()).isPresent() ? 1 : 0))));
    }

    private Outcome train(Turn turn) {
        Duration period = turn.period();
        return alone(() -> each("models", forecasts -> forecasts.training()
                .trainIfDue(workplace.tenant(), period == null ? Retraining.EVERY : period, Progress.SILENT).size()));
    }

    private Outcome predict(Turn turn) {
        return alone(() -> each("stored",
                forecasts -> turn.changed() || forecasts.predicting().isDue(workplace.tenant())
                        ? forecasts.predicting().predict(workplace.tenant(), Progress.SILENT).stored()
                        : 0));
    }

    private Outcome foretellVideos(Turn turn) {
        return alone(() -> {
            try {
                VideoReach.Round round = workplace.forecasting().reach()
                        .keepUp(workplace.collecting().sourceRepository().lastReading().orElse(Instant.EPOCH));
                return Outcome.done(counts("foretold", round.foretold(), "settled", round.settled()));
            } catch (ReachRefused refused) {
                return refused(refused.what(), refused.reason() == ReachRefused.Reason.BUSY);
            }
        });
    }

    private Outcome evaluate(Turn turn) {
        return alone(() -> Outcome.done(counts("days", workplace.forecasting().evaluations().judge())));
    }

    private Outcome retrospect(Turn turn) {
        return alone(() -> Outcome.done(counts("weeks", workplace.forecasting().evaluations().retrospect())));
    }

    private Outcome analyseErrors(Turn turn) {
        return alone(() -> {
            ErrorAnalyses.Done done = workplace.errorAnalyses().run();
            return Outcome.done(counts("analyses", done.analyses(), "findings", done.findings(), "opened",
                    done.opened(), "closed", done.closed()));
        });
    }

    private Outcome improve(Turn turn) {
        return alone(() -> {
            Improvements.Done done = workplace.forecasting().improvements().run(workplace.forecasting().tasks());
            return Outcome.done(counts("opened", done.opened(), "closed", done.closed(), "reviews", done.reviews()));
        });
    }

    private Outcome tidy(Turn turn) {
        LakeUpkeep.Tidied tidied;
        try {
            tidied = new LakeUpkeep(workplace.database()).tidy(workplace.tenant());
        } catch (StoreException e) {
            if (turn.reason() != Turn.Reason.NEW_DATA) {
                throw e;
            }
            // What follows new data is done; the lake waits for the next time.
            LOG.warn("the lake was not tidied", e);
            return Outcome.done(Map.of(), "not tidied; the next run tries again");
        }
        Map<String, Long> counts = counts("merged", tidied.merged(), "deleted", tidied.deleted());
        Outcome outcome = Outcome.done(counts);
        if (outcome.isSomething()) {
            write(EventType.LAKE_TIDIED, counts);
        }
        return outcome;
    }

    /// Not alone: it reads for seconds and writes rows that nobody else does.
    private Outcome goOnWithPatterns(Turn turn) {
        return Outcome.done(counts("searches",
                workplace.creative().patternWorker().takeUp().isPresent() ? 1 : 0));
    }

    /// Not alone: it reads captions and writes rows that nobody else does.
    private Outcome understand(Turn turn) {
        try {
            Optional<Texts.Round> round = workplace.texting().texts().run(false);
            Optional<ThemeRun> themes = workplace.texting().themes().run(false);
            return round.isEmpty()
                    ? Outcome.again(Map.of(), "another run is at it")
                    : Outcome.done(counts("captions", round.get().made(), "removed", round.get().removed(), "themes",
                            themes.map(ThemeRun::themes).orElse(0)));
        } catch (TextRefused few) {
            return Outcome.done(Map.of(), few.what());
        }
    }

    /// Not alone: it reads what others wrote, and models may take their time.
    private Outcome narrate(Turn turn) {
        Narratives.Round round = workplace.narratives().run();
        return Outcome.done(counts("narratives", round.made(), "same", round.same(), "byModels", round.models()));
    }

    /// Not alone: it reads what people said, and models may take their time.
    private Outcome refinePrompts(Turn turn) {
        return Outcome.done(counts("proposed", workplace.reporting().refinements().run().size()));
    }

    /// Not alone: it reads lists and reactions and writes a row that nobody else does.
    private Outcome learnRanker(Turn turn) {
        LearntRankers.Learning learning = workplace.recommending().contest().rankers().learn();
        return Outcome.done(counts("rankers", learning.ranker().isPresent() ? 1 : 0), learning.note());
    }

    /// Not alone, for the same reason.
    private Outcome learnCrowd(Turn turn) {
        CrowdLearning.Learnt learnt = workplace.recommending().learning().learn();
        return Outcome.done(counts("people", learnt.people(), "videos", learnt.videos()), learnt.note());
    }

    private Outcome sumUp(Turn turn) {
        return Outcome.done(counts("lines", workplace.operating().agents().sumUp(turn).lines().size()));
    }

    private Outcome tell(Turn turn) {
        Delivery.Report report = workplace.operating().deliveries().send();
        return Outcome.done(counts("sent", report.sent(), "notices", report.notices(), "waiting", report.waiting(),
                "failed", report.failed()));
    }

    private Outcome expire(Turn turn) {
        RetentionReport report = workplace.collecting().retention().run();
        long files = report.items().stream().mapToLong(RetentionReport.Item::files).sum();
        return Outcome.done(counts("rows", report.rows(), "files", files));
    }

    private Outcome audit(Turn turn) {
        List<StoreCheck.Finding> findings = workplace.check();
        List<StoreCheck.Finding> wrong = findings.stream().filter(one -> !one.inOrder()).toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("checks", findings.size());
        facts.put("findings", wrong.size());
        facts.put("wrong", wrong.stream().map(one -> one.subject() + ": " + one.detail()).toList());
        Cleaning.Report cleaned = workplace.collecting().cleaning().run();
        facts.put("cleaned", cleaned.rows());
        write(EventType.AUDIT_DONE, facts);
        return Outcome.done(counts("checks", findings.size(), "findings", wrong.size(), "cleaned", cleaned.rows()));
    }

    private void write(EventType type, Map<String, ?> facts) {
        workplace.database().transactions().run(workplace.tenant(), db -> events.write(db, type, facts));
    }

    private Outcome alone(Supplier<Outcome> work) {
        return workplace.alone(work);
    }

    private long sum(ToLongFunction<Forecasts> work) {
        return workplace.forecasting().tasks().stream()
                .mapToLong(task -> work.applyAsLong(workplace.forecasting().forecasts().of(task))).sum();
    }

    /// The work for each task. With too little data for one there is nothing to try again before more come, and the others are
    /// done nevertheless; where another process is at it, the whole is tried again.
    private Outcome each(String counted, ToLongFunction<Forecasts> work) {
        long done = 0;
        boolean busy = false;
        List<String> notes = new ArrayList<>();
        for (ModelTask task : workplace.forecasting().tasks()) {
            try {
                done += work.applyAsLong(workplace.forecasting().forecasts().of(task));
            } catch (ForecastRefused refused) {
                busy |= refused.reason() == ForecastRefused.Reason.BUSY;
                notes.add(task.label() + ": " + refused.what().lines().findFirst().orElse(""));
            }
        }
        Map<String, Long> counts = counts(counted, done);
        String note = String.join(" ", notes);
        return busy ? Outcome.again(counts, note) : notes.isEmpty() ? Outcome.done(counts) : Outcome.done(counts, note);
    }

    private static Outcome refused(String what, boolean busy) {
        return busy ? Outcome.again(Map.of(), what) : Outcome.done(Map.of(), what.lines().findFirst().orElse(""));
    }

    private static Map<String, Long> counts(Object... namesAndCounts) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndCounts.length; i += 2) {
            counts.put((String) namesAndCounts[i], ((Number) namesAndCounts[i + 1]).longValue());
        }
        return counts;
    }
}
