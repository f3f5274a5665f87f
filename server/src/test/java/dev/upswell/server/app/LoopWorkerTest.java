package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.ShellSettings.Launcher;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopWorkerTest {

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();

    @TempDir
    private Path data;

    @Test
    void aPieceThatFailsKeepsNoOtherFromBeingDone() {
        execute("""
            insert into reach_model (id, target_hours, settled, trained_at, videos, dataset_hash, feature_set, seed,
            code_version, artefact, judged) values ('broken', 24, false, 'epoch', 60, '', '', 1, '', '', '[]')""");

        round();

        assertThat(evaluations()).isEqualTo(1);
    }

    @Test
    void aRoundWithoutDataDoesWhatThereIsToDo() {
        round();

        assertThat(evaluations()).isEqualTo(1);
    }

    private void round() {
        var workplace = new OpenWorkplace(Settings.read(data, Map.of(), Map.of()), database, tenant,
                InstantSource.system(), Launcher.usual());
        try (LoopWorker worker = new LoopWorker(workplace)) {
            worker.round();
        }
    }

    private long evaluations() {
        return database.transactions().call(tenant,
                db -> db.sql("select count(*) from evaluation_mark").query(Long.class).single());
    }

    private void execute(String sql) {
        database.transactions().run(tenant, db -> db.sql(sql).update());
    }
}
