package dev.upswell.server.cli.tune;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.ProgressLine;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TaskOptions;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.tuning.StoredTuning;
import dev.upswell.server.tuning.Tuning;
import dev.upswell.tune.Budget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `tune`.
@Command(name = "tune", mixinStandardHelpOptions = true, description = "Searches for trainer settings that would have forecast better, within a time budget; later trainings use them if they are shown to be better: run, list, show ID.")
public final class TuneCommand implements Callable<Integer> {

    private static final int USUAL_MINUTES = 10;
    /// The regression, which comes first, gets at most this part of the time.
    private static final int PART_OF_REGRESSION = 5;

    private enum Action {
        RUN,
        LIST,
        SHOW
    }

    private final Console console;

    @Mixin
    private TaskOptions options = new TaskOptions();

    @Parameters(index = "0", arity = "0..1", defaultValue = "run", description = "run, list or show.")
    private Action action = Action.RUN;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The search to show; its first characters suffice.")
    private @Nullable String id;

    @Option(names = "--minutes", paramLabel = "N", converter = WholeNumber.Count.class, description = "Stop after so many minutes, when the training at work has ended (default: 10).")
    private @Nullable Integer minutes;

    @Option(names = "--trials", paramLabel = "N", converter = WholeNumber.Offset.class, description = "Stop after so many candidates instead, however long it takes: the same number and seed find the same; 0 goes back to the usual settings.")
    private @Nullable Long trials;

    @Option(names = "--seed", paramLabel = "N", converter = WholeNumber.Offset.class, defaultValue = "1", description = "Which candidates are drawn (default: 1).")
    private long seed;

    @Option(names = "--at", paramLabel = "T", converter = InstantText.class, description = "Search on what was known at this time, UTC (default: the last observation).")
    private @Nullable Instant at;

    /// The command over this console.
    public TuneCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (action) {
            case RUN -> run();
            case LIST -> list();
            case SHOW -> show();
        };
    }

    private int run() {
        if (minutes != null && trials != null) {
            throw CommandFailed.wrongUse("--minutes and --trials exclude each other",
                    "Write --minutes for a budget of time, --trials for a search that can be repeated.");
        }
        Screen screen = console.screen();
        StoredTuning found;
        try (Workplace workplace = console.open(); ProgressLine progress = screen.progress("Candidates")) {
            Tuning tuning = workplace.forecasting().tuning(options.task());
            Tuning.Limits limits = limits(screen.clock());
            long total = trials == null ? 0 : trials;
            found = at == null
                    ? tuning.run(workplace.tenant(), limits, drawn -> progress.at(drawn, total))
                    : tuning.run(workplace.tenant(), at, limits, drawn -> progress.at(drawn, total));
        }
        screen.document(found);
        screen.line(TuningText.of(found));
        return Cli.DONE;
    }

    private Tuning.Limits limits(InstantSource clock) {
        if (trials != null) {
            int number = (int) Math.min(trials, Integer.MAX_VALUE);
            return new Tuning.Limits(Budget.ofTrials(number), Budget.ofTrials(number), seed);
        }
        Instant started = clock.instant();
        Duration time = Duration.ofMinutes(minutes == null ? USUAL_MINUTES : minutes);
        return new Tuning.Limits(Budget.until(past(clock, started.plus(time))),
                Budget.until(past(clock, started.plus(time.dividedBy(PART_OF_REGRESSION)))), seed);
    }

    private static BooleanSupplier past(InstantSource clock, Instant end) {
        return () -> !clock.instant().isBefore(end);
    }

    private int list() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            List<StoredTuning> all = workplace.forecasting().tunings().list(workplace.tenant()).stream()
                    .filter(one -> options.lets(one.task())).toList();
            screen.document(all);
            screen.line(all.isEmpty()
                    ? "There was no search yet. Run one: " + console.hint("tune")
                    : TuningText.list(all));
        }
        return Cli.DONE;
    }

    private int show() {
        if (id == null) {
            throw CommandFailed.wrongUse("the search to show is missing", "Name it: upswell tune show ID.");
        }
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            StoredTuning one = workplace.forecasting().tunings().get(workplace.tenant(), id);
            screen.document(one);
            screen.line(TuningText.of(one));
            screen.line(TuningText.trials(one));
        }
        return Cli.DONE;
    }
}
