package dev.upswell.server.cli.sample;

import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.ProgressLine;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.Simulated;
import dev.upswell.server.forecast.BacktestRequest;
import dev.upswell.server.forecast.BacktestRun;
import dev.upswell.server.forecast.ForecastRefused;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.reach.ReachRefused;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.trend.MetricsComputed;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Takes the sample once through the whole loop; every step knows when it has been done, so a second start skips it and an
/// interrupted one goes on.
public final class SampleLoop {

    /// The sample's world: equal on every machine.
    public static final WorldSettings WORLD = WorldSettings.of(WorldSize.SMALL, 1);

    /// How far apart cuts lie: fourteen days give few daily ones to learn from.
    public static final Duration EVERY = Duration.ofHours(6);

    private static final int FIRST_JUDGED_DAY = 7;
    private static final int FIRST_PREDICTED_DAY = 10;

    private final Workplace workplace;
    private final Screen screen;
    private final ImportLines lines;
    private final WorldSettings world;

    /// How the outcome of an import reads.
    @FunctionalInterface
    public interface ImportLines {

        /// The lines about one file.
        List<String> of(FileReport report);
    }

    public SampleLoop(Workplace workplace, Screen screen, ImportLines lines) {
        this(workplace, screen, lines, WORLD);
    }

    /// The loop over another world than the sample's.
    ///
    /// @param world of more than ten days, because the loop foretells from the tenth on
    public SampleLoop(Workplace workplace, Screen screen, ImportLines lines, WorldSettings world) {
        this.workplace = workplace;
        this.screen = screen;
        this.lines = lines;
        this.world = world;
    }

    /// Does what is not done yet and gives the sample's backtest.
    ///
    /// Metrics and the videos' forecasts, which the hashtags' models do not need, are made beside them. The world's truth is not
    /// written: it takes longer than the world, and whoever wants it has the same world simulated.
    ///
    /// @param shown called as soon as there are trends to look at, long before all is done, by another thread; not where all
    ///     was done before
    ///
    /// **errors** [CommandFailed] when the tenant has data of its own, which simulated data would spoil, and when another
    /// process is training or predicting for it.
    public BacktestRun run(Runnable shown) {
        List<String> sources = workplace.collecting().sources();
        Optional<BacktestRun> done = workplace.forecasting().forecasts().backtesting().latest(workplace.tenant());
        if (done.isPresent() && sources.stream().anyMatch(Simulated::is)) {
            return done.get();
        }
        requireOnlySimulated(sources);
        makeSample();
        importSample();
        step(3, "Computing metrics");
        try (Aside others = Aside.begin("sample-metrics", () -> measure(shown))) {
            if (workplace.forecasting().forecasts().training().restsOnMetrics()) {
                others.await();
            }
            forecasts();
            others.await();
        }
        review();
        return backtest();
    }

    /// Gives a new data folder the settings that fit fourteen days of data: cuts every six hours.
    public static void prepare(Path folder) {
        Path settings = folder.resolve("upswell.yaml");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(settings) && !Files.exists(folder.resolve("postgres"))) {
                Files.writeString(settings,
                        "# Fourteen days give few daily cuts to learn from.\nforecast:\n  every-hours: "
                                + EVERY.toHours() + "\n");
            }
        } catch (IOException e) {
            throw CommandFailed.failed("cannot write to " + folder + ": " + e.getMessage(),
                    "Choose another folder with --data.");
        }
    }

    private static void requireOnlySimulated(List<String> sources) {
        List<String> own = sources.stream().filter(name -> !Simulated.is(name)).toList();
        if (!own.isEmpty()) {
            throw CommandFailed.wrongUse(
                    "there is data of your own here (source " + own.getFirst()
                            + "), which the simulated sample would spoil",
                    "Load the sample into a folder or tenant of its own, for example: upswell demo --data ./sample");
        }
    }

    private void makeSample() {
        if (!Files.exists(observations()) || !Files.exists(videos()) || !Files.exists(SampleFiles.studio(folder()))) {
            step(1, "Making %s of sample data".formatted(Counted.of(world.days(), "day")));
            try (ProgressLine progress = screen.progress("Making the sample")) {
                SampleFiles.writeShown(SimulatedWorld.of(world), folder(), (file, lines) -> progress.at(lines, 0));
            }
        }
    }

    private Path folder() {
        return workplace.dataFolder().resolve("sample");
    }

    private Path observations() {
        return folder().resolve("observations.csv.gz");
    }

    private Path videos() {
        return folder().resolve("videos.jsonl.gz");
    }

    private void importSample() {
        step(2, "Importing");
        for (Path file : List.of(videos(), observations())) {
            lines.of(importFile(file, ImportOptions.AUTO)).forEach(this::detail);
        }
        var columns = ColumnMapping.parse("of the sample", SampleFiles.STUDIO_MAPPING, null);
        lines.of(importFile(SampleFiles.studio(folder()), new ImportOptions(null, null, columns)))
                .forEach(this::detail);
    }

    private FileReport importFile(Path file, ImportOptions options) {
        try (ProgressLine progress = screen.progress("Importing " + file.getFileName())) {
            return workplace.collecting().importer().importFile(workplace.tenant(), ImportSource.of(file), options,
                    (rows, bytes, total) -> progress.at(bytes, total));
        }
    }

    private void measure(Runnable shown) {
        MetricsComputed done = workplace.forecasting().metrics().computeDue(workplace.tenant(), (computed, due) -> {
        });
        detail("%,d metric rows of %,d entities computed".formatted(done.rows(), done.entities()));
        shown.run();
        reach();
    }

    /// Predicts on each of the last days as one would have then, so that the record of the past has something to show.
    private void forecasts() {
        step(4, "Training, then predicting day by day");
        try (ProgressLine progress = screen.progress("Training")) {
            train(FIRST_PREDICTED_DAY);
            for (int day = FIRST_PREDICTED_DAY; day < world.days(); day++) {
                predict(day);
                progress.at(day - FIRST_PREDICTED_DAY + 1L, world.days() - FIRST_PREDICTED_DAY + 1L);
            }
            train(world.days());
            predict(world.days());
        } catch (ForecastRefused e) {
            if (e.reason() == ForecastRefused.Reason.BUSY) {
                // The sample is not done then: the next start goes on here.
                throw e;
            }
            detail("  " + e.getMessage());
        }
    }

    /// Compares what was foretold with what then happened, and looks for what should be better.
    private void review() {
        int compared = workplace.forecasting().forecasts().outcomes().settle(workplace.tenant(), world.end());
        workplace.forecasting().forecasts().drifting().check(workplace.tenant());
        workplace.forecasting().evaluations().run();
        workplace.forecasting().improvements().run(List.of(ModelTask.DAILY_HASHTAGS));
        detail(String.format(Locale.ROOT, "  %,d earlier predictions compared with what then happened", compared));
    }

    /// Foretells videos from the day on from which hashtags are foretold, as one would have then.
    private void reach() {
        try {
            workplace.forecasting().reach().train(then(FIRST_PREDICTED_DAY));
            for (int day = FIRST_PREDICTED_DAY + 1; day <= world.days(); day++) {
                workplace.forecasting().reach().keepUp(then(day));
            }
            workplace.forecasting().reach().judge(workplace.forecasting().reach().judgeable());
        } catch (ReachRefused e) {
            detail("  " + e.what());
        }
    }

    private void train(int day) {
        workplace.forecasting().forecasts().training().train(workplace.tenant(), then(day), (done, total) -> {
        });
    }

    private void predict(int day) {
        workplace.forecasting().forecasts().predicting().predict(workplace.tenant(), then(day), (done, total) -> {
        });
    }

    private Instant then(int day) {
        return world.start().plus(Duration.ofDays(day));
    }

    private BacktestRun backtest() {
        step(5, "Judging past predictions");
        Instant from = then(FIRST_JUDGED_DAY);
        Instant to = world.end().minus(Duration.ofDays(1));
        BacktestRequest request = workplace.forecasting().forecasts().backtesting().request(workplace.tenant(), from,
                to, EVERY);
        try (ProgressLine progress = screen.progress("Backtest")) {
            return workplace.forecasting().forecasts().backtesting().run(workplace.tenant(), request, null,
                    progress::at);
        }
    }

    private void step(int number, String what) {
        screen.remark(number + "/5  " + what);
    }

    private void detail(String text) {
        screen.remark("   " + text.strip());
    }
}
