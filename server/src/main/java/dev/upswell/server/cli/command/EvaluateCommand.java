package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.evaluate.DayFigures;
import dev.upswell.server.evaluate.EvaluationDocument;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.improve.Improvements;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Compares earlier predictions with what happened, day by day, says why wrong calls were wrong, and writes the retrospective of each week that is over.")
final class EvaluateCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--days", converter = WholeNumber.Count.class, defaultValue = "14", description = "How many of the last judged days to list (default: 14).")
    private int days = 14;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        int settled;
        Evaluations.Done done;
        Improvements.Done improved;
        List<DailyEvaluation> listed = new ArrayList<>();
        try (Workplace workplace = console.open()) {
            List<ModelTask> tasks = workplace.forecasting().governance().models().list(workplace.tenant()).stream()
                    .map(RegisteredModel::task).distinct().toList();
            settled = tasks.stream().mapToInt(task -> workplace.forecasting().forecasts().of(task).outcomes()
                    .settle(workplace.tenant(), screen.clock().instant())).sum();
            Evaluations evaluations = workplace.forecasting().evaluations();
            done = evaluations.run();
            improved = workplace.forecasting().improvements().run(tasks);
            for (ModelTask task : evaluations.judgedTasks()) {
                LocalDate last = evaluations.lastDay(task).orElseThrow();
                listed.addAll(evaluations.days(task, null, last.minusDays(days - 1L), last));
            }
        }
        screen.document(new Result(settled, done.days(), done.retrospectives(), improved.opened(), improved.closed(),
                listed.stream().map(EvaluationDocument::of).toList()));
        screen.line("%s new or corrected, %s of models judged, %s written.".formatted(Counted.of(settled, "outcome"),
                Counted.of(done.days(), "day"), Counted.of(done.retrospectives(), "retrospective")));
        if (improved.opened() + improved.closed() > 0) {
            screen.line("%s opened and %,d closed; see: upswell tasks".formatted(
                    Counted.of(improved.opened(), "improvement task"), improved.closed()));
        }
        if (!listed.isEmpty()) {
            screen.line(table(listed).toString());
        }
        return Cli.DONE;
    }

    private static TextTable table(List<DailyEvaluation> days) {
        var table = new TextTable("day", "of", "model", ">pairs", ">surged", ">hits", ">missed", ">false", ">P@10",
                ">recall@R", ">lead", ">in range", ">ECE");
        for (DailyEvaluation day : days) {
            DayFigures figures = day.figures();
            DayFigures.Ranges ranges = figures.ranges();
            DayFigures.Spread ece = figures.trailing().ece();
            table.row(day.day().toString(), day.task().kind().label() + " " + day.task().horizonHours() + " h",
                    day.family() + (day.serving() ? " (serving)" : ""), Integer.toString(day.pairs()),
                    Integer.toString(figures.surges()), Integer.toString(figures.hits()),
                    Integer.toString(figures.misses()), Integer.toString(figures.falseSurges()),
                    number(figures.top10().precision(), "%.2f"), number(figures.recallAtR(), "%.2f"),
                    number(figures.lead().medianOverHits(), "%.1f h"),
                    number(ranges == null ? null : Double.valueOf(100 * ranges.coverage()), "%.0f %%"),
                    number(ece == null ? null : Double.valueOf(ece.value()), "%.3f"));
        }
        return table;
    }

    private static String number(@Nullable Double value, String format) {
        return value == null ? "–" : String.format(Locale.ROOT, format, value);
    }

    private record Result(int settled, int judged, int retrospectives, int tasksOpened, int tasksClosed,
            List<EvaluationDocument> days) {
    }
}
