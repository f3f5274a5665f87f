package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
