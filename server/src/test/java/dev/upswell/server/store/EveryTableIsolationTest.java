package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EveryTableIsolationTest {

    @Test
    void fills() {
        TenantId ours = TestDatabase.newTenant();
        TestDatabase.asOwner(db -> {
            long t = System.nanoTime();
            RowsOfEveryTable.fill(db, ours, "zqours", 2, 7);
            System.out.println("filled in ms " + (System.nanoTime() - t) / 1_000_000);
            var all = RowsOfEveryTable.read(db, ours);
            all.forEach((k, v) -> System.out.println(k + " " + v));
            assertThat(all.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
            return null;
        });
    }
}
