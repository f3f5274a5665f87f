package dev.upswell.server.alert.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.alert.AlertRefused;
import dev.upswell.server.alert.Alerts;
import dev.upswell.server.event.EventType;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.WebProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertsResourceTest {

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final AlertsResource resource = new AlertsResource(new Alerts(tenant, database));

    @Test
    void anAlertIsAcknowledgedByItsWholeIdOnly() {
        new Tasks(database).alert(tenant, EventType.DRIFT_ALERT, "Views drifted.",
                new ImprovementTask.Order("try", "Try it", ImprovementTask.Category.MODEL, "", "", "", "model agent",
                        LocalDate.of(2025, 3, 1), Map.of()),
                Instant.EPOCH);
        String id = resource.alerts(Query.of(Map.of())).items().getFirst().id().toString();

        assertThatExceptionOfType(WebProblem.class)
                .isThrownBy(() -> resource.acknowledge(id.substring(0, 4), Query.of(Map.of())));
        assertThatExceptionOfType(AlertRefused.class).isThrownBy(
                () -> resource.acknowledge("00000000-0000-0000-0000-000000000000", Query.of(Map.of())));

        assertThat(resource.acknowledge(id, Query.of(Map.of("by", new String[]{"Mira"}))).acknowledged().by())
                .isEqualTo("Mira");
        assertThat(resource.alerts(Query.of(Map.of("unread", new String[]{"true"}))).total()).isZero();
    }
}
