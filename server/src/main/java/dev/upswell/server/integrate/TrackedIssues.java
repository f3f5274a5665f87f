package dev.upswell.server.integrate;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.integrate.TrackedIssue.Report;
import dev.upswell.server.integrate.TrackedIssue.State;
import dev.upswell.server.notify.NotBrought;
import dev.upswell.server.notify.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries tasks into trackers, and asks how they stand there.
///
/// An order is kept, claimed with the instant of its next try, carried, and noted down, each in a transaction of its own. Whoever
/// is killed between the creating and the noting down leaves it due again: then, as before each creating, the tracker is searched
/// for the order's label, and what is found there is taken for it.
public final class TrackedIssues {

    private static final Logger LOG = LoggerFactory.getLogger(TrackedIssues.class);

    /// How often trackers are asked how a task stands.
    public static final Duration ASKED_EVERY = Duration.ofMinutes(15);

    /// The most tasks that are carried or asked for in a round; more follow in the next.
    static final int MOST_AT_ONCE = 50;

    private static final int LONGEST_REASON = 500;

    private final IntegrateParts parts;
    private final Connections connections;
    private final TrackedIssueRepository issues = new TrackedIssueRepository();
    private final EventLogRepository events = new EventLogRepository("integrate");

    /// The issues over these parts.
    public TrackedIssues(IntegrateParts parts) {
        this.parts = parts;
        connections = new Connections(parts);
    }

    /// The connections by which they are carried.
    public Connections connections() {
        return connections;
    }

    /// Orders a task in a tracker; it is carried there within a minute. One that was given up is tried again.
    ///
    /// **errors** [IntegrateRefused] when there is no such connection, or the subject is in it already.
    public void order(String connection, IssueOrder order) {
        connections.require(connection);
        parts.run(db -> {
            if (!issues.order(db, connection, order, parts.now())
                    && !issues.revive(db, connection, order.subject(), parts.now())) {
                throw IntegrateRefused.conflict("it is in " + connection + " already, or on its way there",
                        "Its line says how it stands.");
            }
        });
    }

    /// Those of these subjects, the oldest first.
    public List<TrackedIssue> of(Collection<UUID> subjects) {
        return parts.call(db -> issues.of(db, subjects));
    }

    /// Those of which nothing more is expected, the latest first.
    public List<TrackedIssue> over(int most) {
        return parts.call(db -> issues.over(db, most));
    }

    /// Whether there is anything to carry or to ask now.
    public boolean isWaiting() {
        return parts.call(db -> issues.isWaiting(db, parts.now()));
    }

    /// Carries and asks what is due. Once a tracker failed, what else is due there waits for the next round.
    public Report work() {
        int linked = 0;
        int asked = 0;
        int waiting = 0;
        int failed = 0;
        Set<String> failing = new HashSet<>();
        for (TrackedIssue issue : parts.call(db -> issues.due(db, parts.now(), MOST_AT_ONCE))) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            if (failing.contains(issue.connection()) || !claim(issue)) {
                continue;
            }
            switch (done(issue)) {
                case LINKED -> linked++;
                case ASKED -> asked++;
                case WAITING -> {
                    waiting++;
                    failing.add(issue.connection());
                }
                case FAILED -> failed++;
            }
        }
        return new Report(linked, asked, waiting, failed);
    }

    private enum Step {
        LINKED,
        ASKED,
        WAITING,
        FAILED
    }

    private boolean claim(TrackedIssue issue) {
        Instant again = parts.now().plus(Patience.after(issue.attempt() + 1));
        return parts.call(db -> issues.claim(db, issue, again));
    }

    private Step done(TrackedIssue issue) {
        try {
            Tracker tracker = connections.tracker(issue.connection());
            if (issue.state() == State.WAITING) {
                note(issue, carried(tracker, issue.order()));
                return Step.LINKED;
            }
            note(issue, asked(tracker, issue));
            return Step.ASKED;
        } catch (NotBrought failed) {
            return failed(issue, failed);
        } catch (IntegrateRefused removed) {
            // The connection went while it was being asked, and the row with it.
            return Step.FAILED;
        } catch (RuntimeException fault) {
            // One task must not keep the others from being carried. Without its text, which may hold an address.
            LOG.error("a task for {} met a fault within Upswell: {}", issue.connection(), fault.getClass().getName());
            return failed(issue,
                    NotBrought.forNow("a fault within Upswell: " + fault.getClass().getSimpleName()));
        }
    }

    private static Issue carried(Tracker tracker, IssueOrder order) throws NotBrought {
        Optional<Issue> there = tracker.find(order.label());
        return there.isPresent() ? there.get() : tracker.create(order);
    }

    private static Issue asked(Tracker tracker, TrackedIssue issue) throws NotBrought {
        String key = issue.key();
        if (key == null || issue.link() == null) {
            throw new IllegalStateException(
                    "a linked issue (" + issue.id() + ") must have a key\nMaybe its row was changed by hand.");
        }
        Optional<Issue> there = tracker.read(key);
        return there.isPresent() ? there.get() : new Issue(key, issue.link(), "", Issue.Standing.GONE);
    }

    private void note(TrackedIssue before, Issue now) {
        Instant at = parts.now();
        Instant again = now.standing().isOver() ? null : at.plus(ASKED_EVERY);
        parts.run(db -> {
            issues.note(db, before.id(), now, at, again);
            if (before.state() == State.WAITING || before.standing() != now.standing()) {
                events.write(db, before.state() == State.WAITING ? EventType.ISSUE_LINKED : EventType.ISSUE_MOVED,
                        Map.of("connection", before.connection(), "subject", before.order().subject().toString(), "key",
                                now.key(), "standing", now.standing().name()));
            }
        });
    }

    private Step failed(TrackedIssue issue, NotBrought failed) {
        if (Thread.currentThread().isInterrupted()) {
            // The server stops: this try tells nothing of the tracker.
            return Step.WAITING;
        }
        int attempt = issue.attempt() + 1;
        boolean linked = issue.state() == State.LINKED;
        // One that is there is asked for ever: a token may be mended.
        boolean over = !linked && (failed.isForGood() || attempt >= Patience.TRIES);
        String reason = failed.why().length() > LONGEST_REASON
                ? failed.why().substring(0, LONGEST_REASON)
                : failed.why();
        Instant again = over ? null : parts.now().plus(Patience.after(attempt, failed.leastWait()));
        parts.run(db -> {
            issues.fail(db, issue.id(), over ? State.FAILED : issue.state(), reason, again);
            if (over) {
                events.write(db, EventType.ISSUE_FAILED, Map.of("connection", issue.connection(), "subject",
                        issue.order().subject().toString(), "attempt", attempt, "reason", reason));
            }
        });
        return over ? Step.FAILED : Step.WAITING;
    }

    /// Forgets nothing of these subjects, but carries them nowhere any more where they were not carried yet.
    public void withdraw(UUID subject) {
        parts.run(db -> issues.of(db, List.of(subject)).stream().filter(one -> one.state() == State.WAITING)
                .forEach(one -> issues.fail(db, one.id(), State.FAILED, "it was closed here before it was carried",
                        null)));
    }
}
