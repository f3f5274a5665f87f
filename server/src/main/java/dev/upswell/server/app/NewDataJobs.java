package dev.upswell.server.app;

import static dev.upswell.server.agent.Cadence.every;
import static dev.upswell.server.agent.Outcome.counts;
import static java.time.DayOfWeek.MONDAY;

import dev.upswell.server.agent.Cadence;
import dev.upswell.server.agent.Job;
import dev.upswell.server.agent.Outcome;
import dev.upswell.server.agent.Rule;
import dev.upswell.server.agent.Turn;
import dev.upswell.server.event.EventType;
import dev.upswell.server.event.Role;
import dev.upswell.server.forecast.ForecastRefused;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.improve.Improvements;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.reach.ReachRefused;
import dev.upswell.server.reach.VideoReach;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.Retraining;
import dev.upswell.server.scorecard.ScorecardRefused;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.trend.MetricsComputed;
import dev.upswell.server.weakness.ErrorAnalyses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The work that follows new data, in the order in which it does: metrics, scores, comparison, training, forecasts and what is
/// learnt of them.
final class NewDataJobs {

    private static final Logger LOG = LoggerFactory.getLogger(NewDataJobs.class);

    private final OpenWorkplace workplace;

    NewDataJobs(OpenWorkplace workplace) {
        this.workplace = workplace;
    }

    List<Job> all() {
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
            workplace.write(EventType.LAKE_TIDIED, counts);
        }
        return outcome;
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
}
