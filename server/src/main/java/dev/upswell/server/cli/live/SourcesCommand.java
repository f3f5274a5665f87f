package dev.upswell.server.cli.live;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.live.Ceiling;
import dev.upswell.server.live.SourceBoard;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.SourceStatus.Paused;
import dev.upswell.server.live.SourceStatus.Use;
import dev.upswell.server.live.SpendForecast;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows how the providers stand, and sets what may be spent at them.
@Command(name = "sources", mixinStandardHelpOptions = true, description = "The providers that can be asked: whether they have a key, what was used of their budgets, what is planned and expected. limit NAME: what may be spent at one at most.")
public final class SourcesCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        LIMIT
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, or limit: set the ceilings of a source; those left out are lifted.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The source to limit.")
    private @Nullable String name;

    @Option(names = "--per-day", paramLabel = "N", defaultValue = "", description = "Units (or requests) of a day at most.")
    private String perDay = "";

    @Option(names = "--per-month", paramLabel = "N", defaultValue = "", description = "Units (or requests) of a month of UTC at most.")
    private String perMonth = "";

    @Option(names = "--money-per-month", paramLabel = "M", defaultValue = "", description = "Money of a month at most; needs --price and --currency.")
    private String money = "";

    @Option(names = "--price", paramLabel = "P", defaultValue = "", description = "Money that a unit costs.")
    private String price = "";

    @Option(names = "--currency", paramLabel = "CUR", defaultValue = "", description = "Three letters such as EUR.")
    private String currency = "";

    /// The command over this console.
    public SourcesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            SourceBoard board = workplace.collecting().live().sources();
            if (action == Action.LIMIT) {
                limit(screen, board);
            } else {
                list(screen, board.list());
            }
        }
        return Cli.DONE;
    }

    private void limit(Screen screen, SourceBoard board) {
        String source = name;
        if (source == null) {
            throw CommandFailed.wrongUse("which source?",
                    "Write for example: sources limit ensembledata --per-day 1000");
        }
        Ceiling ceiling = Ceiling.parse(perDay, perMonth, money, price, currency);
        board.limit(source, ceiling);
        screen.document(ceiling);
        screen.line(source + " may be asked for " + told(ceiling.unitsPerDay(), "units a day") + " and "
                + told(ceiling.monthly(), "units a month") + "; what its key allows binds besides.");
    }

    private static String told(@Nullable Long units, String what) {
        return (units == null ? "any" : units.toString()) + " " + what;
    }

    private static void list(Screen screen, List<SourceStatus> sources) {
        screen.document(sources);
        var table = new TextTable("source", "key", "budget", ">used", ">of", ">planned a day", "state");
        for (SourceStatus source : sources) {
            String key = source.key();
            if (key == null) {
                table.row(source.name(), "none", "", "", "", "", "not asked");
                continue;
            }
            for (Use use : source.budgets()) {
                Double planned = use.plannedPerDay();
                table.row(source.name(), key, use.budget().name(), String.valueOf(use.used()),
                        String.valueOf(use.budget().limit()),
                        planned == null ? "" : String.format(Locale.ROOT, "%.0f", planned), state(source, use));
            }
        }
        screen.line(table.toString());
        sources.forEach(source -> spending(screen, source));
    }

    private static void spending(Screen screen, SourceStatus source) {
        SourceStatus.Reused reused = source.reused();
        if (reused.month() > 0) {
            screen.line("%s: answered from what was kept: %,d today, %,d this month.".formatted(source.name(),
                    reused.today(), reused.month()));
        }
        SpendForecast spend = source.forecast();
        if (spend != null) {
            screen.line(String.format(Locale.ROOT,
                    "%s: today %d so far, about %.0f by midnight UTC (%.0f at most); this month %d so far, about %.0f by its end%s.",
                    source.name(), spend.usedToday(), spend.expectedToday(), spend.mostToday(), spend.usedThisMonth(),
                    spend.expectedThisMonth(), spend.money() == null
                            ? ""
                            : " (" + spend.money().toPlainString() + " " + spend.currency() + ")"));
        }
    }

    private static String state(SourceStatus source, Use use) {
        Paused pause = source.pause();
        if (pause != null) {
            return "paused until " + pause.until() + " or another key is set: " + pause.reason();
        }
        return switch (use.because()) {
            case KEY -> "asked";
            case CEILING -> "asked; the limit is your ceiling";
            case PROVIDER -> "asked; the provider said that less is left than was set";
        };
    }
}
