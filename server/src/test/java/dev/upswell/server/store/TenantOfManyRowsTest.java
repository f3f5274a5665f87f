package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables whose tenant is looked up once a statement, and rows that are copied.
class TenantOfManyRowsTest {

    private final TenantTransactions transactions = TestDatabase.shared().transactions();

    @Test
    void rowsOfATenantThatDoesNotExistAreRefused() {
        TenantId nobody = new TenantId(UUID.randomUUID());

        for (String row : List.of("entity (kind, entity_id) values ('hashtag', 'x')",
                "metric_due (kind, entity_id, from_time) values ('hashtag', 'x', now())")) {
            assertThatThrownBy(() -> transactions.run(nobody, db -> db.sql("insert into " + row).update())).as(row)
                    .isInstanceOf(StoreException.class).rootCause()
                    .hasMessageContaining("tenant " + nobody.value() + " of a row in")
                    .hasMessageContaining("does not exist");
        }
    }

    @Test
    void rolesBeyondRowLevelSecurityMayWriteNoRowOfATenantThatDoesNotExist() {
        UUID nobody = UUID.randomUUID();

        for (String row : List.of("entity (tenant_id, kind, entity_id) values (?, 'hashtag', 'x')",
                "metric_due (tenant_id, kind, entity_id, from_time) values (?, 'hashtag', 'x', now())")) {
            assertThatThrownBy(() -> TestDatabase.asOwner(db -> db.sql("insert into " + row).param(nobody).update()))
                    .as(row).rootCause().hasMessageContaining("tenant " + nobody + " of a row in")
                    .hasMessageContaining("does not exist");
        }
    }

    @Test
    void aTenantWithEntitiesStays() {
        TenantId tenant = TestDatabase.newTenant();
        transactions.run(tenant, db -> db.sql("insert into entity (kind, entity_id) values ('hashtag', 'x')").update());

        assertThatThrownBy(() -> TestDatabase.asOwner(
                db -> db.sql("delete from tenant where tenant_id = ?").param(tenant.value()).update()))
                .rootCause().hasMessageContaining("still has entities or due metrics");
    }

    @Test
    void aTenantWithoutRowsMayGo() {
        TenantId tenant = TestDatabase.newTenant();

        assertThat(TestDatabase.<Integer>asOwner(
                db -> db.sql("delete from tenant where tenant_id = ?").param(tenant.value()).update())).isOne();
    }

    @Test
    void aTenantThatGoesWaitsForRowsUnderWayAndThenStays() throws Exception {
        TenantId tenant = TestDatabase.newTenant();
        CompletableFuture<Integer> server = new CompletableFuture<>();
        Thread other = Thread.ofVirtual().unstarted(() -> TestDatabase.asOwner(db -> {
            server.complete(db.sql("select pg_backend_pid()").query(Integer.class).single());
            return db.sql("delete from tenant where tenant_id = ?").param(tenant.value()).update();
        }));
        CompletableFuture<Throwable> failure = failureOf(other);

        transactions.run(tenant, db -> {
            db.sql("insert into entity (kind, entity_id) values ('hashtag', 'x')").update();
            other.start();
            awaitWaiting(db, server.join());
        });

        assertThat(failure.get(30, TimeUnit.SECONDS)).rootCause()
                .hasMessageContaining("still has entities or due metrics");
        assertThat(transactions.<Long>call(tenant,
                db -> db.sql("select count(*) from entity").query(Long.class).single())).isOne();
    }

    @Test
    void rowsWaitForATenantThatIsGoingAndAreRefusedThen() throws Exception {
        TenantId tenant = TestDatabase.newTenant();
        CompletableFuture<Integer> server = new CompletableFuture<>();
        Thread other = Thread.ofVirtual().unstarted(() -> transactions.run(tenant, db -> {
            server.complete(db.sql("select pg_backend_pid()").query(Integer.class).single());
            db.sql("insert into entity (kind, entity_id) values ('hashtag', 'x')").update();
        }));
        CompletableFuture<Throwable> failure = failureOf(other);

        TestDatabase.asOwner(db -> {
            db.sql("begin").update();
            db.sql("delete from tenant where tenant_id = ?").param(tenant.value()).update();
            other.start();
            awaitWaiting(db, server.join());
            return db.sql("commit").update();
        });

        assertThat(failure.get(30, TimeUnit.SECONDS)).rootCause().hasMessageContaining("does not exist");
    }

    /// What the thread ends with, once it does.
    private static CompletableFuture<Throwable> failureOf(Thread thread) {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        thread.setUncaughtExceptionHandler((_, thrown) -> failure.complete(thrown));
        return failure;
    }

    /// Looks until the other connection waits for a lock.
    private static void awaitWaiting(JdbcClient db, int server) {
        Instant latest = Instant.now().plusSeconds(30);
        while (!db.sql("select exists (select from pg_locks where pid = ? and not granted)").param(server)
                .query(Boolean.class).single()) {
            assertThat(Instant.now()).as("nobody waits").isBefore(latest);
        }
    }

    @Test
    void copiedRowsAreThoseThatWereWritten() {
        String longer = "é".repeat(100_000);
        Instant micros = Instant.parse("2025-07-02T05:03:39.123456Z");
        Instant early = Instant.parse("1999-12-31T23:59:59.999999Z");

        List<String> rows = transactions.call(TestDatabase.newTenant(), db -> {
            db.sql("create temporary table copied (a text, at timestamptz) on commit drop").update();
            TenantTransactions.copy(db, "pg_temp.copied (a, at)",
                    to -> to.row(2).text("one").time(micros).row(2).text(null).time(null).row(2).text(longer)
                            .time(early));
            return db.sql("select concat_ws(' ', length(a), md5(a) = md5(repeat('é', 100000)), "
                    + "to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')) from copied order by at")
                    .query(String.class)
                    .list();
        });

        assertThat(rows).containsExactly("100000 t 1999-12-31 23:59:59.999999", "3 f 2025-07-02 05:03:39.123456", "");
    }
}
