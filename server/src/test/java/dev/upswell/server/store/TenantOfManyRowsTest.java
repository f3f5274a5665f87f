package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
