package dev.upswell.server.tuning.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.tuning.KeptTuning;
import dev.upswell.server.tuning.Tunings;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TuningPageTest {

    private static final Instant NOON = Instant.parse("2025-03-12T12:00:00Z");
    private static final TenantId TENANT = TestDatabase.newTenant();

    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        server = LocalSite.of(List.of(TuningPagesConfiguration.class),
                InstantSource.fixed(NOON), TENANT, new Tunings(TestDatabase.shared()));
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String text() {
        return site.page("/models/tuning").body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void searchesAreShownWithWhatTheyFoundAndWhetherItIsUsed() {
        assertThat(text()).contains("No search for better settings yet", "tune");

        KeptTuning.put(TestDatabase.shared(), TENANT, NOON, 0.02);

        assertThat(text()).contains("One search for better settings", "Boosted trees", "adopted", "usual kept")
                .contains("0.500 against 0.400, difference +0.020 to +0.120 over 900 pairs; guessing 0.056",
                        "PR-AUC of guessing 0.050")
                .contains("11 rounds × 0.25, depth 2");
    }
}
