package dev.upswell.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.content.EntityKind;
import dev.upswell.server.registry.page.KeptRegistryPages;
import dev.upswell.server.registry.page.LifecycleView;
import dev.upswell.server.registry.page.RegistryPages.Deed;
import dev.upswell.server.registry.page.RegistryPages.Filter;
import dev.upswell.server.registry.page.TasksView;
import dev.upswell.server.web.Paging;
import org.junit.jupiter.api.Test;

class KeptRegistryPagesTest {

    private static final Paging ALL = new Paging(50, 0);
    private static final RegistrySettings SETTINGS = RegistrySettings.USUAL.needing(5, 10).approval(true);

    private final Bench bench = new Bench();
    private final KeptRegistryPages pages = new KeptRegistryPages(
            Governance.of(bench.database, bench.tenant, SETTINGS));

    @Test
    void beforeTheFirstTrainingThereIsNothingToShow() {
        assertThat(pages.lifecycle(null, ALL)).isEqualTo(new LifecycleView(java.util.List.of(), null));
        assertThat(pages.tasks(new Filter(null, null), ALL).served()).isEmpty();
    }

    @Test
    void aModelGoesFromShadowOverApprovalToServiceAndBackUnderAPersonsName() {
        RegisteredModel first = bench.train(0);
        RegisteredModel second = bench.train(7);
        for (int day = 7; day < 14; day++) {
            bench.says(first, day, 0.3, true);
            bench.says(second, day, 0.95, false);
            bench.happens(day);
        }
        assertThat(standing().challengers()).singleElement()
                .satisfies(one -> assertThat(one.comparison().orElseThrow().servingInterval().low()).isPositive());
        new ModelReview(bench.database, SETTINGS).review(bench.tenant, Bench.TASK);
        assertThat(pages.lifecycle(null, ALL).tasks())
                .containsExactly(new LifecycleView.Choice(ModelTask.DAILY_HASHTAGS, true));

        assertThat(pages.decide(Deed.APPROVE, second.id(), "Mira")).isEqualTo(ModelTask.DAILY_HASHTAGS);

        LifecycleView.Standing served = standing();
        assertThat(served.serving().id()).isEqualTo(second.id());
        assertThat(served.since().decision().reason()).isEqualTo("Approved by Mira.");
        assertThat(served.probation().before().id()).isEqualTo(first.id());
        assertThat(served.events().items()).extracting(ModelEventRepository.OfModel::type).containsExactly(
                "MODEL_PROMOTED", "APPROVAL_AWAITED", "SHADOW_STARTED", "MODEL_PROMOTED");
        assertThat(served.events().items().getFirst().actor()).isEqualTo("Mira");

        pages.decide(Deed.ROLLBACK, second.id(), "Sam");

        assertThat(standing().serving().id()).isEqualTo(first.id());
        assertThat(pages.lifecycle(null, new Paging(1, 0)).standing().events()).satisfies(events -> {
            assertThat(events.total()).isEqualTo(5);
            assertThat(events.items()).singleElement().satisfies(back -> {
                assertThat(back.type()).isEqualTo("MODEL_ROLLED_BACK");
                assertThat(back.reason()).isEqualTo("Rolled back by Sam.");
            });
        });
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> pages.decide(Deed.ROLLBACK, first.id(), "Sam"));
    }

    @Test
    void anotherTasksModelsAndEventsStayApart() {
        bench.train(0);

        LifecycleView sounds = pages.lifecycle(new ModelTask(EntityKind.SOUND, 24), ALL);

        assertThat(sounds.standing().serving()).isNull();
        assertThat(sounds.standing().events().total()).isZero();
    }

    @Test
    void aRetrainingIsAskedForShownAndClosed() {
        RegisteredModel first = bench.train(0);
        bench.says(first, 2, 0.5, true);

        pages.askRetraining(ModelTask.DAILY_HASHTAGS, "Mira");

        TasksView view = pages.tasks(new Filter(ImprovementTask.State.OPEN, ImprovementTask.Category.RETRAINING), ALL);
        assertThat(view.pending()).isEqualTo(1);
        assertThat(view.served()).containsExactly(ModelTask.DAILY_HASHTAGS);
        ImprovementTask asked = view.tasks().items().getFirst();
        assertThat(standing().retraining()).isEqualTo(asked);
        pages.close(asked.id().toString(), false, "Not now.");
        assertThat(pages.tasks(new Filter(ImprovementTask.State.DROPPED, null), ALL).tasks().items()).singleElement()
                .satisfies(one -> assertThat(one.result()).isEqualTo("Not now."));
        assertThat(pages.tasks(new Filter(null, ImprovementTask.Category.DATA), ALL).tasks().total()).isZero();
    }

    private LifecycleView.Standing standing() {
        return pages.lifecycle(ModelTask.DAILY_HASHTAGS, ALL).standing();
    }
}
