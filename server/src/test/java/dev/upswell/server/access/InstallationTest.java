package dev.upswell.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.access.SignIns.Result;
import dev.upswell.server.access.Tenant.Served;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Accounts over tenants beside people of one: whose password may be tried how often, and that every tenant keeps an owner.
class InstallationTest {

    private static final String PASSWORD = "four words and a half";
    private static final String OTHER = "five words and a quarter";

    private final String home = TestDatabase.newTenantName();
    private final String neighbour = TestDatabase.newTenantName();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final AccessParts parts = new AccessParts(id(home), TestDatabase.shared(), () -> now,
            Duration.ofHours(12));
    private final People people = new People(parts);
    private final Installation installation = new Installation(TestDatabase.shared(), () -> now);
    private final SignIns signIns = new SignIns(parts, new Served(id(home), false, Set.of(neighbour)));
    private final String ada = "ada@" + home;

    private static TenantId id(String tenant) {
        return TestDatabase.shared().tenants().find(tenant).orElseThrow();
    }

    private Result enter(String name, String password) {
        return signIns.enter(name, password, "::1");
    }

    /// Two of one name: somebody of the server's own tenant, and an account of the neighbour.
    private void namesakes() {
        people.setPassword(ada, PASSWORD);
        installation.add(ada, OTHER, false);
        installation.join(ada, neighbour, "owner");
    }

    @Test
    void whoHasTheNameOfAnAccountCannotTryItsPasswordWithoutEnd() {
        namesakes();
        for (int i = 0; i < SignIns.MOST_FAILURES; i++) {
            assertThat(enter(ada, "a wrong password " + i)).isEqualTo(new Result.Wrong());
            assertThat(enter(ada, PASSWORD)).as("as themselves").isInstanceOf(Result.In.class);
        }
        assertThat(enter(ada, "a wrong password too many")).isEqualTo(new Result.Wrong());

        assertThat(enter(ada, OTHER)).as("the account is locked").isEqualTo(new Result.Wrong());
        assertThat(enter(ada, PASSWORD)).as("the person is not").isInstanceOf(Result.In.class);
        now = now.plus(SignIns.LOCK);
        assertThat(enter(ada, OTHER)).isInstanceOf(Result.In.class);
    }

    @Test
    void oneWhoSignsInOftenLocksNobodyOfTheSameNameOut() {
        namesakes();
        for (int i = 0; i < 3 * SignIns.MOST_FAILURES; i++) {
            assertThat(enter(ada, i % 2 == 0 ? OTHER : PASSWORD)).isInstanceOf(Result.In.class);
        }
        for (int i = 0; i < 2 * SignIns.MOST_FAILURES; i++) {
            assertThat(enter(ada, OTHER)).isInstanceOf(Result.In.class);
        }
        assertThat(enter(ada, PASSWORD)).isInstanceOf(Result.In.class);
    }

    @Test
    void aLockTellsTheNameOfNoTenant() {
        people.setPassword("mira", PASSWORD);
        for (String tenant : Set.of(home, "nowhere")) {
            for (int i = 0; i < SignIns.MOST_FAILURES; i++) {
                assertThat(enter(tenant + "/mira", "wrong words here")).isEqualTo(new Result.Wrong());
            }
            assertThat(enter(tenant + "/mira", PASSWORD)).isInstanceOf(Result.Locked.class);
            assertThat(enter("mira", PASSWORD)).as("after " + tenant).isInstanceOf(Result.In.class);
        }
    }

    @Test
    void everyTenantKeepsAnOwnerWhoMayComeIn() {
        installation.add(ada, OTHER, false);
        assertThatThrownBy(() -> installation.join(ada, home, "planner"))
                .hasMessageContaining(home + " has no owner yet, so \"" + ada + "\" cannot be planner.");
        installation.join(ada, home, "owner");
        installation.join(ada, neighbour, "owner");
        people.setPassword("paul", PASSWORD, Role.PLANNER);

        assertThatThrownBy(() -> installation.leave(ada, home))
                .hasMessageContaining("\"" + ada + "\" is the only owner of " + home + " who may come in.");
        assertThatThrownBy(() -> installation.remove(ada)).hasMessageContaining("is the only owner of " + home + ", "
                + neighbour);
        assertThatThrownBy(() -> people.remove(ada)).hasMessageContaining("is the only owner who may come in.");
        assertThat(installation.accounts()).anyMatch(one -> one.name().equals(ada) && one.memberships().size() == 2);

        people.setPassword("mira", PASSWORD);
        installation.leave(ada, home);
        assertThatThrownBy(() -> people.remove("mira")).hasMessageContaining("is the only owner who may come in.");
        people.remove("paul");
        people.remove("mira");
        assertThat(people.any()).as("whoever is alone may go").isFalse();
    }
}
