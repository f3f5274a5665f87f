package dev.upswell.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Kills a process that trains, promotes and rolls back with SIGKILL at random instants.
@Tag("slow")
class RegistryKillTest {

    private static final int KILLS = 15;
    private static final int MOST_KILLS = 60;
    private static final int LONGEST_MILLIS = 2_500;

    private final Bench bench = new Bench();

    @Test
    void killAtAnyStepLeavesOneServingModelAndAHistoryThatAgrees() throws IOException, InterruptedException {
        bench.train(0);
        var random = new Random(20_251_121);
        int kills = 0;
        // A busy machine comes less far before each kill: go on until every step was seen.
        while (kills < KILLS || kills < MOST_KILLS && !bench.eventTypes().contains("MODEL_ROLLED_BACK")) {
            kills++;
            killAfter(random.nextInt(LONGEST_MILLIS));
            assertWhole();
        }
        assertThat(bench.eventTypes()).contains("SHADOW_STARTED", "MODEL_PROMOTED", "MODEL_ROLLED_BACK");
    }

    private void killAfter(int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m", "-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RegistryLoop.class.getName(), TestDatabase.sharedFolder().toString(), bench.tenant.toString())
                .redirectErrorStream(true).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder said = new StringBuilder();
            String line = out.readLine();
            while (line != null && !line.equals("ready")) {
                said.append(line).append('\n');
                line = out.readLine();
            }
            assertThat(line).as(said.toString()).isEqualTo("ready");
            boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
            assertThat(ended).as(ended ? out.lines().collect(Collectors.joining("\n")) : "").isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void assertWhole() {
        assertThat(bench.rows("select id from model_record where state = 'ACTIVE'")).hasSize(1);
        // The state of every model is what its last change says, and every change of who serves has its event.
        assertThat(bench.rows("""
            select m.id from model_record m where m.state is distinct from (select t.to_state from model_transition t
            where t.model_id = m.id order by t.seq desc limit 1)""")).isEmpty();
        assertThat(bench.rows("""
            select 1 where (select count(*) from model_transition where to_state = 'ACTIVE') is distinct from
            (select count(*) from event_log where type in ('MODEL_PROMOTED', 'MODEL_ROLLED_BACK'))""")).isEmpty();
        assertThat(bench.rows("select id from model_record where artefact is null")).isEmpty();
        List<RegisteredModel> challengers = bench.registry.list(bench.tenant).stream()
                .filter(model -> model.state().challenging()).toList();
        assertThat(challengers).hasSizeLessThanOrEqualTo(1);
    }
}
