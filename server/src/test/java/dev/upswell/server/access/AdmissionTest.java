package dev.upswell.server.access;

import dev.upswell.server.access.Caller.Right;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.access.SignIns.Result;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Who is let in, as time passes and as other processes change it.
class AdmissionTest {

    private static final String PASSWORD = "four words and a half";

    private final TenantId tenant = TestDatabase.newTenant();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final AccessParts parts = new AccessParts(tenant, TestDatabase.shared(), () -> now, Duration.ofHours(12));
    private final Tokens tokens = new Tokens(parts);
    private final People people = new People(parts);
    private final SignIns signIns = new SignIns(parts);
    private final Admission admission = new Admission(parts, true, Duration.ZERO);

    private String token(Duration lasting) {
        return tokens.make("scoring", Set.of(Scope.SCORE), lasting, "local").text();
    }

    private Caller byToken(String text) {
        return admission.caller("Bearer " + text, null);
    }

    private String signedIn() {
        people.setPassword("mira", PASSWORD);
        return ((Result.In) signIns.enter("mira", PASSWORD, "127.0.0.1")).secret();
    }

    @Test
    void aTokenIsGoodUntilItExpires() {
        String text = token(Duration.ofDays(1));

        assertThat(byToken(text)).isEqualTo(new Caller.Program("scoring", Set.of(Scope.SCORE)));
        assertThat(admission.caller("bearer " + text, null)).isInstanceOf(Caller.Program.class);
        now = now.plus(Duration.ofDays(1));
        assertThat(byToken(text)).isEqualTo(new Caller.Nobody("expired-token"));
    }

    @Test
    void aSignInThatNobodyUsesEndsAndOneThatIsUsedGoesOn() {
        var idle = new AccessParts(tenant, TestDatabase.shared(), () -> now, Duration.ofHours(12), Duration.ofHours(2));
        people.setPassword("mira", PASSWORD);
        String secret = ((Result.In) new SignIns(idle).enter("mira", PASSWORD, "127.0.0.1")).secret();
        var server = new Admission(idle, false, Duration.ZERO);
        Person mira = people.list().getFirst();

        for (int hour = 1; hour <= 3; hour++) {
            now = now.plus(Duration.ofMinutes(100));
            assertThat(server.caller(null, secret)).isEqualTo(new Caller.Known(mira));
        }
        now = now.plus(Duration.ofMinutes(119));
        assertThat(new Admission(idle, false, Duration.ZERO).caller(null, secret)).as("another server knows of it")
                .isEqualTo(new Caller.Known(mira));
        assertThat(new SignIns(idle).open(mira, secret)).hasSize(1);
        now = now.plus(Duration.ofHours(2));
        assertThat(server.caller(null, secret)).isEqualTo(new Caller.Nobody("no-sign-in"));
        assertThat(new SignIns(idle).open(mira, secret)).isEmpty();
    }

    @Test
    void everyChangedCharacterOfATokenIsNoticed() {
        String text = token(Duration.ofDays(1));

        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(byToken(text.substring(0, i) + other + text.substring(i + 1)))
                    .isEqualTo(new Caller.Nobody("bad-token"));
        }
        assertThat(byToken(text.substring(0, text.length() - 1))).isEqualTo(new Caller.Nobody("bad-token"));
        assertThat(byToken("")).isEqualTo(new Caller.Nobody("bad-token"));
    }

    @Test
    void aRevokedTokenIsRefusedByOtherProcesses() {
        String text = token(Duration.ofDays(1));
        assertThat(byToken(text)).isInstanceOf(Caller.Program.class);

        tokens.revoke("scoring");

        assertThat(byToken(text)).isEqualTo(new Caller.Nobody("revoked-token"));
    }

    @Test
    void whatIsKnownHoldsForItsTimeOrUntilItIsForgotten() {
        Admission slow = new Admission(parts, true, Duration.ofHours(1));
        String text = token(Duration.ofDays(1));
        assertThat(slow.caller("Bearer " + text, null)).isInstanceOf(Caller.Program.class);

        tokens.revoke("scoring");

        assertThat(slow.caller("Bearer " + text, null)).isInstanceOf(Caller.Program.class);
        slow.forget();
        assertThat(slow.caller("Bearer " + text, null)).isEqualTo(new Caller.Nobody("revoked-token"));
    }

    @Test
    void aTokenOfAnotherTenantIsNotKnown() {
        var others = new AccessParts(TestDatabase.newTenant(), TestDatabase.shared(), () -> now, Duration.ofHours(12));
        String text = new Tokens(others).make("theirs", Set.of(Scope.READ), Duration.ofDays(1), "local").text();

        assertThat(byToken(text)).isEqualTo(new Caller.Nobody("bad-token"));
    }

    @Test
    void whoSignedInIsKnownUntilTheTimeIsOverOrThePasswordChanges() {
        String secret = signedIn();
        assertThat(admission.caller(null, secret).name()).isEqualTo("mira");
        assertThat(admission.caller(null, secret).may(new Right(Scope.ADMIN, Set.of()))).isTrue();

        now = now.plus(Duration.ofHours(12));
        assertThat(admission.caller(null, secret)).isEqualTo(new Caller.Nobody("no-sign-in"));

        String next = ((Result.In) signIns.enter("mira", PASSWORD, "127.0.0.1")).secret();
        people.setPassword("mira", PASSWORD + "!");
        assertThat(admission.caller(null, next)).isEqualTo(new Caller.Nobody("no-sign-in"));
    }

    @Test
    void signingOutEndsTheSignInAndRemovingThePersonEndsAll() {
        String first = signedIn();
        String second = ((Result.In) signIns.enter("mira", PASSWORD, "127.0.0.1")).secret();

        signIns.leave(first);
        assertThat(admission.caller(null, first)).isEqualTo(new Caller.Nobody("no-sign-in"));
        assertThat(admission.caller(null, second).name()).isEqualTo("mira");

        people.remove("mira");
        assertThat(admission.caller(null, second)).as("nobody has a password any more").isEqualTo(new Caller.Local());
    }

    @Test
    void aServerThatOthersReachHasNoLocalOwner() {
        assertThat(new Admission(parts, false, Duration.ZERO).caller(null, null))
                .isEqualTo(new Caller.Nobody("no-sign-in"));
        assertThat(admission.caller(null, null)).isEqualTo(new Caller.Local());
    }

    @Test
    void aLockEndsAndSuccessForgetsFailures() {
        people.setPassword("mira", PASSWORD);
        for (int i = 0; i < 4; i++) {
            assertThat(signIns.enter("mira", "wrong", "::1")).isEqualTo(new Result.Wrong());
        }
        assertThat(signIns.enter("mira", PASSWORD, "::1")).isInstanceOf(Result.In.class);
        for (int i = 0; i < 5; i++) {
            assertThat(signIns.enter("mira", "wrong", "::1")).isEqualTo(new Result.Wrong());
        }
        Instant until = now.plus(SignIns.LOCK);
        assertThat(signIns.enter("mira", PASSWORD, "::1")).isEqualTo(new Result.Locked(until));
        now = now.plus(Duration.ofMinutes(14));
        assertThat(signIns.enter("mira", PASSWORD, "::1")).as("tries do not lengthen it")
                .isEqualTo(new Result.Locked(until));
        now = until;
        assertThat(signIns.enter("mira", PASSWORD, "::1")).isInstanceOf(Result.In.class);
    }

    @Test
    void manyTriesAtOnceAreNoWayAroundTheLock() throws Exception {
        people.setPassword("mira", PASSWORD);
        List<Callable<Result>> tries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tries.add(() -> signIns.enter("mira", "wrong", "::1"));
        }
        int wrong = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (Future<Result> done : threads.invokeAll(tries)) {
                wrong += done.get() instanceof Result.Wrong ? 1 : 0;
            }
        }
        assertThat(wrong).isLessThanOrEqualTo(5);
    }

    @Test
    void whatIsKeptOfSecretsIsNotTheSecret() {
        String text = token(Duration.ofDays(1));
        String secret = signedIn();

        String dump = TestDatabase.shared().dump().text(tenant, List.of());

        assertThat(dump).contains("scoring", "mira", "$argon2id$").doesNotContain(text, text.substring(18), secret,
                PASSWORD);
    }
}
