package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two tenants with the same hashtags, and the application's role connected directly.
class TenantIsolationTest {

    private final TenantTransactions transactions = TestDatabase.shared().transactions();
    private final TenantId ours = TestDatabase.newTenant();
    private final TenantId theirs = TestDatabase.newTenant();

    @Test
    void withNoTenantSetEveryTableReadsEmpty() {
        fill(ours);
        TestDatabase.asApplication(db -> {
            for (String table : tables(db)) {
                assertThat(count(db, table)).as(table).isZero();
            }
            return null;
        });
    }

    @Test
    void everyTableShowsTheRowsOfTheTransactionsTenantAlone() {
        fill(ours);
        fill(theirs);
        transactions.run(theirs, db -> {
            for (String table : tables(db)) {
                assertThat(db.sql("select distinct tenant_id from " + table).query(UUID.class).list())
                        .as(table).isSubsetOf(theirs.value());
            }
            assertThat(tables(db).stream().mapToLong(table -> count(db, table)).sum()).isEqualTo(20);
        });
    }

    @Test
    void aRowCannotBeWrittenForAnotherTenant() {
        assertThatThrownBy(() -> transactions.run(ours,
                db -> db.sql("insert into source (tenant_id, name) values (?, 'x')").param(theirs.value()).update()))
                .isInstanceOf(StoreException.class).hasMessageContaining("row-level security");
    }

    @Test
    void aRowCannotBeMovedToAnotherTenant() {
        fill(ours);
        assertThatThrownBy(() -> transactions.run(ours,
                db -> db.sql("update source set tenant_id = ?").param(theirs.value()).update()))
                .isInstanceOf(StoreException.class).hasMessageContaining("row-level security");
    }

    @Test
    void rowsOfAnotherTenantAreNeitherChangedNorDeleted() {
        fill(ours);
        transactions.run(theirs, db -> {
            assertThat(db.sql("update source set note = 'seen'").update()).isZero();
            assertThat(db.sql("delete from source").update()).isZero();
        });
        assertThat(transactions.<Long>call(ours, db -> count(db, "source"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create table mine (id int)", "alter table source disable row level security",
            "set role upswell_owner", "insert into tenant (name) values ('x')", "select * from flyway_schema_history",
            "drop policy tenant_isolation on source", "truncate source"})
    void theApplicationsRoleMayDoNothingElse(String statement) {
        assertThatThrownBy(() -> TestDatabase.asApplication(db -> db.sql(statement).query().listOfRows()))
                .rootCause().hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void theTenantOfOneTransactionIsForgottenInTheNext() {
        fill(ours);
        for (int i = 0; i < 10; i++) {
            assertThat(transactions.<Long>call(ours, db -> count(db, "source"))).isEqualTo(1);
            assertThat(transactions.<Long>call(theirs, db -> count(db, "source"))).isZero();
        }
    }

    private static List<String> tables(JdbcClient db) {
        return db.sql("""
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace""").query(String.class).list();
    }

    private static long count(JdbcClient db, String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }

    /// One row in every table; 20 with the tenant's own.
    private void fill(TenantId tenant) {
        transactions.run(tenant, db -> {
            List.of("lake_sequence (last_seq) values (1)",
                    "lake_file (id, dataset, path, rows, bytes, seq) values (gen_random_uuid(), 'd', 'p', 1, 1, 1)",
                    "entity (kind, entity_id) values ('hashtag', 'same')",
                    "import_run (file_name, content_sha256, format) values ('f', repeat('a', 64), 'x')",
                    "quarantine (content_sha256, file_name, row_number, line, reason, detail, excerpt)"
                            + " values ('a', 'f', 1, 1, 'R', 'd', 'e')",
                    "source (name) values ('apify')",
                    "data_issue (type, source, occurrences) values ('T', 'apify', 1)",
                    "metric_due (kind, entity_id, from_time) values ('hashtag', 'same', now())",
                    "metric_run (definition_version) values ('1')",
                    "model_record (kind, horizon_hours, training_from, training_to, dataset_hash, feature_set, seed,"
                            + " code_version, artefact_sha256) values ('m', 24, now(), now(), 'h', 'f', 1, 'v', 's')",
                    "prediction (kind, entity_id, as_of, horizon_hours, model_id, probability)"
                            + " select 'hashtag', 'same', now(), 24, id, 0.5 from model_record",
                    "outcome (kind, entity_id, cut, horizon_hours, label, growth, known_at)"
                            + " values ('hashtag', 'same', now(), 24, true, 0.1, now())",
                    "backtest_run (settings, report) values ('{}', '{}')",
                    "event_log (type, slice) values ('METRIC_DONE', 'trend')",
                    "model_transition (model_id, to_state, as_of, actor, reason)"
                            + " select id, 'CANDIDATE', now(), 'rule', 'r' from model_record",
                    "shadow_prediction (kind, entity_id, as_of, horizon_hours, model_id, probability)"
                            + " select 'hashtag', 'same', now(), 24, id, 0.5 from model_record",
                    "improvement_task (topic, title, category, trigger, hypothesis, success_metric, owner_agent,"
                            + " review_date, opened_as_of) values ('t', 't', 'DATA', 't', 'h', 's', 'o', now(), now())",
                    "drift_report (kind, horizon_hours, model_id, as_of, drifted, report)"
                            + " select 'hashtag', 24, id, now(), false, '{}' from model_record",
                    "alert (type, title, as_of) values ('DRIFT_ALERT', 't', now())")
                    .forEach(row -> db.sql("insert into " + row).update());
        });
    }
}
