package dev.upswell.server.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.RegistrySettings;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.WebProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TasksResourceTest {

    private final Governance governance = Governance.of(TestDatabase.shared(), TestDatabase.newTenant(),
            RegistrySettings.USUAL);
    private final TasksResource resource = new TasksResource(governance);

    @Test
    void aTaskIsClosedByItsWholeIdOnly() {
        String id = governance.tasks().open(governance.tenant(), new ImprovementTask.Order("try", "Try it",
                ImprovementTask.Category.MODEL, "", "", "", "model agent", LocalDate.of(2025, 3, 1), Map.of()),
                Instant.EPOCH).orElseThrow().id().toString();

        assertThatExceptionOfType(WebProblem.class)
                .isThrownBy(() -> resource.done(id.substring(0, 4), Query.of(Map.of())));
        assertThatExceptionOfType(WebProblem.class).isThrownBy(() -> resource.done("no id", Query.of(Map.of())));

        assertThat(resource.done(id, Query.of(Map.of())).state()).isEqualTo(ImprovementTask.State.DONE);
    }
}
