package dev.upswell.server.cli.command;

import dev.upswell.content.EntityKind;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.Numbers;
import dev.upswell.server.cli.ProgressLine;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TaskOptions;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.forecast.ForecastEvent.PredictionsMade;
import dev.upswell.server.forecast.Prediction;
import dev.upswell.server.trend.PredictionDocument;
import dev.upswell.server.registry.ModelTask;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "predict", mixinStandardHelpOptions = true, description = "Says which hashtags, sounds, videos or creators will surge, how sure that is, and why; stores it for comparison.")
final class PredictCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private TaskOptions options = new TaskOptions();

    @Option(names = "--at", paramLabel = "T", converter = InstantText.class, description = "Predict from what was known at this time, UTC (default: the last observation).")
    private @Nullable Instant at;

    @Option(names = "--top", converter = WholeNumber.Count.class, defaultValue = "20", description = "How many to list (default: 20).")
    private int top = 20;

    @Option(names = "--explain", description = "Say in sentences what moved each probability.")
    private boolean explain;

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        ModelTask task = options.task();
        PredictionsMade made;
        List<Prediction> predictions;
        int settled;
        try (Workplace workplace = console.open(); ProgressLine progress = screen.progress("Predicting")) {
            made = at == null
                    ? workplace.forecasting().forecasts().of(task).predicting().predict(workplace.tenant(),
                            progress::at)
                    : workplace.forecasting().forecasts().of(task).predicting().predict(workplace.tenant(), at,
                            progress::at);
            settled = workplace.forecasting().forecasts().of(task).outcomes().settle(workplace.tenant(),
                    screen.clock().instant());
            predictions = workplace.forecasting().forecasts().of(task).predicting().top(workplace.tenant(), made.asOf(),
                    top);
        }
        screen.document(new Result(made.asOf(), made.scored(), made.stored(), settled,
                predictions.stream().map(Prediction::document).toList()));
        screen.line("Surge within %d h of %s, %d %ss scored:".formatted(task.horizonHours(), made.asOf(), made.scored(),
                task.kind().label()));
        screen.line(table(task.kind(), predictions).toString());
        strange(screen, task.kind(), predictions);
        if (explain) {
            explain(screen, task.kind(), predictions);
        }
        if (settled > 0) {
            screen.line("Compared %,d earlier predictions with what then happened; see the Models page."
                    .formatted(settled));
        }
        return Cli.DONE;
    }

    private static void strange(Screen screen, EntityKind kind, List<Prediction> predictions) {
        for (Prediction prediction : predictions) {
            var strangeness = prediction.document().strangeness();
            if (strangeness != null && strangeness.unlike()) {
                screen.line("! %s is unlike what the model learned from: %s".formatted(name(kind, prediction),
                        strangeness.because().stream().map(PredictionDocument.Odd::text)
                                .collect(Collectors.joining("; "))));
            }
        }
    }

    private static void explain(Screen screen, EntityKind kind, List<Prediction> predictions) {
        for (Prediction prediction : predictions) {
            screen.line(name(kind, prediction) + ", " + percent(prediction.chance().probability()) + ":");
            prediction.document().why().forEach(why -> screen.line("  %s %s (%+.2f log odds)".formatted(
                    why.effect() > 0 ? "▲" : "▼", why.text(), why.effect())));
        }
    }

    private static String name(EntityKind kind, Prediction prediction) {
        return kind == EntityKind.HASHTAG ? "#" + prediction.entity().value() : prediction.subject().name();
    }

    private static TextTable table(EntityKind kind, List<Prediction> predictions) {
        var table = new TextTable(">#", kind.label(), ">surge", ">90 % interval", ">level then",
                "most by (▲ raises, ▼ lowers)");
        int rank = 1;
        for (Prediction prediction : predictions) {
            Prediction.ViewRange views = prediction.views();
            table.row(Integer.toString(rank++), name(kind, prediction),
                    percent(prediction.chance().probability()),
                    interval(prediction.chance().interval()),
                    views == null ? "–" : Numbers.count3(views.low()) + " – " + Numbers.count3(views.high()),
                    Objects.requireNonNullElse(prediction.document().summary(), "–"));
        }
        return table;
    }

    private static String interval(@Nullable List<Double> ends) {
        return ends == null ? "–" : percent(ends.getFirst()) + " – " + percent(ends.getLast());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.095 ? "%.1f %%" : "%.0f %%", share * 100);
    }

    private record Result(Instant at, int scored, int stored, int settled, List<PredictionDocument> predictions) {
    }
}
