package dev.upswell.server.comply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.audit.Verification;
import dev.upswell.server.audit.Verification.Broken;
import dev.upswell.server.audit.Verification.How;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ten decisions, one a day, and what somebody who owns the tables does to them.
class AuditTrailTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final KeptCompliance compliance = new KeptCompliance(tenant, database, InstantSource.fixed(FIRST));

    @BeforeEach
    void write() {
        for (int day = 1; day <= 10; day++) {
            decide(day);
        }
    }

    private void decide(int day) {
        database.transactions().run(tenant, db -> AuditRepository.write(db, new AuditEntry(
                FIRST.plus(Duration.ofDays(day)), "import", AuditEntry.Action.STORE, "file " + day,
                AuditEntry.Decision.CLEANED, "contacts", "Größe “" + day + "”", Map.of("e-mail", (long) day))));
    }

    private void tamper(String sql) {
        TestDatabase.asOwner(db -> db.sql(sql.replace("OURS", "tenant_id = '" + tenant + "'")).update());
    }

    @Test
    void anUntouchedChainIsSound() {
        assertThat(compliance.verify()).isInstanceOfSatisfying(Verification.Sound.class,
                sound -> assertThat(sound.state().rows()).isEqualTo(10));
        assertThat(new KeptCompliance(TestDatabase.newTenant(), database, InstantSource.fixed(FIRST)).verify())
                .isInstanceOfSatisfying(Verification.Sound.class,
                        sound -> assertThat(sound.state().rows()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"at = at + interval '1 microsecond'", "actor = 'carl'", "action = 'FETCH'",
            "subject = 'file 60'", "decision = 'DENIED'", "rule = 'x'", "detail = ''", "counts = '{}'",
            "subject = subject || 'c', rule = 'ontacts'", "hash = sha256('x')"})
    void aChangedRowIsNamedWhateverWasChanged(String change) {
        tamper("update audit_trail set " + change + " where OURS and place = 6");

        assertThat(compliance.verify()).isEqualTo(new Broken(6, How.CHANGED));
    }

    @Test
    void aRemovedRowIsNamedWhereverItStood() {
        tamper("delete from audit_trail where OURS and place = 10");
        assertThat(compliance.verify()).isEqualTo(new Broken(10, How.REMOVED));
        tamper("delete from audit_trail where OURS and place = 4");
        assertThat(compliance.verify()).isEqualTo(new Broken(4, How.REMOVED));
        tamper("delete from audit_trail where OURS");
        assertThat(compliance.verify()).isEqualTo(new Broken(1, How.REMOVED));
    }

    @Test
    void rowsInAnotherOrderAreNamedAtTheFirst() {
        tamper("update audit_trail set place = -place where OURS and place in (3, 7)");
        tamper("update audit_trail set place = 10 + place where OURS and place < 0");

        assertThat(compliance.verify()).isEqualTo(new Broken(3, How.CHANGED));
    }

    @Test
    void aRowBeyondTheEndIsNamed() {
        tamper("alter table audit_trail disable trigger chain_new_decision");
        try {
            decide(11);
        } finally {
            tamper("alter table audit_trail enable trigger chain_new_decision");
        }

        assertThat(compliance.verify()).isEqualTo(new Broken(11, How.ADDED));
    }

    @Test
    void theApplicationCanNeitherChangeRowsNorTheEndOfTheChain() {
        for (String sql : new String[]{"update audit_trail set place = 1", "delete from audit_trail",
                "update audit_trail_head set place = 1", "delete from audit_trail_head",
                "insert into audit_trail_head default values"}) {
            assertThatThrownBy(() -> database.transactions().run(tenant, db -> db.sql(sql).update()))
                    .rootCause().hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatAgedIsForgottenAndTheRestIsStillAChain() {
        database.transactions().call(tenant, db -> db.sql("select forget_audit('2026-03-04T00:00:00Z')")
                .query(Long.class).single());

        assertThat(compliance.verify()).isInstanceOfSatisfying(Verification.Sound.class,
                sound -> assertThat(sound.state().rows()).isEqualTo(8));
        decide(12);
        assertThat(compliance.verify()).isInstanceOf(Verification.Sound.class);
        tamper("delete from audit_trail where OURS and place = 3");
        assertThat(compliance.verify()).isEqualTo(new Broken(3, How.REMOVED));
    }

    @Test
    void manyWritersAtOnceMakeOneChain() throws InterruptedException {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 80; i++) {
                int day = i % 5 + 1;
                writers.execute(() -> decide(day));
            }
            writers.shutdown();
            assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(compliance.verify()).isInstanceOfSatisfying(Verification.Sound.class,
                sound -> assertThat(sound.state().rows()).isEqualTo(90));
    }
}
