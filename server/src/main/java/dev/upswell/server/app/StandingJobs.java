package dev.upswell.server.app;

import static dev.upswell.server.agent.Cadence.every;
import static dev.upswell.server.agent.Outcome.counts;
import static java.time.DayOfWeek.FRIDAY;
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
import dev.upswell.server.event.EventType;
import dev.upswell.server.event.Role;
import dev.upswell.server.integrate.TrackedIssue;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.Replays;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.narrative.Narratives;
import dev.upswell.server.notify.Delivery;
import dev.upswell.server.overview.RegularReports;
import dev.upswell.server.privacy.PrivacyRefused;
import dev.upswell.server.session.Session;
import dev.upswell.server.session.SessionRefused;
import dev.upswell.server.session.SessionState;
import dev.upswell.server.store.StoreCheck;
import dev.upswell.server.text.TextRefused;
import dev.upswell.server.text.Texts;
import dev.upswell.server.theme.ThemeRun;
import dev.upswell.server.vigil.AlertRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The standing work of the product: every job of every agent, what it does and when. A capability that brings standing work
/// adds a line here, and the words `job.NAME` to the bundle.
///
/// What follows new data stands in [NewDataJobs].
final class StandingJobs {

    private static final Logger LOG = LoggerFactory.getLogger(StandingJobs.class);

    private final OpenWorkplace workplace;

    StandingJobs(OpenWorkplace workplace) {
        this.workplace = workplace;
    }

    List<Job> all() {
        List<Job> jobs = new ArrayList<>();
        jobs.add(new Job("ingestion", Role.INGESTION, every(Duration.ofMinutes(15)).backlog(5), this::collect));
        jobs.add(new Job("captures", Role.INGESTION, every(Duration.ofHours(6)).skipping(), this::capture));
        jobs.add(new Job(Replays.JOB, Role.INGESTION, every(Duration.ofMinutes(15)).skipping(), this::replay));
        jobs.addAll(new NewDataJobs(workplace).all());
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
        jobs.add(new Job(RegularReports.JOB, Role.NOTIFICATION, Cadence.of(Rule.daily(6, 0)), this::report));
        jobs.add(new Job("alert-rules", Role.NOTIFICATION, every(Duration.ofSeconds(20)), this::watch,
                () -> workplace.operating().alertRules().isWaiting()));
        jobs.add(new Job("notices", Role.NOTIFICATION, every(Duration.ofMinutes(1)), this::tell,
                () -> workplace.operating().deliveries().isWaiting()));
        jobs.add(new Job("trackers", Role.NOTIFICATION, every(Duration.ofMinutes(1)), this::track,
                () -> workplace.operating().trackers().isWaiting() || workplace.scoring().actions().isBehind()));
        jobs.add(new Job("retention", Role.GOVERNANCE, Cadence.of(Rule.daily(1, 30)), this::expire));
        jobs.add(new Job("erasure", Role.GOVERNANCE, every(Duration.ofHours(1)).skipping(), this::erase,
                () -> workplace.privacy().erasures().isOpen()));
        jobs.add(new Job("audit", Role.GOVERNANCE, every(Duration.ofDays(30)), this::audit));
        return List.copyOf(jobs);
    }

    /// Goes on with erasures that something cut short.
    private Outcome erase(Turn turn) {
        try {
            return Outcome.done(counts("erased", workplace.privacy().erasures().goOn()));
        } catch (PrivacyRefused busy) {
            return Outcome.again(Map.of(), busy.what());
        }
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

    /// Not alone: it reads what others wrote and keeps documents.
    private Outcome report(Turn turn) {
        List<RegularReports.Made> made = workplace.regularReports().makeDue();
        String notes = made.stream().filter(one -> one.note() != null)
                .map(one -> one.period().label() + ": " + one.note())
                .collect(Collectors.joining(" "));
        Map<String, Long> counts = counts("reports", made.stream().filter(RegularReports.Made::isNew).count());
        return notes.isEmpty() ? Outcome.done(counts) : Outcome.done(counts, notes);
    }

    /// Not alone: an alert does not wait for a training, and what it reads changes under nobody's hands.
    private Outcome watch(Turn turn) {
        AlertRules.Look look = workplace.operating().alertRules().look();
        return Outcome.done(counts("rules", look.rules(), "alerts", look.alerts()));
    }

    private Outcome tell(Turn turn) {
        Delivery.Report report = workplace.operating().deliveries().send();
        return Outcome.done(counts("sent", report.sent(), "notices", report.notices(), "waiting", report.waiting(),
                "failed", report.failed()));
    }

    private Outcome track(Turn turn) {
        TrackedIssue.Report report = workplace.operating().trackers().work();
        return Outcome.done(counts("linked", report.linked(), "asked", report.asked(), "waiting", report.waiting(),
                "failed", report.failed(), "closed", workplace.scoring().actions().follow()));
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
        workplace.write(EventType.AUDIT_DONE, facts);
        return Outcome.done(counts("checks", findings.size(), "findings", wrong.size(), "cleaned", cleaned.rows()));
    }
}
