package dev.upswell.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.RegistryRefused;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {

    private final Watch watch = Watch.ofDays(14);
    private final RegisteredModel logistic;
    private final RegisteredModel trees;

    ModelRegistryTest() {
        var trained = watch.training.train(watch.tenant, Progress.SILENT);
        logistic = trained.getFirst();
        trees = trained.getLast();
    }

    @Test
    void promotedModelServesAloneUntilItIsRolledBack() {
        RegisteredModel promoted = watch.registry.promote(watch.tenant, logistic.id());

        assertThat(promoted.serving()).isTrue();
        assertThat(watch.registry.list(watch.tenant)).filteredOn(RegisteredModel::serving)
                .extracting(RegisteredModel::id).containsExactly(logistic.id());

        RegisteredModel back = watch.registry.rollback(watch.tenant, logistic.id());

        assertThat(back.id()).isEqualTo(trees.id());
        assertThat(watch.registry.serving(watch.tenant, ModelTask.DAILY_HASHTAGS)).map(RegisteredModel::id)
                .hasValue(trees.id());
        assertThat(watch.registry.find(watch.tenant, logistic.id())).map(RegisteredModel::state)
                .hasValue(ModelState.RETIRED);
        assertThat(watch.eventTypes()).endsWith("MODEL_PROMOTED", "MODEL_ROLLED_BACK");
    }

    @Test
    void promotingTheServingModelChangesNothing() {
        watch.registry.promote(watch.tenant, trees.id());

        assertThat(watch.eventTypes()).filteredOn("MODEL_PROMOTED"::equals).hasSize(1);
    }

    @Test
    void firstModelCannotBeRolledBack() {
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> watch.registry.rollback(watch.tenant, trees.id()))
                .withMessageStartingWith("No model served before boosted-trees-");
    }

    @Test
    void modelIsFoundByTheBeginningOfItsIdOrName() {
        assertThat(watch.registry.get(watch.tenant, "boosted").id()).isEqualTo(trees.id());
        assertThat(watch.registry.get(watch.tenant, trees.id().toString().substring(0, 12)).id())
                .isEqualTo(trees.id());
        assertThatExceptionOfType(RegistryRefused.class).isThrownBy(() -> watch.registry.get(watch.tenant, ""));
        assertThatExceptionOfType(RegistryRefused.class).isThrownBy(() -> watch.registry.get(watch.tenant, "other"))
                .withMessage("There is no model other.\nRun \"upswell models list\" to see which there are.");
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> watch.registry.promote(watch.tenant, new UUID(0, 0)));
    }
}
