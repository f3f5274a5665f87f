package dev.upswell.server.cli.drift;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TaskOptions;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.StoredDrift;
import dev.upswell.server.registry.RegisteredModel;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `upswell drift`: holds what is scored now against what the serving models learned from, and shows the last reports.
@Command(name = "drift", mixinStandardHelpOptions = true, description = "Whether what is scored still resembles what the serving models learned from; stores a report of each cut that has passed.")
public final class DriftCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private TaskOptions options = new TaskOptions();

    @Option(names = "--top", converter = WholeNumber.Count.class, defaultValue = "10", description = "How many features to list of each report, the gravest first (default: 10).")
    private int top = 10;

    /// The command over this console.
    public DriftCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        List<StoredDrift> reports;
        try (Workplace workplace = console.open()) {
            Forecasts forecasts = workplace.forecasting().forecasts();
            forecasts.registry().list(workplace.tenant()).stream().filter(RegisteredModel::serving)
                    .map(RegisteredModel::task).filter(options::lets)
                    .forEach(task -> forecasts.of(task).drifting().check(workplace.tenant()));
            reports = forecasts.drifting().latest(workplace.tenant()).stream()
                    .filter(report -> options.lets(report.task())).toList();
        }
        screen.document(reports.stream().map(report -> report.document(top)).toList());
        if (reports.isEmpty()) {
            screen.line(
                    "Nothing can be compared yet: a report is made once a model serves and a cut has passed since its "
                            + "training.");
        }
        reports.forEach(report -> DriftText.print(screen, report, top));
        return Cli.DONE;
    }
}
