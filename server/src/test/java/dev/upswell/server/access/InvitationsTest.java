package dev.upswell.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.access.Invitations.Door;
import dev.upswell.server.access.Invitations.Door.Welcome;
import dev.upswell.server.access.Invitations.Made;
import dev.upswell.server.access.Invitations.State;
import dev.upswell.server.access.SignIns.Result;
import dev.upswell.server.access.Tenant.Served;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class InvitationsTest {

    private static final Database DATABASE = TestDatabase.shared();
    private static final String PASSWORD = "four words and a half";
    private static final Duration WEEK = Duration.ofDays(7);

    private final String homeName = TestDatabase.newTenantName();
    private final String neighbourName = TestDatabase.newTenantName();
    private final TenantId home = DATABASE.tenants().findOrCreate(homeName);
    private final TenantId neighbour = DATABASE.tenants().findOrCreate(neighbourName);
    private Instant now = Instant.parse("2026-02-01T12:00:00Z");
    private final Caller local = new Caller.Local();

    private AccessParts parts(TenantId tenant) {
        return new AccessParts(tenant, DATABASE, () -> now, Duration.ofHours(12));
    }

    private Invitations invitations() {
        return new Invitations(parts(home));
    }

    private Door door() {
        return new Door(parts(home), new Served(home, false, Set.of(neighbourName)));
    }

    private void owner(TenantId tenant) {
        new People(parts(tenant)).setPassword("mira", PASSWORD);
    }

    private Made invited(String name) {
        return invitations().make(local, name, Role.PLANNER, WEEK);
    }

    @Test
    void aLinkHoldsOnceForItsNameAndRole() {
        owner(home);
        Made made = invited("paul");

        assertThat(door().look(made.secret())).hasValue(new Welcome("paul", Role.PLANNER));
        assertThat(door().accept(made.secret(), PASSWORD)).isPresent();
        assertThat(door().accept(made.secret(), "another password")).isEmpty();
        assertThat(door().look(made.secret())).isEmpty();
        assertThat(new People(parts(home)).list()).extracting(person -> person.name() + " " + person.role())
                .containsExactly("mira OWNER", "paul PLANNER");
        assertThat(new SignIns(parts(home)).enter("paul", PASSWORD, "127.0.0.1")).isInstanceOf(Result.In.class);
        assertThat(invitations().list()).singleElement().extracting(one -> one.state(now)).isEqualTo(State.USED);
    }

    @Test
    void aLinkIsOverAtItsEndAndWhenItIsTakenBackOrMadeAnew() {
        owner(home);
        Made first = invited("paul");
        Made second = invited("paul");
        assertThat(door().look(first.secret())).isEmpty();
        invitations().revoke("paul");
        assertThat(door().look(second.secret())).isEmpty();
        assertThatThrownBy(() -> invitations().revoke("paul")).isInstanceOf(AccessRefused.class);

        Made third = invited("paul");
        now = now.plus(WEEK).minusSeconds(1);
        assertThat(door().look(third.secret())).isPresent();
        now = now.plusSeconds(1);
        assertThat(door().look(third.secret())).isEmpty();
        assertThat(door().accept(third.secret(), PASSWORD)).isEmpty();
        assertThat(invitations().list()).extracting(one -> one.state(now)).containsExactlyInAnyOrder(State.EXPIRED,
                State.REVOKED, State.REVOKED);
    }

    @Test
    void ofManyAtOnceOneUsesALink() throws Exception {
        owner(home);
        Made made = invited("paul");
        List<Future<Optional<Welcome>>> tries = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                String password = PASSWORD + i;
                tries.add(threads.submit(() -> door().accept(made.secret(), password)));
            }
            int in = 0;
            for (Future<Optional<Welcome>> one : tries) {
                in += one.get().isPresent() ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    void aLinkNeverGivesAnotherPasswordToSomebodyWhoIsThere() {
        owner(home);
        Made made = invited("paul");
        new Roster(parts(home)).add(local, "paul", Role.ANALYST, "a password of his own");

        assertThat(door().accept(made.secret(), PASSWORD)).isEmpty();
        assertThat(new SignIns(parts(home)).enter("paul", PASSWORD, "127.0.0.1")).isEqualTo(new Result.Wrong());
    }

    @Test
    void whatSomebodyInvitedEndsWithThem() {
        owner(home);
        Person anna = new Roster(parts(home)).add(local, "anna", Role.ADMIN, PASSWORD).person();
        Made made = invitations().make(new Caller.Known(anna), "paul", Role.PLANNER, WEEK);
        Made other = invited("otto");

        new Roster(parts(home)).disable(local, "anna");
        assertThat(door().look(made.secret())).isEmpty();
        assertThat(door().look(other.secret())).isPresent();
    }

    @Test
    void onlyOwnersInviteOwnersAndNobodyIsInvitedBeforeThereIsOne() {
        assertThatThrownBy(() -> invited("paul")).isInstanceOf(AccessRefused.class)
                .hasMessageContaining("no owner yet");
        owner(home);
        Person anna = new Roster(parts(home)).add(local, "anna", Role.ADMIN, PASSWORD).person();

        assertThatThrownBy(() -> invitations().make(new Caller.Known(anna), "paul", Role.OWNER, WEEK))
                .isInstanceOf(AccessRefused.class).hasMessageContaining("Only owners");
        assertThatThrownBy(() -> invited("mira")).isInstanceOf(AccessRefused.class).hasMessageContaining("already");
        assertThatThrownBy(() -> invited("Paul!")).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> invitations().make(local, "paul", Role.CLIENT, Duration.ofDays(31)))
                .isInstanceOf(AccessRefused.class).hasMessageContaining("1 to 30 days");
    }

    @Test
    void aLinkOfAnotherTenantLeadsThereAndOnlyWhereItIsServed() {
        owner(neighbour);
        Made made = new Invitations(parts(neighbour)).make(local, "paul", Role.CLIENT, WEEK);

        assertThat(new Door(parts(home), Served.only(home)).look(made.secret())).isEmpty();
        assertThat(door().accept(made.secret(), PASSWORD))
                .hasValue(new Welcome(neighbourName + "/paul", Role.CLIENT));
        assertThat(new People(parts(home)).list()).isEmpty();
        assertThat(new People(parts(neighbour)).list()).extracting(Person::name).contains("paul");
    }

    @Test
    void theStoreHasNoLinkAndNothingShowsOne() {
        owner(home);
        Made made = invited("paul");

        assertThat(DATABASE.transactions().call(home,
                db -> db.sql("select invitation::text from invitation").query(String.class).list()).toString())
                .doesNotContain(made.secret());
        assertThat(made.toString()).doesNotContain(made.secret());
    }

    @Test
    void aWrongPresentPasswordCountsAsASignInThatFailed() {
        owner(home);
        SignIns signIns = new SignIns(parts(home));
        Person mira = new People(parts(home)).list().getFirst();
        for (int i = 0; i < SignIns.MOST_FAILURES; i++) {
            assertThatThrownBy(() -> signIns.changePassword(home, mira, "a wrong one", "five words and a half", "s"))
                    .isInstanceOf(AccessRefused.class).hasMessageContaining("not right");
        }

        assertThatThrownBy(() -> signIns.changePassword(home, mira, PASSWORD, "five words and a half", "s"))
                .isInstanceOf(AccessRefused.class).hasMessageContaining("too often");
        // An account called the same is counted apart and not locked; the person does not come in with the right password.
        assertThat(signIns.enter("mira", PASSWORD, "127.0.0.1")).isInstanceOf(Result.Wrong.class);
        now = now.plus(SignIns.LOCK);
        assertThat(signIns.enter("mira", PASSWORD, "127.0.0.1")).isInstanceOf(Result.In.class);
    }

    @Test
    void anAccountChangesItsPasswordInAllItsTenantsAndSeesItsSignInsThere() {
        Installation installation = new Installation(DATABASE, () -> now);
        String name = "ada-" + homeName;
        owner(neighbour);
        installation.add(name, PASSWORD, false);
        installation.join(name, homeName, "owner");
        installation.join(name, neighbourName, "planner");
        Served served = new Served(home, false, Set.of(neighbourName));
        SignIns signIns = new SignIns(parts(home), served);
        Result.In first = (Result.In) signIns.enter(name, PASSWORD, "10.0.0.1");
        Result.In second = (Result.In) signIns.enter(name, PASSWORD, "10.0.0.2");
        Result.In there = signIns.change(second.secret(),
                signIns.open(person(first), first.secret()).getFirst().tenant().equals(homeName)
                        ? neighbourName
                        : homeName,
                "10.0.0.2").orElseThrow();
        Person ada = person(first);

        assertThat(signIns.open(ada, first.secret())).hasSize(2).filteredOn(SignIns.Open::here).singleElement()
                .extracting(SignIns.Open::address).isEqualTo("10.0.0.1");
        signIns.changePassword(home, ada, PASSWORD, "five words and a half", first.secret());

        assertThat(signIns.open(ada, first.secret())).singleElement().matches(SignIns.Open::here);
        assertThat(admission().caller(null, there.secret())).isInstanceOf(Caller.Nobody.class);
        assertThat(signIns.enter(name, "five words and a half", "10.0.0.1")).isInstanceOf(Result.In.class);
    }

    private Admission admission() {
        return new Admission(parts(home), new Served(home, false, Set.of(neighbourName)), false, Duration.ofNanos(1));
    }

    private Person person(Result.In in) {
        return ((Caller.Known) admission().caller(null, in.secret())).person();
    }
}
