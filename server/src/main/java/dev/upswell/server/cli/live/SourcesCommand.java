package dev.upswell.server.cli.live;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.SourceStatus.Paused;
import dev.upswell.server.live.SourceStatus.Use;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Shows how the providers stand.
@Command(name = "sources", mixinStandardHelpOptions = true, description = "The providers that can be asked: whether they have a key, what was used of their budgets, what is planned.")
public final class SourcesCommand implements Callable<Integer> {

    private final Console console;

    /// The command over this console.
    public SourcesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            List<SourceStatus> sources = workplace.live().sources().list();
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
        }
        return Cli.DONE;
    }

    private static String state(SourceStatus source, Use use) {
        Paused pause = source.pause();
        if (pause != null) {
            return "paused until " + pause.until() + " or another key is set: " + pause.reason();
        }
        return use.overplanned() ? "more is planned than allowed" : "asked";
    }
}
