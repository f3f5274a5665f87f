package dev.upswell.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.audit.AuditedRequest.Kind;
import dev.upswell.server.audit.Verification.Broken;
import dev.upswell.server.audit.Verification.How;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ten requests, one a day, and what somebody who owns the tables does to them.
class RequestAuditTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final RequestAudit audit = new RequestAudit(tenant, database);

    @BeforeEach
    void write() {
        try (RequestJournal journal = RequestJournal.open(tenant, database, folder, RequestJournal.Room.USUAL)) {
            for (int day = 1; day <= 10; day++) {
                journal.write(new AuditedRequest(FIRST.plus(Duration.ofDays(day)), Kind.PERSON,
                        day % 2 == 0 ? "anna" : "ben", "GET", "/entities/{kind}/{id}", "hashtag/tag" + day,
                        day == 4 ? 403 : 200, day == 4 ? "scope" : "", "127.0.0.1"));
            }
        }
    }

    private void tamper(String sql) {
        TestDatabase.asOwner(db -> db.sql(sql.replace("OURS", "tenant_id = '" + tenant + "'")).update());
    }

    @Test
    void anUntouchedChainIsSound() {
        assertThat(audit.verify()).isEqualTo(new Verification.Sound(audit.chain()));
        assertThat(audit.chain().seq()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at = at + interval '1 microsecond'", "kind = 'TOKEN'", "actor = 'carl'",
            "method = 'POST'", "route = '/x'", "subject = ''", "status = 201", "refusal = 'host'", "address = '::1'",
            "hash = sha256('x')"})
    void aChangedRowIsNamedWhateverWasChanged(String change) {
        tamper("update request_audit set " + change + " where OURS and seq = 6");

        assertThat(audit.verify()).isEqualTo(new Broken(6, How.CHANGED));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 10})
    void aRemovedRowIsNamed(int seq) {
        tamper("delete from request_audit where OURS and seq = " + seq);

        assertThat(audit.verify()).isEqualTo(new Broken(seq, How.REMOVED));
    }

    @Test
    void rowsInAnotherOrderAreNamedAtTheFirst() {
        tamper("update request_audit set seq = -5 where OURS and seq = 5");
        tamper("update request_audit set seq = 5 where OURS and seq = 7");
        tamper("update request_audit set seq = 7 where OURS and seq = -5");

        assertThat(audit.verify()).isEqualTo(new Broken(5, How.CHANGED));
    }

    @Test
    void aRowThatWasRemovedUnderItsSuccessorsIsNamed() {
        tamper("delete from request_audit where OURS and seq = 6");
        tamper("update request_audit set seq = -seq where OURS and seq > 6");
        tamper("update request_audit set seq = -seq - 1 where OURS and seq < 0");

        assertThat(audit.verify()).isEqualTo(new Broken(6, How.CHANGED));
    }

    @Test
    void aRowBeyondTheEndIsNamed() {
        tamper("insert into request_audit select tenant_id, 11, at, kind, actor, method, route, subject, status, refusal,"
                + " address, hash from request_audit where OURS and seq = 10");

        assertThat(audit.verify()).isEqualTo(new Broken(11, How.ADDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update request_audit set status = 200", "delete from request_audit",
            "truncate request_audit", "update request_audit_head set start_seq = 5", "delete from request_audit_head"})
    void theApplicationCanNeitherChangeNorDeleteRows(String sql) {
        assertThatThrownBy(() -> database.transactions().run(tenant, db -> db.sql(sql).update()))
                .rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void whatAgedIsForgottenAndTheRestIsStillAChain() {
        long gone = database.transactions().call(tenant, db -> db.sql("select forget_requests(?)")
                .param(FIRST.plus(Duration.ofDays(100)).atOffset(java.time.ZoneOffset.UTC)).query(Long.class)
                .single());

        assertThat(gone).as("never the week before the newest").isEqualTo(2);
        assertThat(audit.chain().rows()).isEqualTo(8);
        assertThat(audit.verify()).isInstanceOf(Verification.Sound.class);
        tamper("delete from request_audit where OURS and seq = 3");
        assertThat(audit.verify()).isEqualTo(new Broken(3, How.REMOVED));
    }

    @Test
    void nothingIsForgottenWhileNothingIsOldEnough() {
        long gone = database.transactions().call(tenant, db -> db.sql("select forget_requests(?)")
                .param(FIRST.atOffset(java.time.ZoneOffset.UTC)).query(Long.class).single());

        assertThat(gone).isZero();
        assertThat(audit.chain().rows()).isEqualTo(10);
    }

    @Test
    void rowsAreFoundByWhoAskedAndByWhatAndByRefusal() {
        assertThat(audit.list(new RequestFilter("anna", false, ""), 2, 1)).extracting(AuditedRow::seq)
                .containsExactly(8L, 6L);
        assertThat(audit.count(new RequestFilter("anna", false, ""))).isEqualTo(5);
        assertThat(audit.list(new RequestFilter("", true, ""), 10, 0)).extracting(row -> row.request().refusal())
                .containsExactly("scope");
        assertThat(audit.list(new RequestFilter("", false, "TAG7"), 10, 0)).extracting(AuditedRow::seq)
                .containsExactly(7L);
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        RequestAudit other = new RequestAudit(TestDatabase.newTenant(), database);

        assertThat(other.list(RequestFilter.ALL, 10, 0)).isEmpty();
        assertThat(other.count(RequestFilter.ALL)).isZero();
        assertThat(other.verify()).isEqualTo(new Verification.Sound(ChainState.EMPTY));
        assertThat(List.of(audit.chain().rows())).containsExactly(10L);
    }
}
