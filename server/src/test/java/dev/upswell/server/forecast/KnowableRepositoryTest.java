package dev.upswell.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityKind;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.simulate.judge.Knowable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnowableRepositoryTest {

    private static final Instant CUT = Instant.parse("2025-03-12T00:00:00Z");
    private static final ModelTask VIDEOS = new ModelTask(EntityKind.VIDEO, 24);

    private final Watch watch = new Watch();
    private final KnowableRepository rows = new KnowableRepository();

    @Test
    void aBacktestOfAnotherTaskHidesNothing() {
        var knowable = new Knowable(CUT, CUT, 1, 50, 0, 0.1, new Knowable.Oracle(0.5, 0.9, 0.6, 0.01, null, null),
                List.of());
        UUID hashtags = done(ModelTask.DAILY_HASHTAGS);
        watch.database.transactions().run(watch.tenant, db -> rows.keep(db, hashtags, knowable));
        done(VIDEOS);

        assertThat(watch.judging.latest(watch.tenant)).hasValue(knowable);
        Optional<Knowable> ofVideos = watch.database.transactions().call(watch.tenant, db -> rows.latest(db, VIDEOS));
        assertThat(ofVideos).isEmpty();
    }

    private UUID done(ModelTask task) {
        UUID id = watch.database.transactions().call(watch.tenant, db -> new BacktestRepository().begin(db, task,
                new BacktestRequest(CUT, CUT, Duration.ofDays(1), 60)));
        watch.execute(
                "update backtest_run set state = 'DONE', report = '{}', created_at = clock_timestamp() where id = '"
                        + id + "'");
        return id;
    }
}
