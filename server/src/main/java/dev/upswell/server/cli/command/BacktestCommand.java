package dev.upswell.server.cli.command;

import dev.upswell.forecast.SurgeKind;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.DurationText;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.ProgressLine;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TaskOptions;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.forecast.BacktestRequest;
import dev.upswell.server.forecast.BacktestRun;
import dev.upswell.server.registry.ModelTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(name = "backtest", mixinStandardHelpOptions = true, description = "Replays the past: trains weekly on what was known by then, predicts, and compares with what happened.")
final class BacktestCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private TaskOptions options = new TaskOptions();

    @Option(names = "--from", paramLabel = "T", converter = InstantText.class, description = "First cut, UTC (default: the middle of the data).")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "T", converter = InstantText.class, description = "Last cut, UTC, included (default: the last whose outcome can be known).")
    private @Nullable Instant to;

    @Option(names = "--every", paramLabel = "24h", converter = DurationText.class, description = "Distance of the cuts, a divisor of a day (default: setting forecast.every-hours).")
    private @Nullable Duration every;

    @Option(names = "--models", paramLabel = "NAME", split = ",", converter = KindText.class, description = "Rules and models to compare, for example boosted-trees,sequence,ensemble (default: all but sequence and ensemble, which take minutes a training and serve four weeks each).")
    private @Nullable List<SurgeKind> models;

    @Option(names = "--predictions", paramLabel = "FILE.csv", description = "Also write every scored entity: entity,cut,horizon_hours,probability,label,model.")
    private @Nullable Path predictions;

    BacktestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        ModelTask task = options.task();
        Instant started = screen.clock().instant();
        requireDivisorOfADay();
        BacktestRun run;
        try (Workplace workplace = console.open(); ProgressLine progress = screen.progress("Backtest")) {
            BacktestRequest all = workplace.forecasting().forecasts().of(task).backtesting().request(workplace.tenant(),
                    from, to,
                    every);
            BacktestRequest asked = models == null ? all : all.kinds(Set.copyOf(models));
            run = predictions == null
                    ? workplace.forecasting().forecasts().of(task).backtesting().run(workplace.tenant(), asked, null,
                            progress::at)
                    : withFile(predictions,
                            file -> workplace.forecasting().forecasts().of(task).backtesting().run(workplace.tenant(),
                                    asked, file,
                                    progress::at));
        }
        screen.document(run.report());
        screen.line(BacktestTable.of(task.kind(), run.report()));
        screen.line("Done in %.0f s.".formatted(screen.secondsSince(started)));
        return Cli.DONE;
    }

    private void requireDivisorOfADay() {
        if (every != null && (every.toMinutes() < 15 || Duration.ofDays(1).toMinutes() % every.toMinutes() != 0)) {
            throw CommandFailed.wrongUse("--every must divide a day and be at least 15 minutes",
                    "Write for example 1h, 6h or 24h.");
        }
    }

    @FunctionalInterface
    private interface Work {
        BacktestRun writing(Writer file);
    }

    /// The file appears only when it is complete.
    private static BacktestRun withFile(Path file, Work work) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            BacktestRun run;
            try (Writer writer = Files.newBufferedWriter(unfinished)) {
                run = work.writing(writer);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return run;
        } catch (IOException | UncheckedIOException e) {
            throw CommandFailed.failed("cannot write " + file + ": " + e.getMessage(),
                    "Check the folder, its permissions and free disk space.");
        }
    }

    /// Reads the name of a rule or model.
    static final class KindText implements ITypeConverter<SurgeKind> {

        @Override
        public SurgeKind convert(String text) {
            try {
                return SurgeKind.of(text.strip());
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()).lines().findFirst().orElse(text));
            }
        }
    }
}
