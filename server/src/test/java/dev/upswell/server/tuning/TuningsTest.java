package dev.upswell.server.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.content.EntityKind;
import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.tune.TreeChoice;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TuningsTest {

    private static final Instant NOON = Instant.parse("2025-03-12T12:00:00Z");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final Tunings tunings = new Tunings(database);

    @Test
    void aSearchIsKeptWholeAndOnlyForItsTenant() {
        StoredTuning kept = KeptTuning.put(database, tenant, NOON, 0.02);

        assertThat(tunings.list(tenant)).containsExactly(kept);
        assertThat(tunings.get(tenant, kept.shortId())).isEqualTo(kept);
        assertThat(kept.report().trees().trials().getFirst().candidate().trees()).isEqualTo(KeptTuning.FOUND);
        assertThat(tunings.list(TestDatabase.newTenant())).isEmpty();
    }

    @Test
    void whatItFoundHoldsFromItsInstantOnAndForItsTaskOnly() {
        StoredTuning kept = KeptTuning.put(database, tenant, NOON, 0.02);

        assertThat(tunings.inForce(tenant, ModelTask.DAILY_HASHTAGS, NOON)).hasValue(kept);
        assertThat(tunings.inForce(tenant, ModelTask.DAILY_HASHTAGS, NOON.minusSeconds(1))).isEmpty();
        assertThat(tunings.inForce(tenant, new ModelTask(EntityKind.VIDEO, 24), NOON)).isEmpty();
        assertThat(tunings.inForce(tenant, new ModelTask(EntityKind.HASHTAG, 48), NOON)).isEmpty();
    }

    @Test
    void aLaterSearchThatKeptTheUsualSettingsEndsIt() {
        KeptTuning.put(database, tenant, NOON, 0.02);
        KeptTuning.put(database, tenant, NOON.plus(Duration.ofDays(7)), -0.01);

        assertThat(tunings.inForce(tenant, ModelTask.DAILY_HASHTAGS, NOON.plus(Duration.ofDays(6)))).isPresent();
        assertThat(tunings.inForce(tenant, ModelTask.DAILY_HASHTAGS, NOON.plus(Duration.ofDays(7)))).isEmpty();
    }

    @Test
    void anUnknownSearchIsRefusedWithAdvice() {
        assertThatExceptionOfType(TuningRefused.class).isThrownBy(() -> tunings.get(tenant, "abc"))
                .withMessage("There is no search abc.\nRun \"upswell tune list\" to see which there are.");
    }

    @Test
    void whatWasFoundBeforeTreesCouldBeHeldToDirectionsIsStillRead() {
        TunedSettings stored = Json.read("""
            {"trees": {"featureSet": "feature_set_v1", "trees": {"rounds": 11, "depth": 2, "learningRate": 0.25,
             "rowShare": 1.0, "columnShare": 1.0, "minChildWeight": 1.0, "lambda": 1.0, "maxBins": 16,
             "negativeShare": 1.0, "halfLifeDays": 0.0, "seed": 42}}}""", TunedSettings.class);

        assertThat(stored).isEqualTo(new TunedSettings(new TreeChoice("feature_set_v1", KeptTuning.FOUND), null));
    }
}
