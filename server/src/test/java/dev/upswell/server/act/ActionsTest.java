package dev.upswell.server.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.upswell.server.act.Action.Queue;
import dev.upswell.server.act.Actions.Filter;
import dev.upswell.server.integrate.Carried;
import dev.upswell.server.integrate.Issue;
import dev.upswell.server.integrate.Issue.Standing;
import dev.upswell.server.integrate.IssueOrder;
import dev.upswell.server.integrate.TrackedIssue;
import dev.upswell.server.integrate.TrackedIssues;
import dev.upswell.server.integrate.Tracker;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.registry.ImprovementTask.State;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.scorecard.FollowedPlaybooks;
import dev.upswell.server.scorecard.Pseudonyms;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActionsTest {

    private static final Filter PENDING = new Filter(null, false, null);
    private static final Filter CLOSED = new Filter(null, true, null);

    private final Remembering tracker = new Remembering();
    private final Carried carried = new Carried(_ -> tracker);
    private final Tasks tasks = new Tasks(carried.database);
    private final Actions actions = new Actions(new ActParts(carried.tenant, carried.database,
            new FollowedPlaybooks(carried.tenant, carried.database, carried::now),
            new Pseudonyms(carried.tenant, false), carried.issues(), carried::now));

    /// A tracker in memory.
    private static final class Remembering implements Tracker {

        private final Map<String, IssueOrder> orders = new LinkedHashMap<>();
        private Standing standing = Standing.OPEN;

        @Override
        public String greeting() {
            return "project CRE";
        }

        @Override
        public Optional<Issue> find(String label) {
            return Optional.empty();
        }

        @Override
        public Issue create(IssueOrder order) {
            orders.put(order.label(), order);
            return issue();
        }

        @Override
        public Optional<Issue> read(String key) {
            return Optional.of(issue());
        }

        private Issue issue() {
            return new Issue("CRE-" + orders.size(), URI.create("https://t.example.org/CRE"), "Fertig", standing);
        }
    }

    private UUID task(String topic, Category category, Map<String, Double> facts) {
        UUID id = tasks
                .open(carried.tenant, new Order(topic, "Do " + topic, category, "It was seen.", "It is believed.",
                        "It rises.", "content team", LocalDate.parse("2026-02-01"), facts), Carried.START)
                .orElseThrow().id();
        arose(id, "opened_as_of");
        return id;
    }

    /// Lets it have arisen at this instant, in SQL; else it did so by the clock of the database.
    private void arose(UUID id, String at) {
        carried.database.transactions().run(carried.tenant,
                db -> db.sql("update improvement_task set created_at = " + at + " where id = ?").param(id).update());
    }

    private UUID playbook() {
        UUID id = new UUID(8, 8);
        carried.database.transactions().run(carried.tenant, db -> db.sql("""
            insert into followed_playbook (id, creator, gap, value, score, expected, taken_by, taken_at, data_as_of)
            values (?, 'anna', 'video_quality', 0.3, 0.3, 0.15, 'ben', '2026-01-01', '2026-01-01')""").param(id)
                .update());
        return id;
    }

    private Action only() {
        return actions.list(PENDING).getFirst();
    }

    private List<String> kinds(Action action) {
        return actions.history(action).stream().map(one -> one.kind().name()).toList();
    }

    @Test
    void allThatIsToBeDoneStandsInOneQueueWhatIsWorthMostForLeastWorkFirst() {
        task("feature", Category.FEATURE, Map.of());
        UUID alarm = task("v1", Category.CONTENT, Map.of("v15_place", 4.0, "slaHours", 2.0));
        playbook();

        assertThat(actions.list(PENDING)).extracting(Action::queue, one -> one.priority().points())
                .containsExactly(tuple(Queue.VIDEOS, 20), tuple(Queue.CREATORS, 12),
                        tuple(Queue.FORECASTS, 6));
        assertThat(actions.list(new Filter(Queue.CREATORS, false, null))).singleElement()
                .returns("Follow the playbook for video quality of @anna", Action::title)
                .returns("ben", Action::assignee).returns(State.TAKEN, Action::state).returns(null, Action::dueAt);
        assertThat(actions.list(PENDING).getFirst()).returns(alarm, Action::id)
                .returns(Carried.START.plusSeconds(7_200), Action::dueAt);
        assertThat(actions.list(CLOSED)).isEmpty();
    }

    @Test
    void whatHasNoHoursIsDueAtTheEndOfItsReviewDay() {
        task("feature", Category.FEATURE, Map.of());

        assertThat(only().dueAt()).isEqualTo(Instant.parse("2026-02-02T00:00:00Z"));
        assertThat(only().isLate(Instant.parse("2026-02-02T00:00:00Z"))).isFalse();
        assertThat(only().isLate(Instant.parse("2026-02-02T00:00:01Z"))).isTrue();
    }

    @Test
    void aTermThatWasOverBeforeItAroseIsNone() {
        UUID id = task("feature", Category.FEATURE, Map.of());
        arose(id, "timestamptz '2026-02-03Z'");

        assertThat(only().dueAt()).isNull();
        assertThat(only().isLate(Instant.parse("2026-03-01T00:00:00Z"))).isFalse();
    }

    @Test
    void whatPeopleSettleStandsOverTheSourceAndInTheHistory() {
        task("v1", Category.CONTENT, Map.of());

        Action after = actions.settle(only(), new Settled("ben", LocalDate.parse("2026-01-10"), 5, 1), "anna");

        assertThat(after).returns("ben", Action::assignee).returns(Instant.parse("2026-01-11T00:00:00Z"), Action::dueAt)
                .returns(25, one -> one.priority().points());
        assertThat(actions.history(after)).extracting(Entry::said).containsExactly("ben", "2026-01-10", "5 × 1");
        assertThat(actions.history(after)).extracting(Entry::actor).containsOnly("anna");
        Action again = actions.settle(after, new Settled("ben", LocalDate.parse("2026-01-10"), 5, 1), "anna");
        assertThat(actions.history(again)).hasSize(3);
        assertThat(actions.list(new Filter(null, false, "Ben"))).containsExactly(again);
        Action back = actions.settle(again, Settled.NOTHING, "anna");
        assertThat(back.assignee()).isEqualTo("content team");
    }

    @Test
    void whoTakesItOnDoesItAndTheBacklogKnows() {
        UUID id = task("v1", Category.CONTENT, Map.of());

        Action taken = actions.take(only(), "anna");

        assertThat(taken).returns("anna", Action::assignee).returns(State.TAKEN, Action::state);
        assertThat(tasks.find(carried.tenant, List.of(id)).get(id).state()).isEqualTo(State.TAKEN);
        assertThat(kinds(taken)).containsExactly("TAKEN");
        actions.take(taken, "ben");
        assertThat(only().assignee()).isEqualTo("ben");
    }

    @Test
    void aRetrainingIsLeftToTheLoop() {
        task("retrain", Category.RETRAINING, Map.of());

        assertThatThrownBy(() -> actions.take(only(), "anna")).isInstanceOf(ActRefused.class)
                .hasMessageContaining("taken up by the loop");
    }

    @Test
    void whatIsClosedHereIsClosedWhereItArose() {
        UUID id = task("v1", Category.CONTENT, Map.of());
        Action before = only();

        Action closed = actions.close(before, true, "Recut.", "anna");

        assertThat(closed).returns(State.DONE, Action::state).returns("Recut.", Action::result);
        assertThat(tasks.find(carried.tenant, List.of(id)).get(id).result()).isEqualTo("Recut.");
        assertThat(actions.list(PENDING)).isEmpty();
        assertThat(actions.list(CLOSED)).containsExactly(closed);
        assertThatThrownBy(() -> actions.close(closed, false, "", "ben")).isInstanceOf(ActRefused.class)
                .hasMessageContaining("It is closed");
        assertThatThrownBy(() -> actions.settle(closed, Settled.NOTHING, "ben")).isInstanceOf(ActRefused.class);
        actions.comment(closed, "It held.", "ben");
        assertThat(kinds(closed)).containsExactly("DONE", "COMMENT");
    }

    @Test
    void aPlaybookIsDeclinedAtItsCreator() {
        UUID id = playbook();

        Action dropped = actions.close(actions.get(id.toString()), false, "No time.", "anna");

        assertThat(dropped).returns(State.DROPPED, Action::state).returns("No time.", Action::result);
    }

    @Test
    void whatIsCarriedElsewhereAndDoneThereIsDoneHere() {
        UUID id = task("v1", Category.CONTENT, Map.of("v15_place", 4.0, "slaHours", 2.0));
        carried.connections().add("board", Carried.jira(URI.create("https://team.example.org")), "anna");
        actions.send(only(), "board", "anna");
        TrackedIssues issues = carried.issues();

        issues.work();
        assertThat(tracker.orders.values()).singleElement().satisfies(order -> {
            assertThat(order.subject()).isEqualTo(id);
            assertThat(order.title()).isEqualTo("Do v1");
            assertThat(order.due()).isEqualTo(LocalDate.parse("2026-01-05"));
            assertThat(order.paragraphs()).contains("It was seen.",
                    "Priority 20 of 25: impact 5, effort 2, of 5 each.");
        });
        assertThat(actions.elsewhere(only())).extracting(TrackedIssue::key).containsExactly("CRE-1");
        assertThat(actions.isBehind()).isFalse();

        carried.turn(TrackedIssues.ASKED_EVERY);
        tracker.standing = Standing.DONE;
        issues.work();
        assertThat(actions.isBehind()).isTrue();
        assertThat(actions.follow()).isEqualTo(1);

        Action closed = actions.get(id.toString());
        assertThat(closed).returns(State.DONE, Action::state)
                .returns("Done in board as CRE-1 (Fertig).", Action::result);
        assertThat(actions.history(closed)).last().returns("tracker board", Entry::actor);
        assertThat(actions.isBehind()).isFalse();
        assertThat(actions.follow()).isZero();
    }

    @Test
    void whatIsDeclinedThereIsDeclinedHereAndWhatIsGoneThereStaysOpen() {
        UUID id = task("v1", Category.CONTENT, Map.of());
        carried.connections().add("board", Carried.jira(URI.create("https://team.example.org")), "anna");
        actions.send(only(), "board", "anna");
        tracker.standing = Standing.GONE;
        carried.issues().work();
        assertThat(actions.follow()).isZero();
        assertThat(actions.get(id.toString()).state()).isEqualTo(State.OPEN);

        carried.database.transactions().run(carried.tenant,
                db -> db.sql("update tracked_issue set standing = 'DROPPED'").update());
        assertThat(actions.follow()).isEqualTo(1);
        assertThat(actions.get(id.toString()).state()).isEqualTo(State.DROPPED);
    }

    @Test
    void whatIsClosedBeforeItWasCarriedIsNotCarried() {
        task("v1", Category.CONTENT, Map.of());
        carried.connections().add("board", Carried.jira(URI.create("https://team.example.org")), "anna");
        actions.send(only(), "board", "anna");

        actions.close(only(), true, "", "anna");
        carried.issues().work();

        assertThat(tracker.orders).isEmpty();
    }

    @Test
    void anIdMayBeShortenedWhileItIsUnambiguous() {
        UUID id = task("v1", Category.CONTENT, Map.of());

        assertThat(actions.get(id.toString().substring(0, 8)).id()).isEqualTo(id);
        assertThatThrownBy(() -> actions.get("")).isInstanceOf(ActRefused.class);
        assertThatThrownBy(() -> actions.get("zzz")).isInstanceOf(ActRefused.class)
                .hasMessageContaining("There is nothing to be done with the id zzz");
        assertThatThrownBy(() -> actions.comment(only(), "  ", "anna")).isInstanceOf(ActRefused.class)
                .hasMessageContaining("A comment must say something");
    }

    @Test
    void anotherTenantHasAQueueOfItsOwn() {
        task("v1", Category.CONTENT, Map.of());
        actions.comment(only(), "Ours.", "anna");
        Carried other = new Carried(_ -> tracker);
        Actions theirs = new Actions(new ActParts(other.tenant, other.database,
                new FollowedPlaybooks(other.tenant, other.database, other::now), new Pseudonyms(other.tenant, false),
                other.issues(), other::now));

        assertThat(theirs.list(PENDING)).isEmpty();
        assertThat(theirs.history(only())).isEmpty();
    }
}
