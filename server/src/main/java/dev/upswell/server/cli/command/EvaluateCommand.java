package dev.upswell.server.cli.command;

import dev.upswell.grounding.Verdict;
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
import dev.upswell.server.weakness.AnalysisDocument;
import dev.upswell.server.weakness.ErrorAnalyses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Compares earlier predictions with what happened, day by day, says why wrong calls were wrong, and writes the retrospective of each week that is over; `evaluate errors` finds the segments in which forecasts are worse than elsewhere.")
final class EvaluateCommand implements Callable<Integer> {

    private enum Action {
        RUN,
        ERRORS
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "run", description = "run (default), or errors: the segments of the last fortnight in which forecasts were worse than elsewhere.")
    private Action action = Action.RUN;

    @Option(names = "--anew", description = "With errors: also where the fortnight was analysed.")
    private boolean anew;

    @Option(names = "--days", converter = WholeNumber.Count.class, defaultValue = "14", description = "How many of the last judged days to list (default: 14).")
    private int days = 14;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return action == Action.RUN ? run() : errors();
    }

    private int errors() {
        Screen screen = console.screen();
        List<AnalysisDocument> last = new ArrayList<>();
        try (Workplace workplace = console.open()) {
            ErrorAnalyses analyses = workplace.errorAnalyses();
            for (ModelTask task : analyses.tasks()) {
                analyses.run(task, anew);
                analyses.list(task, 1, 0).forEach(one -> last.add(AnalysisDocument.of(one)));
            }
        }
        screen.document(last);
        if (last.isEmpty()) {
            screen.line("No day of forecasts was judged yet; see: " + console.hint("evaluate"));
        }
        last.forEach(analysis -> show(screen, analysis));
        return Cli.DONE;
    }

    private static void show(Screen screen, AnalysisDocument analysis) {
        screen.line(
                "%ss over %d h, the fortnight to %s: %,d forecasts of %,d entities, %d segments looked at, %d chosen, %d confirmed"
                        .formatted(analysis.kind(), analysis.horizonHours(), analysis.to(), analysis.forecasts(),
                                analysis.entities(), analysis.looked(), analysis.chosen(), analysis.findings().size()));
        analysis.findings().forEach(finding -> {
            screen.line("");
            screen.line("%s: %s".formatted(finding.name(), finding.fault().replace('-', ' ')));
            finding.texts().stream().filter(text -> text.language().equals("en"))
                    .forEach(text -> screen.line("  %s (%s)".formatted(
                            text.sentences().stream().map(one -> new Verdict.Sentence(one, List.of()).shown())
                                    .collect(Collectors.joining(" ")),
                            text.model() == null ? "by template" : "by " + text.model())));
        });
    }

    private int run() {
        Screen screen = console.screen();
        int settled;
        Evaluations.Done done;
        Improvements.Done improved;
        ErrorAnalyses.Done errors;
        List<DailyEvaluation> listed = new ArrayList<>();
        try (Workplace workplace = console.open()) {
            List<ModelTask> tasks = workplace.forecasting().governance().models().list(workplace.tenant()).stream()
                    .map(RegisteredModel::task).distinct().toList();
            settled = tasks.stream().mapToInt(task -> workplace.forecasting().forecasts().of(task).outcomes()
                    .settle(workplace.tenant(), screen.clock().instant())).sum();
            Evaluations evaluations = workplace.forecasting().evaluations();
            done = evaluations.run();
            improved = workplace.forecasting().improvements().run(tasks);
            errors = workplace.errorAnalyses().run();
            for (ModelTask task : evaluations.judgedTasks()) {
                LocalDate last = evaluations.lastDay(task).orElseThrow();
                listed.addAll(evaluations.days(task, null, last.minusDays(days - 1L), last));
            }
        }
        screen.document(new Result(settled, done.days(), done.retrospectives(), improved.opened() + errors.opened(),
                improved.closed() + errors.closed(), errors.findings(),
                listed.stream().map(EvaluationDocument::of).toList()));
        screen.line("%s new or corrected, %s of models judged, %s written.".formatted(Counted.of(settled, "outcome"),
                Counted.of(done.days(), "day"), Counted.of(done.retrospectives(), "retrospective")));
        if (errors.findings() > 0) {
            screen.line("%s in which forecasts are worse than elsewhere; see: upswell evaluate errors"
                    .formatted(Counted.of(errors.findings(), "segment")));
        }
        int opened = improved.opened() + errors.opened();
        int closed = improved.closed() + errors.closed();
        if (opened + closed > 0) {
            screen.line("%s opened and %,d closed; see: upswell tasks".formatted(
                    Counted.of(opened, "improvement task"), closed));
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
            int segmentsWorse, List<EvaluationDocument> days) {
    }
}
