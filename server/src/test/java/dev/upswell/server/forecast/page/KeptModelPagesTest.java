package dev.upswell.server.forecast.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.sequence.PyTorch;
import dev.upswell.server.forecast.BacktestRequest;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.forecast.WatchedTenant;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.web.Notice;
import dev.upswell.server.web.Sentence;
import dev.upswell.simulate.judge.Knowable;
import dev.upswell.simulate.judge.OracleVerdicts;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class KeptModelPagesTest {

    private static final Instant FROM = Instant.parse("2025-03-12T00:00:00Z");

    private final Forecasts forecasts = WatchedTenant.fourteenDays();
    private final KeptModelPages pages = new KeptModelPages(forecasts);

    @Test
    void pageIsEmptyBeforeTheFirstTraining() {
        assertThat(pages.models().evaluation()).isNull();
        assertThat(pages.models().records()).isEmpty();
        assertThat(pages.models().notices()).containsExactly(new Notice.NoForecast());
        assertThat(pages.model("none")).isEmpty();
    }

    @Test
    void pageShowsWhatWasKnowableOnlyOfABacktestThatWasJudged() {
        forecasts.backtesting().run(forecasts.tenant(), new BacktestRequest(FROM, FROM.plus(Duration.ofHours(6)),
                Duration.ofHours(6), 4), null, Progress.SILENT);
        assertThat(pages.knowable()).isEmpty();

        Knowable judged = forecasts.judging().judge(forecasts.tenant(), OracleVerdicts.of(truth())).knowable();

        assertThat(pages.knowable()).contains(judged);
        assertThat(judged.pairs()).isEqualTo(20);
        forecasts.backtesting().run(forecasts.tenant(), new BacktestRequest(FROM, FROM, Duration.ofHours(6), 4), null,
                Progress.SILENT);
        assertThat(pages.knowable()).isEmpty();
    }

    /// An oracle that says of every pair what came.
    private Iterator<String> truth() {
        var run = forecasts.backtesting().latest(forecasts.tenant()).orElseThrow();
        return forecasts.backtesting().predictions(forecasts.tenant(), run.id()).orElseThrow().lines().skip(1)
                .map(line -> line.split(",", -1))
                .map(row -> "shown_surge_probability,hashtag," + row[0] + "," + row[1] + "," + row[4]).iterator();
    }

    @Test
    void pageSaysWhereTheNetworkIsNotInstalled() {
        Forecasts wanting = WatchedTenant.wantingANetwork();

        assertThat(new KeptModelPages(wanting).models().notices()
                .contains(new Notice.Remark(Sentence.of("notice.noNetwork")))).isEqualTo(!PyTorch.isInstalled());
    }

    @Test
    void pageShowsTheLatestBacktestAndEveryRecord() {
        RegisteredModel trees = forecasts.training().train(forecasts.tenant(), Progress.SILENT).getLast();
        forecasts.backtesting().run(forecasts.tenant(), new BacktestRequest(FROM, FROM.plus(Duration.ofHours(18)),
                Duration.ofHours(6), 4), null, Progress.SILENT);

        ModelsView view = pages.models();

        assertThat(view.notices()).isEmpty();
        assertThat(view.records()).extracting(ModelRecord::model).containsExactlyInAnyOrder("boosted-trees",
                "logistic");
        assertThat(view.evaluation()).isNotNull();
        assertThat(view.evaluation().scope().pairs()).isEqualTo(40);
        assertThat(view.evaluation().bestBaseline()).isPresent();
        ModelScore judged = view.evaluation().bestModel().orElseThrow();
        assertThat(judged.edge()).isNotNull();
        assertThat(judged.calibration()).allSatisfy(bin -> assertThat(bin.observed()).isBetween(bin.low(), bin.high()));
        assertThat(pages.model(trees.id().toString())).hasValueSatisfying(record -> {
            assertThat(record.serving()).isTrue();
            assertThat(record.training().rows()).isEqualTo(trees.record().rows());
            assertThat(record.fingerprints().artefact()).isEqualTo(trees.record().artefactHash());
        });
    }
}
