package dev.upswell.server.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.upswell.server.access.AccessParts;
import dev.upswell.server.access.Installation.Account;
import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Installation;
import dev.upswell.server.access.People;
import dev.upswell.server.access.Role;
import dev.upswell.server.access.Roster;
import dev.upswell.server.access.SignIns;
import dev.upswell.server.access.Tenant.Served;
import dev.upswell.server.access.TenantName;
import dev.upswell.server.access.oidc.CompanySignIn.Answered;
import dev.upswell.server.access.oidc.CompanySignIn.Begun;
import dev.upswell.server.access.oidc.CompanySignIn.Entered;
import dev.upswell.server.access.oidc.NotRecognised.Reason;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Signing in by a provider that runs on this machine, and everything that it, or somebody between, may do wrong.
class CompanySignInTest {

    private static final Database DATABASE = TestDatabase.shared();
    private static final URI BACK = URI.create("http://localhost:8080/sign-in/company/return");
    private static final String PASSWORD = "four words and a half";

    private final String home = TestDatabase.newTenantName();
    private final String neighbour = TestDatabase.newTenantName();
    private final TenantId homeId = DATABASE.tenants().findOrCreate(home);
    private Instant now = Instant.parse("2026-02-01T12:00:00Z");
    private final StandInProvider provider = new StandInProvider(() -> now);
    private final AccessParts parts = new AccessParts(homeId, DATABASE, () -> now, Duration.ofHours(12));
    private final Installation installation = new Installation(DATABASE, () -> now);
    private final Served served = new Served(homeId, false, Set.of(neighbour));
    private final String subject = "sub-" + UUID.randomUUID();
    private final String name = "ana-" + UUID.randomUUID();
    private final CompanySignIn door = door("localhost");

    CompanySignInTest() {
        DATABASE.tenants().findOrCreate(neighbour);
    }

    private CompanySignIn door(String reachable) {
        return new CompanySignIn(parts, new SignIns(parts, served), installation,
                new OidcSettings(provider.issuer,
                        new OidcSettings.Client(StandInProvider.CLIENT, () -> StandInProvider.SECRET), "",
                        "openid profile", "groups",
                        GroupRoles.of("owners=owner, looks=executive, both=analyst, both=" + neighbour + "/planner",
                                home)),
                AddressGuard.of(reachable));
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    /// Roles other than that of an owner are given where there is one.
    private void haveOwners() {
        for (TenantId tenant : List.of(homeId, DATABASE.tenants().findOrCreate(neighbour))) {
            new People(new AccessParts(tenant, DATABASE, () -> now, Duration.ofHours(12))).setPassword("keeper",
                    PASSWORD);
        }
    }

    private Entered enter(String... groups) throws NotRecognised {
        return enterAs(subject, name, groups);
    }

    private Entered enterAs(String whom, String called, String... groups) throws NotRecognised {
        Begun begun = door.begin(BACK, "/trends");
        String code = provider.code(begun.address(), whom, called, groups);
        return door.finish(back(begun, code), begun.secret(), BACK, "127.0.0.1");
    }

    private static Answered back(Begun begun, String code) {
        return new Answered(StandInProvider.query(begun.address()).get("state"), code, null, null);
    }

    private interface Trying {
        void run() throws NotRecognised;
    }

    private static NotRecognised refusal(Trying trying) {
        try {
            trying.run();
        } catch (NotRecognised refused) {
            return refused;
        }
        throw new AssertionError("somebody was let in");
    }

    private Account account(String called) {
        return installation.accounts().stream().filter(one -> one.name().equals(called)).findFirst().orElseThrow();
    }

    private List<String> accounts() {
        return installation.accounts().stream().map(Account::name).toList();
    }

    /// The wrong token is refused as untrue, for this reason, and nobody is added.
    private void assertUntrue(UnaryOperator<JWTClaimsSet.Builder> wrong, String why) {
        provider.signing = (claims, one) -> one.signed(wrong.apply(new JWTClaimsSet.Builder(claims)).build(), one.key);
        assertUntrue(why);
    }

    private void assertUntrue(String why) {
        NotRecognised refused = refusal(() -> enter("owners"));
        assertThat(refused.reason()).isEqualTo(Reason.UNTRUE);
        assertThat(refused).hasMessageContaining(why);
        assertThat(accounts()).doesNotContain(name);
    }

    @Test
    void whoeverIsInAGroupWithARoleComesInAsThatRole() throws NotRecognised {
        Entered entered = enter("unknown", "looks", "owners");

        assertThat(entered.onward()).isEqualTo("/trends");
        Caller caller = new Admission(parts, served, true, Duration.ofNanos(1)).caller(null, entered.in().secret());
        assertThat(caller).isInstanceOfSatisfying(Caller.Known.class, one -> {
            assertThat(one.person().name()).isEqualTo(name);
            // Of several groups the first of the settings counts, whatever the order of the token.
            assertThat(one.person().role()).isEqualTo(Role.OWNER);
        });
    }

    @Test
    void theWayThereAsksForACodeWithPkceStateAndNonce() throws NotRecognised {
        Begun begun = door.begin(BACK, "/");

        assertThat(begun.address().toString()).startsWith(provider.url() + "/authorize?tenant=a&");
        assertThat(StandInProvider.query(begun.address())).containsEntry("response_type", "code")
                .containsEntry("client_id", "upswell").containsEntry("redirect_uri", BACK.toString())
                .containsEntry("scope", "openid profile").containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(begun.address().toString()).doesNotContain(begun.secret());
        assertThat(begun.toString()).doesNotContain(begun.secret());
    }

    @Test
    void whoeverIsInNoGroupWithARoleIsNobodyHere() {
        NotRecognised refused = refusal(() -> enter("unknown"));

        assertThat(refused.reason()).isEqualTo(Reason.NO_ROLE);
        assertThat(accounts()).doesNotContain(name);
    }

    @Test
    void groupsDecideAnewAtEachSignIn() throws NotRecognised {
        haveOwners();
        enter("both");
        assertThat(account(name).memberships()).extracting(Account.Membership::role)
                .containsExactlyInAnyOrder("analyst", "planner");

        now = now.plus(Duration.ofMinutes(1));
        enter("looks");
        assertThat(account(name).memberships()).singleElement()
                .isEqualTo(new Account.Membership(new TenantName(home), "executive"));

        assertThat(refusal(() -> enter("unknown")).reason()).isEqualTo(Reason.NO_ROLE);
        assertThat(account(name).memberships()).isEmpty();
    }

    @Test
    void whoeverIsKeptOutStaysOut() throws NotRecognised {
        new People(parts).setPassword("keeper", PASSWORD);
        enter("looks");
        new Roster(parts).disable(new Caller.Local(), name);

        assertThat(refusal(() -> enter("looks")).reason()).isEqualTo(Reason.NO_ROLE);
    }

    @Test
    void nobodyTakesOverAnAccountOrAPersonByTheirName() throws NotRecognised {
        installation.add(name, PASSWORD, true);
        installation.join(name, home, "owner");
        new People(parts).setPassword("mira", PASSWORD);

        enter("looks");
        enterAs("sub-2-" + subject, "MIRA", "looks");

        assertThat(account(name + "-2").memberships()).extracting(Account.Membership::role)
                .containsExactly("executive");
        assertThat(new People(parts).list()).extracting(person -> person.name() + " " + person.role().label())
                .contains("mira owner").anyMatch(one -> one.matches("mira-\\d+ executive"));
        assertThat(account(name).runsInstallation()).isTrue();
    }

    @Test
    void whoeverComesByTheProviderHasNoPassword() throws NotRecognised {
        haveOwners();
        enter("looks");

        assertThat(new SignIns(parts, served).enter(name, "", "127.0.0.1")).isEqualTo(new SignIns.Result.Wrong());
    }

    @Test
    void aWayBackCountsOnceInTheBrowserThatBeganItAndForTenMinutes() throws NotRecognised {
        Begun begun = door.begin(BACK, "/");
        String code = provider.code(begun.address(), subject, name, "owners");
        assertThat(refusal(() -> door.finish(back(begun, code), "another browser", BACK, "127.0.0.1")).reason())
                .isEqualTo(Reason.STALE);
        // That somebody else tried has used it up.
        assertThat(refusal(() -> door.finish(back(begun, code), begun.secret(), BACK, "127.0.0.1")).reason())
                .isEqualTo(Reason.STALE);

        Begun second = door.begin(BACK, "/");
        String good = provider.code(second.address(), subject, name, "owners");
        door.finish(back(second, good), second.secret(), BACK, "127.0.0.1");
        assertThat(refusal(() -> door.finish(back(second, good), second.secret(), BACK, "127.0.0.1")).reason())
                .isEqualTo(Reason.STALE);

        Begun late = door.begin(BACK, "/");
        String stale = provider.code(late.address(), subject, name, "owners");
        now = now.plus(Duration.ofMinutes(10));
        assertThat(refusal(() -> door.finish(back(late, stale), late.secret(), BACK, "127.0.0.1")).reason())
                .isEqualTo(Reason.STALE);
    }

    @Test
    void aCodeThatWasUsedOrStolenIsWorthNothing() throws NotRecognised {
        Begun begun = door.begin(BACK, "/");
        String code = provider.code(begun.address(), subject, name, "owners");
        door.finish(back(begun, code), begun.secret(), BACK, "127.0.0.1");

        Begun again = door.begin(BACK, "/");
        assertThat(refusal(() -> door.finish(back(again, code), again.secret(), BACK, "127.0.0.1")))
                .hasMessageContaining("invalid_grant");
        // A code that was made for somebody else's way there does not fit the verifier of this browser.
        Begun theirs = door.begin(BACK, "/");
        String stolen = provider.code(theirs.address(), subject, name, "owners");
        Begun mine = door.begin(BACK, "/");
        assertThat(refusal(() -> door.finish(back(mine, stolen), mine.secret(), BACK, "127.0.0.1")))
                .hasMessageContaining("invalid_grant");
    }

    @Test
    void aTokenThatAnotherKeySignedIsNotBelieved() {
        var foreign = StandInProvider.key("one");
        provider.signing = (claims, one) -> one.signed(claims, foreign);
        assertUntrue("no key of the provider");
    }

    @Test
    void aTokenThatIsNotSignedByAPairOfKeysIsNotBelieved() {
        provider.signing = (claims, one) -> new PlainJWT(claims).serialize();
        assertUntrue("not signed by a pair of keys");
        provider.signing = CompanySignInTest::signedWithThePublicKey;
        assertUntrue("not signed by a pair of keys");
        provider.signing = (claims, one) -> "no token";
        assertUntrue("it is no token");
    }

    /// The old trick: the public key, which everybody has, as a shared secret.
    private static String signedWithThePublicKey(JWTClaimsSet claims, StandInProvider provider) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(provider.key.getKeyID()).build(), claims);
            token.sign(new MACSigner(provider.key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTokenForAnotherPartyIsNotBelieved() {
        assertUntrue(claims -> claims.audience("somebody-else"), "aud");
        assertUntrue(claims -> claims.audience(List.of("upswell", "somebody-else")), "another party");
        assertUntrue(claims -> claims.claim("azp", "somebody-else"), "another party");
    }

    @Test
    void aTokenOfAnotherIssuerOrSignInOrNobodyIsNotBelieved() {
        assertUntrue(claims -> claims.issuer("https://evil.example"), "iss");
        assertUntrue(claims -> claims.claim("nonce", "another"), "nonce");
        assertUntrue(claims -> claims.claim("nonce", null), "nonce");
        assertUntrue(claims -> claims.subject(null), "sub");
        assertUntrue(claims -> claims.subject(" "), "names nobody");
    }

    @Test
    void aTokenThatIsOverOrNotYetIsNotBelievedButForAMinuteOfClocks() throws NotRecognised {
        assertUntrue(claims -> claims.expirationTime(Date.from(now.minusSeconds(61))), "xpired");
        assertUntrue(claims -> claims.expirationTime(null), "exp");
        assertUntrue(claims -> claims.issueTime(Date.from(now.plusSeconds(61))), "future");
        assertUntrue(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(90))), "before");
        provider.signing = (claims, one) -> one.signed(
                new JWTClaimsSet.Builder(claims).expirationTime(Date.from(now.minusSeconds(30))).build(), one.key);
        assertThat(enter("owners").in().name()).isEqualTo(name);
    }

    @Test
    void anotherProviderThatAnswersInItsPlaceIsNotBelieved() throws NotRecognised {
        Begun begun = door.begin(BACK, "/");
        String code = provider.code(begun.address(), subject, name, "owners");
        String state = StandInProvider.query(begun.address()).get("state");

        assertThat(refusal(() -> door.finish(new Answered(state, code, "https://evil.example", null), begun.secret(),
                BACK, "127.0.0.1")).reason()).isEqualTo(Reason.UNTRUE);
    }

    @Test
    void keysThatChangedAreAskedForAnewAtMostEveryHalfMinute() throws NotRecognised {
        enter("owners");
        assertThat(provider.keysRead).isEqualTo(1);
        enter("owners");
        assertThat(provider.keysRead).isEqualTo(1);

        now = now.plus(Duration.ofSeconds(30));
        provider.key = StandInProvider.key("two");
        enter("owners");
        assertThat(provider.keysRead).isEqualTo(2);

        var foreign = StandInProvider.key("three");
        provider.signing = (claims, one) -> one.signed(claims, foreign);
        assertThat(refusal(() -> enter("owners")).reason()).isEqualTo(Reason.UNTRUE);
        assertThat(refusal(() -> enter("owners")).reason()).isEqualTo(Reason.UNTRUE);
        assertThat(provider.keysRead).isEqualTo(2);
    }

    @Test
    void aProviderThatIsAwayOrBrokenLetsNobodyInAndIsAskedAgain() throws NotRecognised {
        provider.broken = true;
        assertThat(refusal(() -> enter("owners")).reason()).isEqualTo(Reason.AWAY);
        provider.broken = false;
        assertThat(refusal(() -> enter("owners"))).hasMessageContaining("a moment ago");
        now = now.plus(Provider.REST);
        enter("owners");

        Begun begun = door.begin(BACK, "/");
        String code = provider.code(begun.address(), subject, name, "owners");
        provider.close();
        NotRecognised refused = refusal(() -> door.finish(back(begun, code), begun.secret(), BACK, "127.0.0.1"));
        assertThat(refused.reason()).isEqualTo(Reason.AWAY);
        assertThat(refused).hasMessageNotContaining(code);
    }

    @Test
    void aProviderThatIsNotTheOneOfTheSettingsIsNotAsked() {
        provider.issuer = "https://evil.example";
        assertThat(refusal(() -> door.begin(BACK, "/"))).hasMessageContaining("calls itself");
        provider.issuer = provider.url();
        now = now.plus(Provider.REST);
        provider.tokenAddress = "http://intranet.example/token";
        assertThat(refusal(() -> door.begin(BACK, "/"))).hasMessageContaining("token_endpoint is no https address");
    }

    @Test
    void aProviderInsideAPrivateNetworkIsAskedOnlyWhereTheSettingsLetIt() {
        NotRecognised refused = refusal(() -> door("").begin(BACK, "/"));

        assertThat(refused.reason()).isEqualTo(Reason.AWAY);
        assertThat(refused).hasMessageContaining("this machine").hasMessageContaining("network.private-hosts");
    }

    @Test
    void theClientsSecretGoesInTheFormWhereTheProviderWantsIt() throws NotRecognised {
        provider.authMethods = "[\"client_secret_post\"]";

        assertThat(enter("owners").in().name()).isEqualTo(name);
    }

    @Test
    void whatTheProviderRefusesIsToldAndNotMore() throws NotRecognised {
        Begun begun = door.begin(BACK, "/");
        String state = StandInProvider.query(begun.address()).get("state");

        NotRecognised refused = refusal(() -> door.finish(
                new Answered(state, "", null, "access_denied\n<script>"), begun.secret(), BACK, "127.0.0.1"));
        assertThat(refused.reason()).isEqualTo(Reason.DENIED);
        assertThat(refused).hasMessage("the provider says access_denied script ");
    }

    @Test
    void whoeverLeavesIsLedToTheProvidersWayOut() throws NotRecognised {
        assertThat(door.end(URI.create("http://localhost:8080/sign-in"))).hasValueSatisfying(address -> {
            assertThat(address.toString()).startsWith(provider.url() + "/out?");
            assertThat(StandInProvider.query(address)).containsEntry("client_id", "upswell")
                    .containsEntry("post_logout_redirect_uri", "http://localhost:8080/sign-in");
        });
    }
}
