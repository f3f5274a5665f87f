package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.agent.Agents;
import dev.upswell.server.agent.Job;
import dev.upswell.server.agent.Outcome;
import dev.upswell.server.agent.Run;
import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.Role;
import dev.upswell.server.session.Identity;
import dev.upswell.server.setting.Settings;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.ShellSettings.Launcher;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingJobsTest {

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();

    @TempDir
    private Path data;

    @Test
    void aPieceThatFailsKeepsNoOtherFromBeingDone() {
        execute("""
            insert into reach_model (id, target_hours, settled, trained_at, videos, dataset_hash, feature_set, seed,
            code_version, artefact, judged) values ('broken', 24, false, 'epoch', 60, '', '', 1, '', '', '[]')""");

        Outcome outcome = agents().run("sweep");

        assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
        assertThat(outcome.note()).contains("video-reach").doesNotContain("evaluation");
        assertThat(evaluations()).isEqualTo(1);
    }

    @Test
    void aSweepWithoutDataDoesWhatThereIsToDo() {
        assertThat(agents().run("sweep").end()).isEqualTo(Outcome.End.DONE);

        assertThat(evaluations()).isEqualTo(1);
        assertThat(agents().runs(null, 50, 0)).extracting(Run::state).containsOnly(Run.State.DONE);
    }

    @Test
    void everyJobRunsAloneToo() {
        for (Agents.Standing standing : agents().list()) {
            Job job = standing.job();
            if (job.work() != null) {
                assertThat(agents().run(job.name()).end()).as(job.name()).isEqualTo(Outcome.End.DONE);
            }
        }
        assertThat(agents().events().list(EventFilter.ALL, 50, 0))
                .extracting(Event::type).contains("AUDIT_DONE");
    }

    @Test
    void everyRoleHasAJobAndEveryJobItsWords() {
        ResourceBundle words = ResourceBundle.getBundle("messages", Locale.ROOT);

        assertThat(agents().list()).extracting(one -> one.job().role()).contains(Role.values());
        assertThat(agents().list()).allSatisfy(
                one -> assertThat(words.containsKey("job." + one.job().name())).as(one.job().name()).isTrue());
    }

    @Test
    void capturesVisitWithHealthySessionsAloneAndARefusalKeepsNoOtherFromItsVisit() {
        for (String name : List.of("one", "two", "nobody-signed-in")) {
            // Nobody answers there for robots.txt, which allows nothing.
            workplace().collecting().sessions()
                    .add(new Identity(name, URI.create("http://127.0.0.1:1/studio"), null, null), null);
        }
        for (String name : List.of("one", "two")) {
            workplace().collecting().sessions().importCookies(name,
                    "127.0.0.1\tFALSE\t/\tFALSE\t4102444800\tsessionid\tx\n");
        }

        Outcome outcome = agents().run("captures");

        assertThat(outcome.end()).isEqualTo(Outcome.End.DONE);
        assertThat(outcome.counts()).containsEntry("answers", 0L).containsEntry("refused", 2L);
        assertThat(workplace().collecting().compliance().log(AuditFilter.ALL, 10, 0)).hasSize(2)
                .allSatisfy(entry -> assertThat(entry.decision()).isEqualTo(AuditEntry.Decision.DENIED));
    }

    private OpenWorkplace workplace() {
        return new OpenWorkplace(Settings.read(data, Map.of(), Map.of()), database, tenant, InstantSource.system(),
                Launcher.usual());
    }

    private Agents agents() {
        return workplace().operating().agents();
    }

    private long evaluations() {
        return database.transactions().call(tenant,
                db -> db.sql("select count(*) from evaluation_mark").query(Long.class).single());
    }

    private void execute(String sql) {
        database.transactions().run(tenant, db -> db.sql(sql).update());
    }

    /// The server looks every five seconds.
    @Test
    void agentsRestWhenTheSubscriptionEndsAlsoWhereOneTenantIsServed() {
        var terminal = new Terminal();
        try (OpenWorkplace workplace = terminal.workplace();
                var tenants = new OpenTenants(workplace, workplace.settings())) {
            tenants.start();
            await(tenants.open(workplace.tenant()), true);

            terminal.run("tenants", "end", terminal.tenant());
            await(tenants.open(workplace.tenant()), false);

            terminal.run("tenants", "resume", terminal.tenant());
            await(tenants.open(workplace.tenant()), true);
        }
    }

    private static void await(OpenTenants.OpenTenant tenant, boolean attended) {
        long start = System.nanoTime();
        while (tenant.isAttended() != attended) {
            assertThat(System.nanoTime() - start).as("agents work: " + !attended).isLessThan(60_000_000_000L);
            Thread.onSpinWait();
        }
    }
}
