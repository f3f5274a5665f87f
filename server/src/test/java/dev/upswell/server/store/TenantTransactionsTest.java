package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TenantTransactionsTest {

    private final TenantTransactions transactions = TestDatabase.shared().transactions();
    private final TenantId tenant = TestDatabase.newTenant();

    @Test
    void whatTheWorkWroteIsThereAfterwards() {
        transactions.run(tenant, db -> db.sql("insert into source (name) values ('a')").update());

        assertThat(sources()).isEqualTo(1);
    }

    @Test
    void anExceptionRollsBackAndPassesUnchanged() {
        var reason = new IllegalStateException("no");

        assertThatThrownBy(() -> transactions.run(tenant, db -> {
            db.sql("insert into source (name) values ('a')").update();
            throw reason;
        })).isSameAs(reason);

        assertThat(sources()).isZero();
    }

    @Test
    void aRefusedStatementTellsWhatAndWhereAndRollsBack() {
        assertThatThrownBy(() -> transactions.run(tenant, db -> {
            db.sql("insert into source (name) values ('a')").update();
            db.sql("insert into source (name) values ('a')").update();
        })).isInstanceOf(StoreException.class)
                .hasMessageStartingWith("transaction failed (PostgreSQL, SQLSTATE 23505): ERROR: duplicate key")
                .hasMessageEndingWith("\nSee the log for the statement that was refused.")
                .matches(e -> !((StoreException) e).isRetryable());

        assertThat(sources()).isZero();
    }

    @Test
    void aTransactionThatGaveWayToAnotherIsDoneAgain() {
        AtomicInteger attempts = new AtomicInteger();

        transactions.run(tenant, db -> {
            db.sql("insert into source (name) values ('a')").update();
            if (attempts.incrementAndGet() < 3) {
                db.sql("do $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$").update();
            }
        });

        assertThat(attempts).hasValue(3);
        assertThat(sources()).isEqualTo(1);
        assertThatThrownBy(() -> transactions.run(tenant,
                db -> db.sql("do $$ begin raise exception 'always' using errcode = '40001'; end $$").update()))
                .isInstanceOf(StoreException.class).matches(e -> ((StoreException) e).isRetryable());
    }

    @Test
    void aLockThatWasLostIsNoFailureOfTheWork() {
        TenantLocks locks = TestDatabase.shared().locks();
        try (var _ = locks.acquire(tenant, "import")) {
            endLockSessions();
            locks.tryAcquire(tenant, "import").orElseThrow().close();
        }
    }

    private static void endLockSessions() {
        TestDatabase.asOwner(db -> db.sql("""
            select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'""").query(Boolean.class)
                .list());
    }

    @Test
    void aLockIsHeldByOneAtATimeForEachTenantAndWork() {
        TenantLocks locks = TestDatabase.shared().locks();
        TenantId other = TestDatabase.newTenant();

        try (var _ = locks.acquire(tenant, "import")) {
            assertThat(locks.tryAcquire(tenant, "import")).isEmpty();
            locks.tryAcquire(tenant, "metrics").orElseThrow().close();
            locks.tryAcquire(other, "import").orElseThrow().close();
        }

        locks.tryAcquire(tenant, "import").orElseThrow().close();
    }

    private long sources() {
        return transactions.<Long>call(tenant, db -> db.sql("select count(*) from source").query(Long.class).single());
    }
}
