package dev.upswell.server.act;

import dev.upswell.server.act.Action.Queue;
import dev.upswell.server.act.Entry.Kind;
import dev.upswell.server.integrate.Issue.Standing;
import dev.upswell.server.integrate.IssueOrder;
import dev.upswell.server.integrate.TrackedIssue;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.registry.RegistryRefused;
import dev.upswell.server.registry.TaskRepository;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.scorecard.FollowedPlaybook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All that is to be done, in one queue. What is to be done stays where it arose: tasks in the backlog, playbooks at their
/// creators; here is what people settle about it, say of it, and carry elsewhere.
public final class Actions {

    private static final int MOST_PLAYBOOKS = 500;
    private static final int MOST_OVER = 500;
    private static final int LONGEST_NAME = 100;
    private static final Comparator<Action> FIRST = Comparator.comparing((Action one) -> !one.state().pending())
            .thenComparing(one -> -one.priority().points())
            .thenComparing(Action::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Action::openedAt, Comparator.reverseOrder()).thenComparing(Action::id);

    private final ActParts parts;
    private final Tasks tasks;
    private final TaskRepository backlog = new TaskRepository();
    private final ActionRepository actions = new ActionRepository();

    /// The queue over these parts.
    public Actions(ActParts parts) {
        this.parts = parts;
        tasks = new Tasks(parts.database());
    }

    /// What of the queue is wanted.
    ///
    /// @param queue null for all
    /// @param closed what was done or dropped, in place of what is pending
    /// @param assignee of this person alone; null for everybody's
    public record Filter(@Nullable Queue queue, boolean closed, @Nullable String assignee) {

        boolean takes(Action action) {
            return (queue == null || action.queue() == queue) && action.state().pending() != closed
                    && (assignee == null || action.assignee().equalsIgnoreCase(assignee));
        }
    }

    /// All that the filter leaves: what is worth most for the least work first, then what is due first.
    public List<Action> list(Filter filter) {
        return all().stream().filter(filter::takes).sorted(FIRST).toList();
    }

    private List<Action> all() {
        Map<UUID, Settled> settled = parts.call(actions::settled);
        List<Source> sources = new ArrayList<>();
        tasks.list(parts.tenant()).forEach(task -> sources.add(new Source.OfTask(task)));
        parts.playbooks().list(null, MOST_PLAYBOOKS, 0).items().forEach(
                playbook -> sources.add(new Source.OfPlaybook(playbook, parts.names().shown(playbook.creator()))));
        return sources.stream().map(source -> Action.of(source, settled.getOrDefault(id(source), Settled.NOTHING)))
                .toList();
    }

    private static UUID id(Source source) {
        return switch (source) {
            case Source.OfTask(ImprovementTask task) -> task.id();
            case Source.OfPlaybook(FollowedPlaybook playbook, String _) -> playbook.id();
        };
    }

    /// The one that a person means by its id or the unambiguous beginning of it.
    ///
    /// **errors** [ActRefused] when there is none, or more than one.
    public Action get(String meant) {
        List<Action> matching = meant.isBlank()
                ? List.of()
                : all().stream().filter(one -> one.id().toString().startsWith(meant)).toList();
        if (matching.size() != 1) {
            throw ActRefused.unknown(matching.size() > 1 ? meant + "… (several begin so)" : meant);
        }
        return matching.getFirst();
    }

    /// What was said and done about it, the earliest first.
    public List<Entry> history(Action action) {
        return parts.call(db -> actions.entries(db, action.id()));
    }

    /// Where else it stands, or is to.
    public List<TrackedIssue> elsewhere(Action action) {
        return parts.issues().of(List.of(action.id()));
    }

    /// Where else these stand, by id.
    public Map<UUID, List<TrackedIssue>> elsewhere(List<Action> those) {
        return parts.issues().of(those.stream().map(Action::id).toList()).stream()
                .collect(Collectors.groupingBy(one -> one.order().subject()));
    }

    /// Says something about it.
    ///
    /// **errors** [ActRefused] when nothing is said.
    public void comment(Action action, String text, String by) {
        if (text.isBlank()) {
            throw ActRefused.empty();
        }
        parts.run(db -> enter(db, action, Kind.COMMENT, text.strip(), by));
    }

    /// Settles who does it until when, and what it is worth for how much work.
    ///
    /// **errors** [ActRefused] when it is closed.
    public Action settle(Action action, Settled wanted, String by) {
        requirePending(action);
        Settled before = action.settled();
        parts.run(db -> {
            actions.settle(db, action.id(), wanted);
            if (!Objects.equals(before.assignee(), wanted.assignee())) {
                enter(db, action, Kind.ASSIGNED, Optional.ofNullable(wanted.assignee()).orElse(""), by);
            }
            if (!Objects.equals(before.dueOn(), wanted.dueOn())) {
                enter(db, action, Kind.DUE, wanted.dueOn() == null ? "" : wanted.dueOn().toString(), by);
            }
            if (!Objects.equals(before.impact(), wanted.impact())
                    || !Objects.equals(before.effort(), wanted.effort())) {
                Action after = Action.of(action.source(), wanted);
                enter(db, action, Kind.RATED,
                        after.priority().impact().points() + " × " + after.priority().effort().points(), by);
            }
        });
        return get(action.id().toString());
    }

    /// Takes it on: whoever says so does it, and works on it.
    ///
    /// **errors** [ActRefused] when it is closed, or the loop does it by itself.
    public Action take(Action action, String by) {
        requirePending(action);
        String name = by.length() > LONGEST_NAME ? by.substring(0, LONGEST_NAME) : by;
        if (action.source() instanceof Source.OfTask task && action.state() == ImprovementTask.State.OPEN) {
            if (task.category() == Category.RETRAINING) {
                throw ActRefused.notTaken("A retraining is taken up by the loop.");
            }
            tasks.accept(parts.tenant(), action.id().toString(), name);
        }
        parts.run(db -> {
            actions.settle(db, action.id(), action.settled().by(name));
            enter(db, action, Kind.TAKEN, "", by);
        });
        return get(action.id().toString());
    }

    /// Closes it, where it arose too. What was to be carried into a tracker and was not yet is not carried any more.
    ///
    /// @param done whether it was done, rather than dropped
    /// @param result what came of it, in a sentence
    ///
    /// **errors** [ActRefused] when it is closed; those of the scorecard for a playbook whose measure is not known anew.
    public Action close(Action action, boolean done, String result, String by) {
        requirePending(action);
        String said = result.isBlank() ? "Closed by hand." : result.strip();
        switch (action.source()) {
            case Source.OfTask _ -> {
            }
            case Source.OfPlaybook _ -> {
                if (done) {
                    parts.playbooks().settle(action.id().toString(), null, said);
                } else {
                    parts.playbooks().drop(action.id().toString(), said);
                }
            }
        }
        parts.run(db -> {
            if (action.source() instanceof Source.OfTask) {
                backlog.close(db, action.id(), done, said);
            }
            enter(db, action, done ? Kind.DONE : Kind.DROPPED, said, by);
        });
        parts.issues().withdraw(action.id());
        return get(action.id().toString());
    }

    /// Orders it in a tracker, into which it is carried within a minute.
    ///
    /// **errors** [ActRefused] when it is closed; those of the connections when there is none of this name, or it is there already.
    public void send(Action action, String connection, String by) {
        requirePending(action);
        parts.issues().order(connection, order(action));
        parts.run(db -> enter(db, action, Kind.SENT, connection, by));
    }

    private static IssueOrder order(Action action) {
        List<String> text = new ArrayList<>();
        if (action.source() instanceof Source.OfTask(ImprovementTask task)) {
            Order order = task.order();
            text.add(order.trigger());
            text.add(order.hypothesis());
            text.add("It helped when: " + order.successMetric());
        }
        text.add("Priority %d of 25: impact %d, effort %d, of 5 each.".formatted(action.priority().points(),
                action.priority().impact().points(), action.priority().effort().points()));
        text.add("Carried here by Upswell, which reads how this stands; its id there is " + action.id() + ".");
        LocalDate due = action.dueAt() == null
                ? null
                : action.dueAt().minusSeconds(1).atZone(ZoneOffset.UTC).toLocalDate();
        return new IssueOrder(action.id(), action.title(), text, due);
    }

    /// Whether a tracker says that something ended which is pending here.
    public boolean isBehind() {
        return !ended().isEmpty();
    }

    /// Closes what trackers say is done or declined; how many. Playbooks are left to people: what came of one is measured.
    public int follow() {
        int closed = 0;
        for (Map.Entry<TrackedIssue, Action> one : ended().entrySet()) {
            TrackedIssue issue = one.getKey();
            boolean done = issue.standing() == Standing.DONE;
            try {
                close(one.getValue(), done, "%s in %s as %s%s.".formatted(done ? "Done" : "Declined",
                        issue.connection(), issue.key(), issue.status().isEmpty() ? "" : " (" + issue.status() + ")"),
                        "tracker " + issue.connection());
                closed++;
            } catch (ActRefused | RegistryRefused closedMeanwhile) {
                // Two trackers said so, or a person was quicker.
                continue;
            }
        }
        return closed;
    }

    private Map<TrackedIssue, Action> ended() {
        List<TrackedIssue> over = parts.issues().over(MOST_OVER).stream()
                .filter(one -> one.standing() == Standing.DONE || one.standing() == Standing.DROPPED).toList();
        Map<UUID, ImprovementTask> found = over.isEmpty()
                ? Map.of()
                : tasks.find(parts.tenant(), over.stream().map(one -> one.order().subject()).toList());
        return over.stream().filter(one -> {
            ImprovementTask task = found.get(one.order().subject());
            return task != null && task.state().pending();
        }).collect(Collectors.toMap(Function.identity(), one -> Action.of(
                new Source.OfTask(Objects.requireNonNull(found.get(one.order().subject()))), Settled.NOTHING)));
    }

    private static void requirePending(Action action) {
        if (!action.state().pending()) {
            throw ActRefused.closed();
        }
    }

    private void enter(JdbcClient db, Action action, Kind kind, String said, String by) {
        actions.add(db, new Entry(action.id(), parts.now(), by, kind, said));
    }

    /// The time by which something is late.
    public Instant now() {
        return parts.now();
    }
}
