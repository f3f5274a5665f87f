package dev.upswell.server.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.integrate.Issue.Standing;
import dev.upswell.server.integrate.TrackedIssue.Report;
import dev.upswell.server.integrate.TrackedIssue.State;
import dev.upswell.server.notify.NotBrought;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackedIssuesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Remembering tracker = new Remembering();
    private final Carried carried = new Carried(_ -> tracker);

    /// What ends a process at an instant of the test's choice.
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    /// A tracker in memory; for each trouble a call comes to nothing, and a kill comes after an issue was created.
    private static final class Remembering implements Tracker {

        private final Map<String, Issue> issues = new LinkedHashMap<>();
        private final Queue<Throwable> troubles = new ArrayDeque<>();
        private int asked;
        private Runnable meanwhile = () -> {
        };

        @Override
        public String greeting() throws NotBrought {
            trouble();
            return "project CRE";
        }

        @Override
        public Optional<Issue> find(String label) throws NotBrought {
            meanwhile.run();
            trouble();
            return Optional.ofNullable(issues.get(label));
        }

        @Override
        public Issue create(IssueOrder order) {
            Issue issue = at(issues.size() + 1, Standing.OPEN);
            issues.put(order.label(), issue);
            if (troubles.peek() instanceof Killed killed) {
                troubles.remove();
                throw killed;
            }
            return issue;
        }

        @Override
        public Optional<Issue> read(String key) throws NotBrought {
            asked++;
            trouble();
            return issues.values().stream().filter(one -> one.key().equals(key)).findFirst();
        }

        private void trouble() throws NotBrought {
            if (troubles.peek() instanceof NotBrought) {
                throw (NotBrought) troubles.remove();
            }
        }

        static Issue at(int number, Standing standing) {
            return new Issue("CRE-" + number, URI.create("https://t.example.org/CRE-" + number), standing.name(),
                    standing);
        }
    }

    @BeforeEach
    void connect() {
        carried.connections().add("board", Carried.jira(URI.create("https://team.example.org")), "anna");
    }

    @Test
    void anOrderIsCreatedOnceAndAskedForUntilItIsDone() {
        carried.issues().order("board", Carried.ORDER);

        assertThat(carried.issues().isWaiting()).isTrue();
        assertThat(carried.issues().work()).isEqualTo(new Report(1, 0, 0, 0));
        assertThat(carried.only()).returns("CRE-1", TrackedIssue::key).returns(State.LINKED, TrackedIssue::state)
                .returns(Carried.ORDER, TrackedIssue::order);
        assertThat(carried.issues().isWaiting()).isFalse();

        carried.turn(TrackedIssues.ASKED_EVERY);
        tracker.issues.put(Carried.ORDER.label(), Remembering.at(1, Standing.STARTED));
        assertThat(carried.issues().work()).isEqualTo(new Report(0, 1, 0, 0));
        assertThat(carried.only().standing()).isEqualTo(Standing.STARTED);

        carried.turn(TrackedIssues.ASKED_EVERY);
        tracker.issues.put(Carried.ORDER.label(), Remembering.at(1, Standing.DONE));
        carried.issues().work();
        assertThat(carried.only()).returns(Standing.DONE, TrackedIssue::standing)
                .returns(State.OVER, TrackedIssue::state)
                .returns(carried.now(), TrackedIssue::checkedAt);
        carried.turn(Duration.ofDays(1));
        assertThat(carried.issues().isWaiting()).isFalse();
        assertThat(carried.issues().over(10)).containsExactly(carried.only());
        assertThat(tracker.issues).hasSize(1);
        assertThat(carried.list(
                "select type from event_log where type like 'TRACKER%' or type like 'ISSUE%' order by occurred_at"))
                .containsExactly("TRACKER_ADDED", "ISSUE_LINKED", "ISSUE_MOVED", "ISSUE_MOVED");
    }

    @Test
    void aKillBetweenCreatingAndNotingDownDoublesNothing() {
        carried.issues().order("board", Carried.ORDER);
        tracker.troubles.add(new Killed());
        assertThatThrownBy(() -> carried.issues().work()).isInstanceOf(Killed.class);
        assertThat(carried.only()).returns(State.WAITING, TrackedIssue::state).returns(null, TrackedIssue::key);
        assertThat(carried.issues().isWaiting()).isFalse();

        carried.turn(MINUTE);
        assertThat(carried.issues().work()).isEqualTo(new Report(1, 0, 0, 0));

        assertThat(tracker.issues).hasSize(1);
        assertThat(carried.only()).returns("CRE-1", TrackedIssue::key).returns(State.LINKED, TrackedIssue::state);
    }

    @Test
    void whatFailsIsTriedAgainLaterAndLaterAndNoEarlierThanTheTrackerAsks() {
        carried.issues().order("board", Carried.ORDER);
        tracker.troubles.add(NotBrought.forNow("Jira answered 503"));
        tracker.troubles.add(NotBrought.forNow("Jira answered 429: too many requests", Duration.ofMinutes(20)));

        assertThat(carried.issues().work()).isEqualTo(new Report(0, 0, 1, 0));
        assertThat(carried.only()).returns("Jira answered 503", TrackedIssue::reason)
                .returns(Carried.START.plus(MINUTE), TrackedIssue::dueAt);
        carried.turn(MINUTE);
        carried.issues().work();
        assertThat(carried.only().dueAt()).isEqualTo(carried.now().plus(Duration.ofMinutes(20)));
        carried.turn(Duration.ofMinutes(20));
        assertThat(carried.issues().work()).isEqualTo(new Report(1, 0, 0, 0));
        assertThat(carried.only().reason()).isNull();
    }

    @Test
    void whatIsRefusedForGoodIsGivenUpToldAndTriedAgainWhenSomebodyOrdersItAnew() {
        carried.issues().order("board", Carried.ORDER);
        tracker.troubles.add(NotBrought.forGood("Jira answered 401"));

        assertThat(carried.issues().work()).isEqualTo(new Report(0, 0, 0, 1));

        assertThat(carried.only()).returns(State.FAILED, TrackedIssue::state).returns(null, TrackedIssue::dueAt);
        assertThat(carried.list("select payload->>'reason' from event_log where type = 'ISSUE_FAILED'"))
                .containsExactly("Jira answered 401");
        carried.issues().order("board", Carried.ORDER);
        assertThat(carried.issues().work()).isEqualTo(new Report(1, 0, 0, 0));
        assertThatThrownBy(() -> carried.issues().order("board", Carried.ORDER)).isInstanceOf(IntegrateRefused.class)
                .hasMessageContaining("it is in board already");
    }

    @Test
    void anIssueThatIsThereIsAskedForEvenWhenATokenIsRefusedForAWhile() {
        carried.issues().order("board", Carried.ORDER);
        carried.issues().work();
        for (int i = 0; i < 20; i++) {
            tracker.troubles.add(NotBrought.forGood("Jira answered 401"));
            carried.turn(Duration.ofHours(6));
            assertThat(carried.issues().work()).isEqualTo(new Report(0, 0, 1, 0));
        }

        carried.turn(Duration.ofHours(6));
        assertThat(carried.issues().work()).isEqualTo(new Report(0, 1, 0, 0));
        assertThat(carried.only()).returns(null, TrackedIssue::reason).returns(State.LINKED, TrackedIssue::state);
    }

    @Test
    void aTrackerThatFailsIsLeftAloneForTheRound() {
        carried.issues().order("board", Carried.ORDER);
        carried.issues().order("board", new IssueOrder(new UUID(4, 3), "Another", List.of(), null));
        carried.issues().work();
        carried.turn(TrackedIssues.ASKED_EVERY);
        tracker.troubles.add(NotBrought.forNow("Jira answered 500"));

        assertThat(carried.issues().work()).isEqualTo(new Report(0, 0, 1, 0));

        assertThat(tracker.asked).isEqualTo(1);
    }

    @Test
    void whatATrackerKnowsNoMoreIsOver() {
        carried.issues().order("board", Carried.ORDER);
        carried.issues().work();
        tracker.issues.clear();
        carried.turn(TrackedIssues.ASKED_EVERY);
        carried.issues().work();

        assertThat(carried.only()).returns(Standing.GONE, TrackedIssue::standing).returns(State.OVER,
                TrackedIssue::state);
    }

    @Test
    void whatIsWithdrawnBeforeItWasCarriedIsNotCarried() {
        carried.issues().order("board", Carried.ORDER);

        carried.issues().withdraw(Carried.SUBJECT);

        assertThat(carried.issues().work()).isEqualTo(new Report(0, 0, 0, 0));
        assertThat(tracker.issues).isEmpty();
    }

    @Test
    void whatIsWithdrawnWhileItIsCarriedStaysWithdrawnOrStandsWhereItWasCreated() {
        carried.issues().order("board", Carried.ORDER);
        tracker.meanwhile = () -> carried.issues().withdraw(Carried.SUBJECT);
        tracker.troubles.add(NotBrought.forNow("Jira answered 503"));
        carried.issues().work();
        assertThat(carried.only()).returns(State.FAILED, TrackedIssue::state).returns(null, TrackedIssue::dueAt);

        carried.issues().order("board", Carried.ORDER);
        carried.issues().work();
        assertThat(carried.only()).returns("CRE-1", TrackedIssue::key).returns(State.LINKED, TrackedIssue::state);
    }

    @Test
    void accountAndTokenStandInNoTableInClearAndGoWithTheConnection() {
        assertThat(String.join("\n", carried.list("select to_jsonb(c)::text from tracker_connection c"))
                + String.join("\n", carried.list("select payload::text from event_log")))
                .contains("team.example.org").doesNotContain("s3cret", "anna@");
        assertThat(carried.list("select name from vault_entry order by name")).containsExactly("tracker/board/token",
                "tracker/board/user");
        carried.issues().order("board", Carried.ORDER);

        carried.connections().remove("board", "ben");

        assertThat(carried.connections().list()).isEmpty();
        assertThat(carried.list("select name from vault_entry")).isEmpty();
        assertThat(carried.list("select title from tracked_issue")).isEmpty();
        assertThatThrownBy(() -> carried.connections().remove("board", "ben")).isInstanceOf(IntegrateRefused.class)
                .hasMessageContaining("There is no connection board");
    }

    @Test
    void theOtherSidesAnswerIsTold() {
        tracker.troubles.add(NotBrought.forGood("Jira answered 401: the account or its token is not let in there"));

        assertThat(carried.connections().greet("board")).isEqualTo(new Connection.Greeting("board", false,
                "Jira answered 401: the account or its token is not let in there"));
        assertThat(carried.connections().greet("board"))
                .isEqualTo(new Connection.Greeting("board", true, "project CRE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://x.example.org/path", "https://user@x.example.org", "ftp://x.example.org",
            "https://x.example.org?a=b", "/x"})
    void whatIsNoSiteIsRefused(String site) {
        assertThatThrownBy(() -> Carried.jira(URI.create(site))).isInstanceOf(IntegrateRefused.class)
                .hasMessageContaining("the address of a tracker");
    }
}
