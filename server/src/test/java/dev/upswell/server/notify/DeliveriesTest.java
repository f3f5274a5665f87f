package dev.upswell.server.notify;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventType;
import dev.upswell.server.notify.Delivery.Report;
import dev.upswell.server.notify.Delivery.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeliveriesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final LeftAlone NEVER = LeftAlone.at(Post.START, Map.of());

    private final Post post = new Post();

    @BeforeEach
    void addMail() {
        post.channels().add("on-call", "anna@example.org", "anna");
    }

    private void fails(String job) {
        post.happens(EventType.JOB_FAILED, Map.of("job", job));
    }

    private List<State> states() {
        return post.deliveries().list(null, 50, 0).stream().map(Delivery::state).toList();
    }

    @Test
    void whatHappenedWithinAMinuteGoesInOneMail() {
        fails("drift");
        fails("metrics");
        post.happens(EventType.METRIC_DONE, Map.of("rows", 3));

        assertThat(post.deliveries().isWaiting()).isTrue();
        assertThat(post.deliveries().send()).isEqualTo(new Report(1, 2, 0, 0));

        assertThat(post.brought).containsExactly("anna@example.org");
        assertThat(post.parcels.getFirst().notices()).extracting(event -> event.facts().get("job"))
                .containsExactly("drift", "metrics");
        assertThat(post.deliveries().isWaiting()).isFalse();
        assertThat(post.deliveries().send()).isEqualTo(new Report(0, 0, 0, 0));
        fails("audit");
        post.deliveries().send();
        assertThat(post.parcels).hasSize(2);
    }

    @Test
    void eachChannelIsToldWhatItsRulesSay() {
        post.channels().add("hook", "https://example.org/hook", "anna");
        post.channels().send(EventType.METRIC_DONE, "hook", true, "anna");
        post.channels().send(EventType.JOB_FAILED, "hook", false, "anna");

        fails("drift");
        post.happens(EventType.METRIC_DONE, Map.of("rows", 3));
        post.deliveries().send();

        assertThat(post.parcels).extracting(Parcel::channel).containsExactlyInAnyOrder("on-call", "hook");
        assertThat(post.parcels).allSatisfy(parcel -> assertThat(parcel.notices()).extracting(Event::type)
                .containsExactly(parcel.channel().equals("hook") ? "METRIC_DONE" : "JOB_FAILED"));
    }

    @Test
    void anEventThatDidNotHappenIsToldToNobody() {
        assertThatThrownBy(() -> post.database.transactions().run(post.tenant, db -> {
            post.events.write(db, EventType.JOB_FAILED, Map.of("job", "drift"));
            throw new IllegalStateException("undone");
        })).hasMessage("undone");

        assertThat(post.deliveries().send()).isEqualTo(new Report(0, 0, 0, 0));
    }

    @Test
    void aKillBetweenSendingAndNotingDownSendsTheSameOnceMoreAndLosesNothing() {
        fails("drift");
        post.troubles.add(new Post.Killed());
        assertThatThrownBy(() -> post.deliveries().send()).isInstanceOf(Post.Killed.class);
        fails("metrics");

        post.turn(MINUTE);
        post.deliveries().send();

        assertThat(post.parcels).hasSize(3);
        Parcel first = post.parcels.getFirst();
        assertThat(post.parcels).filteredOn(parcel -> parcel.id().equals(first.id())).hasSize(2).containsOnly(first);
        assertThat(states()).containsExactly(State.SENT, State.SENT);
    }

    /// Wherever the process ends, what is left in the tables is sent by the next one.
    @Test
    void aKillAfterAnyStepLosesNothing() {
        fails("drift");
        DeliveryRepository tables = new DeliveryRepository();
        post.database.transactions().run(post.tenant, db -> tables.gather(db, "on-call", 100, post.now, NEVER));
        assertThat(post.deliveries().isWaiting()).isTrue();
        post.database.transactions().run(post.tenant,
                db -> tables.claim(db, tables.due(db, post.now, 20, NEVER).getFirst(),
                        post.now.plus(MINUTE)));

        assertThat(post.deliveries().isWaiting()).isFalse();
        post.turn(MINUTE);
        assertThat(post.deliveries().send()).isEqualTo(new Report(1, 1, 0, 0));
    }

    @Test
    void ofTwoWhoSeeTheSameDeliveryOneSendsIt() {
        fails("drift");
        DeliveryRepository tables = new DeliveryRepository();
        post.database.transactions().run(post.tenant, db -> tables.gather(db, "on-call", 100, post.now, NEVER));
        Delivery seen = post.database.transactions().call(post.tenant, db -> tables.due(db, post.now, 20, NEVER))
                .getFirst();

        List<Boolean> claims = IntStream.range(0, 2).mapToObj(_ -> post.database.transactions().call(post.tenant,
                db -> tables.claim(db, seen, post.now.plus(MINUTE)))).toList();

        assertThat(claims).containsExactly(true, false);
    }

    @Test
    void whoAsksToBeLeftAloneIsTriedNoEarlierAndWithinTheLongestWait() {
        fails("drift");
        post.troubles.add(NotBrought.forNow("too many", Duration.ofMinutes(20)));
        post.troubles.add(NotBrought.forNow("too many", Duration.ofDays(3)));

        post.deliveries().send();
        assertThat(post.deliveries().list(null, 1, 0).getFirst().dueAt())
                .isEqualTo(Post.START.plus(MINUTE.multipliedBy(20)));
        post.turn(Duration.ofMinutes(20));
        post.deliveries().send();

        assertThat(post.deliveries().list(null, 1, 0).getFirst().dueAt())
                .isEqualTo(post.now.plus(Duration.ofHours(6)));
    }

    @Test
    void whatFailsIsTriedAgainLaterAndLaterWithItsReason() {
        fails("drift");
        post.troubles.add(NotBrought.forNow("the mail server cannot be reached"));

        assertThat(post.deliveries().send()).isEqualTo(new Report(0, 0, 1, 0));
        Delivery waiting = post.deliveries().list(null, 1, 0).getFirst();
        assertThat(waiting.reason()).isEqualTo("the mail server cannot be reached");
        assertThat(waiting.dueAt()).isEqualTo(Post.START.plus(MINUTE));
        post.turn(Duration.ofSeconds(59));
        assertThat(post.deliveries().isWaiting()).isFalse();
        post.turn(Duration.ofSeconds(1));
        assertThat(post.deliveries().send()).isEqualTo(new Report(1, 1, 0, 0));
        assertThat(post.deliveries().list(null, 1, 0).getFirst()).returns(State.SENT, Delivery::state)
                .returns(2, Delivery::attempt).returns(null, Delivery::reason);
    }

    @Test
    void afterEightTriesItIsGivenUpAndThePageIsTold() {
        fails("drift");
        for (int tries = 1; tries <= 8; tries++) {
            post.troubles.add(NotBrought.forNow("the mail server cannot be reached"));
            post.deliveries().send();
            post.turn(Duration.ofHours(6));
            assertThat(states()).as("after try " + tries).containsExactly(tries < 8 ? State.WAITING : State.FAILED);
        }

        assertThat(post.parcels).isEmpty();
        assertThat(post.notices().unread(10, 0)).extracting(Event::type).contains("DELIVERY_FAILED");
        assertThat(post.events("DELIVERY_FAILED")).singleElement().asString().contains("\"channel\": \"on-call\"",
                "\"notices\": 1", "the mail server cannot be reached").doesNotContain("anna@");
        // The channel that failed is not told so, and nothing is on its way.
        assertThat(post.deliveries().isWaiting()).isFalse();
    }

    @Test
    void anotherChannelIsToldOfOneThatFailed() {
        post.channels().add("hook", "https://example.org/hook", "anna");
        post.channels().send(EventType.JOB_FAILED, "hook", false, "anna");
        fails("drift");
        post.troubles.add(NotBrought.forGood("the mail server answered: 550 no such user"));
        assertThat(post.deliveries().send()).isEqualTo(new Report(0, 0, 0, 1));

        post.deliveries().send();

        assertThat(post.parcels).singleElement().satisfies(parcel -> {
            assertThat(parcel.channel()).isEqualTo("hook");
            assertThat(parcel.notices()).extracting(Event::type).containsExactly("DELIVERY_FAILED");
        });
    }

    @Test
    void aChannelThatFailedIsAskedOnceARound() {
        for (String job : List.of("drift", "metrics")) {
            fails(job);
            post.troubles.add(NotBrought.forNow("no"));
            post.deliveries().send();
        }
        assertThat(post.troubles).isEmpty();
        post.turn(MINUTE);
        post.troubles.add(NotBrought.forNow("no"));

        assertThat(post.deliveries().send()).isEqualTo(new Report(0, 0, 1, 0));
        assertThat(post.parcels).isEmpty();
    }

    /// An hour's notices, one a minute, of a channel that is back after it.
    @Test
    void whatHappensWhileAChannelIsAwayGathersInFewDeliveries() {
        for (int minute = 0; minute < 60; minute++) {
            fails("job" + minute);
            post.troubles.add(NotBrought.forNow("no"));
            post.deliveries().send();
            post.turn(MINUTE);
        }
        assertThat(post.troubles).as("one try a minute").isEmpty();
        assertThat(post.parcels).isEmpty();

        post.turn(Duration.ofHours(6));
        post.deliveries().send();

        assertThat(post.parcels).hasSizeLessThan(20);
        assertThat(post.parcels.stream().flatMap(parcel -> parcel.notices().stream()).map(Event::id).distinct())
                .hasSize(60);
        assertThat(states()).containsOnly(State.SENT);
    }

    @Test
    void whatWasTriedBringsTheSameAgain() {
        fails("drift");
        post.troubles.add(new Post.Killed());
        assertThatThrownBy(() -> post.deliveries().send()).isInstanceOf(Post.Killed.class);
        fails("metrics");
        post.turn(MINUTE);
        post.troubles.add(NotBrought.forNow("no"));
        post.deliveries().send();
        post.turn(Duration.ofHours(1));
        post.deliveries().send();

        assertThat(post.parcels).filteredOn(parcel -> parcel.id().equals(post.parcels.getFirst().id()))
                .hasSize(2).containsOnly(post.parcels.getFirst());
    }

    @Test
    void moreThanAHundredGoInSeveral() {
        for (int i = 0; i < 205; i++) {
            fails("job" + i);
        }

        assertThat(post.deliveries().send()).isEqualTo(new Report(3, 205, 0, 0));
        assertThat(post.parcels).as("the oldest first").extracting(parcel -> parcel.notices().size())
                .containsExactly(100, 100, 5);
        assertThat(post.parcels.stream().map(parcel -> parcel.notices().stream().map(Event::at).min(naturalOrder())
                .orElseThrow())).isSorted();
        assertThat(post.parcels.stream().flatMap(parcel -> parcel.notices().stream()).map(Event::id).distinct())
                .hasSize(205);
    }

    @Test
    void aRoundBringsEachChannelSoManyAndTheRestFollows() {
        post.channels().add("hook", "https://example.org/hook", "anna");
        for (int i = 0; i < 2_101; i++) {
            fails("job" + i);
        }

        assertThat(post.deliveries().send()).isEqualTo(new Report(40, 4_000, 0, 0));
        assertThat(post.deliveries().isWaiting()).isTrue();
        assertThat(post.deliveries().send()).isEqualTo(new Report(4, 202, 0, 0));
        assertThat(post.deliveries().isWaiting()).isFalse();
    }

    @Test
    void whateverGoesWrongWithOneTheOthersAreSent() {
        post.channels().add("hook", "https://example.org/hook", "anna");
        post.channels().add("other", "ben@example.org", "anna");
        fails("drift");
        post.troubles.add(new UnsupportedOperationException("anna@example.org"));

        assertThat(post.deliveries().send()).isEqualTo(new Report(2, 2, 1, 0));
        assertThat(post.deliveries().list(null, 10, 0)).filteredOn(one -> one.state() == State.WAITING)
                .extracting(Delivery::reason).containsExactly("a fault within Upswell: UnsupportedOperationException");
    }

    @Test
    void aTestIsTriedOnceAndTellsHowItWent() {
        assertThat(post.deliveries().test("on-call")).returns(State.SENT, Delivery::state)
                .returns(true, Delivery::test);
        assertThat(post.parcels).singleElement().returns(true, Parcel::test);

        post.troubles.add(NotBrought.forNow("the mail server cannot be reached"));
        assertThat(post.deliveries().test("on-call")).returns(State.FAILED, Delivery::state)
                .returns("the mail server cannot be reached", Delivery::reason);
        post.turn(Duration.ofHours(1));
        assertThat(post.deliveries().isWaiting()).isFalse();
        assertThat(post.events("DELIVERY_FAILED")).isEmpty();
        assertThatThrownBy(() -> post.deliveries().test("nobody")).hasMessageContaining("there is no channel nobody");
    }

    @Test
    void anotherTenantIsToldNothing() {
        Post other = new Post();
        other.channels().add("on-call", "ben@example.org", "ben");

        fails("drift");

        assertThat(other.deliveries().send()).isEqualTo(new Report(0, 0, 0, 0));
        assertThat(other.deliveries().list(null, 10, 0)).isEmpty();
    }

    @Test
    void anEventHappensWhileItsChannelIsRemoved() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> writing = post.database.transactions().call(post.tenant, db -> {
                new ChannelRepository().remove(db, "on-call");
                Future<?> begun = other.submit(() -> fails("drift"));
                awaitWaiting(db);
                return begun;
            });
            writing.get(1, TimeUnit.MINUTES);
        }

        assertThat(post.events("JOB_FAILED")).hasSize(1);
        assertThat(post.list("select 'a row' from notice_outgoing")).isEmpty();
    }

    /// Waits until another session waits for this one.
    private static void awaitWaiting(JdbcClient db) {
        long deadline = System.nanoTime() + MINUTE.toNanos();
        while (!db.sql(
                "select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))")
                .query(Boolean.class).single()) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Test
    void eventsThatWereDeletedMeanwhileAreNotSentAsNothing() {
        fails("drift");
        post.execute("delete from event_log where type = 'JOB_FAILED'");

        assertThat(post.deliveries().send()).isEqualTo(new Report(0, 0, 0, 1));
        assertThat(post.parcels).isEmpty();
        assertThat(post.deliveries().list(null, 1, 0).getFirst().reason()).contains("deleted before");
    }
}
