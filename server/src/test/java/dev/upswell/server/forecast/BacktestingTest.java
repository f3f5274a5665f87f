package dev.upswell.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.registry.RegisteredModel;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacktestingTest {

    private static final Instant FROM = Instant.parse("2025-03-12T00:00:00Z");
    private static final Instant TO = Instant.parse("2025-03-13T00:00:00Z");

    private final Watch watch = Watch.ofDays(16);

    @Test
    void allBaselinesAndBothModelsAreJudgedOnTheSamePairs() {
        BacktestRun run = watch.backtesting.run(watch.tenant, request(), null, Progress.SILENT);

        assertThat(run.report().cuts()).isEqualTo(5);
        assertThat(run.report().pairs()).isEqualTo(50);
        assertThat(run.report().prevalence()).isEqualTo(0.1);
        assertThat(run.report().models()).extracting(ModelResult::model).containsExactly("prevalence", "last-velocity",
                "week-growth", "log-linear", "hawkes", "logistic", "boosted-trees");
        ModelResult trees = run.report().result("boosted-trees").orElseThrow();
        assertThat(trees.prAuc()).isBetween(trees.prAucInterval().get(0), trees.prAucInterval().get(1));
        assertThat(trees.edge()).isNotNull();
        assertThat(run.report().result("prevalence").orElseThrow().prAuc()).isEqualTo(0.1);
        assertThat(watch.backtesting.latest(watch.tenant)).hasValue(run);
        assertThat(watch.eventTypes()).containsExactly("BACKTEST_DONE");
        assertThat(new Watch().backtesting.latest(new Watch().tenant)).isEmpty();
    }

    @Test
    void aRangeOverAllTimesIsCutToTheReadings() {
        BacktestRequest all = watch.backtesting.request(watch.tenant, Instant.parse("1970-01-01T00:00:00Z"),
                Instant.parse("9998-12-31T00:00:00Z"), null);

        assertThat(all.from()).isEqualTo(Watch.START);
        assertThat(all.to()).isEqualTo(Watch.START.plus(Duration.ofDays(16)).minus(Duration.ofHours(3)));
        assertThat(watch.backtesting.request(watch.tenant, FROM, TO, null)).isEqualTo(request());
    }

    @Test
    void predictionsFileHoldsEveryHashtagCutAndModel() {
        StringWriter file = new StringWriter();

        watch.backtesting.run(watch.tenant, request(), file, Progress.SILENT);

        List<String> lines = file.toString().lines().toList();
        assertThat(lines).hasSize(1 + 7 * 50);
        assertThat(lines.getFirst()).isEqualTo("entity,cut,horizon_hours,probability,label,model");
        assertThat(lines.subList(1, 351).stream().map(line -> line.split(",")[5]).distinct()).containsExactly(
                "prevalence", "last-velocity", "week-growth", "log-linear", "hawkes", "logistic", "boosted-trees");
        assertThat(
                lines.stream().filter(line -> line.contains(",2025-03-12T06:00:00Z,") && line.endsWith(",prevalence"))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                    tag0,2025-03-12T06:00:00Z,24,0.10000000000000002,0,prevalence
                    tag1,2025-03-12T06:00:00Z,24,0.10000000000000002,0,prevalence
                    tag2,2025-03-12T06:00:00Z,24,0.10000000000000002,0,prevalence
                    tag3,2025-03-12T06:00:00Z,24,0.10000000000000002,0,prevalence
                    tag4,2025-03-12T06:00:00Z,24,0.10000000000000002,0,prevalence
                    tag5,2025-03-12T06:00:00Z,24,0.10000000000000002,1,prevalence
                    tag6,2025-03-12T06:00:00Z,24,0.10000000000000002,0,prevalence
                    tag7,2025-03-12T06:00:00Z,24,0.10000000000000002,0,prevalence
                    tag8,2025-03-12T06:00:00Z,24,0.10000000000000002,0,prevalence
                    tag9,2025-03-12T06:00:00Z,24,0.10000000000000002,0,prevalence""");
    }

    @Test
    void recordOfAModelSaysWhenItWasNotShownToBeatTheBaselines() {
        BacktestSummary summary = watch.backtesting.run(watch.tenant, request(), null, Progress.SILENT).report();
        boolean beats = summary.result("boosted-trees").orElseThrow().beatsBaselines();

        RegisteredModel trees = watch.training.train(watch.tenant, Progress.SILENT).getLast();

        assertThat(trees.notes().stream().anyMatch(note -> note.startsWith("Not shown to beat the baselines: PR-AUC ")))
                .isEqualTo(!beats);
    }

    @Test
    void openEndsLeaveHalfOfTheHistoryToLearnFrom() {
        BacktestRequest open = watch.backtesting.request(watch.tenant, null, null, null);

        assertThat(open).isEqualTo(new BacktestRequest(Instant.parse("2025-03-08T12:00:00Z"),
                Instant.parse("2025-03-15T21:00:00Z"), Duration.ofHours(6), 4));
    }

    @Test
    void rangeWithoutReadingsIsRefused() {
        assertThatExceptionOfType(ForecastRefused.class).isThrownBy(() -> watch.backtesting.request(watch.tenant,
                Instant.parse("2030-01-01T00:00:00Z"), null, null)).withMessageContaining("no cut from 2030-01-01");
        assertThatExceptionOfType(ForecastRefused.class)
                .isThrownBy(() -> watch.backtesting.run(watch.tenant, new BacktestRequest(
                        Instant.parse("2030-01-01T00:00:00Z"), Instant.parse("2030-01-05T00:00:00Z"),
                        Duration.ofDays(1), 4), null, Progress.SILENT))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(ForecastRefused.Reason.TOO_LITTLE_DATA));
    }

    @Test
    void laterReadingsOfAnotherSourceChangeNoJudgedCut() {
        BacktestSummary before = watch.backtesting.run(watch.tenant, request(), null, Progress.SILENT).report();
        watch.publish(IntStream.range(0, 500).mapToObj(i -> new Watch.Reading("tag" + i % 10, "aloud",
                FROM.plusSeconds(300L * (i + 1)), 50_000_000 + 1_000L * i)).toList());

        assertThat(watch.backtesting.run(watch.tenant, request(), null, Progress.SILENT).report()).isEqualTo(before);
    }

    @Test
    void runIsListedFromItsBeginToItsEnd() {
        StringWriter file = new StringWriter();
        try (Backtesting.Begun begun = watch.backtesting.begin(watch.tenant, request())) {
            assertThat(watch.backtesting.find(watch.tenant, begun.id())).get().isInstanceOf(BacktestRun.Running.class);
            assertThatExceptionOfType(ForecastRefused.class)
                    .isThrownBy(() -> watch.backtesting.begin(watch.tenant, request()))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(ForecastRefused.Reason.BUSY));
            BacktestRun run = begun.run(file, Progress.SILENT);
            assertThat(watch.backtesting.find(watch.tenant, begun.id())).hasValue(new BacktestRun.Done(run));
            assertThat(watch.backtesting.predictions(watch.tenant, begun.id())).hasValue(file.toString());
        }
        assertThat(watch.backtesting.count(watch.tenant, "DONE")).isEqualTo(1);
    }

    @Test
    void runThatIsEndedEarlySaysSo() {
        try (Backtesting.Begun begun = watch.backtesting.begin(watch.tenant, request())) {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> begun.run(null, (done, total) -> {
                throw new CancellationException();
            }));
            assertThat(watch.backtesting.find(watch.tenant, begun.id())).get()
                    .isInstanceOfSatisfying(BacktestRun.Failed.class,
                            failed -> assertThat(failed.problem()).startsWith("The program was ended"));
        }
    }

    @Test
    void killedRunIsListedAsFailed() {
        UUID id;
        try (Backtesting.Begun begun = watch.backtesting.begin(watch.tenant, request())) {
            id = begun.id();
        }

        assertThat(watch.backtesting.list(watch.tenant, "", 10, 0)).singleElement()
                .isInstanceOfSatisfying(BacktestRun.Failed.class,
                        failed -> assertThat(failed.problem()).startsWith("The program was ended"));
        assertThat(watch.backtesting.list(watch.tenant, "RUNNING", 10, 0)).isEmpty();
        assertThat(watch.backtesting.predictions(watch.tenant, id)).isEmpty();
        assertThat(watch.backtesting.latest(watch.tenant)).isEmpty();
    }

    private static BacktestRequest request() {
        return new BacktestRequest(FROM, TO, Duration.ofHours(6), 4);
    }
}
