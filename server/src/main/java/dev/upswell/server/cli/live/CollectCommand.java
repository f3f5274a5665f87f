package dev.upswell.server.cli.live;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.RoundReport.Taken;
import dev.upswell.server.live.SourceStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs a round of collecting.
@Command(name = "collect", mixinStandardHelpOptions = true, description = "Asks providers for what is watched and due, within their budgets, and stores what they answer.")
public final class CollectCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--once", description = "Do what is due now, then end; a running server does so every 15 minutes by itself. Required, because this command does not go on.")
    private boolean once;

    /// The command over this console.
    public CollectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!once) {
            throw CommandFailed.wrongUse("this command does not go on by itself",
                    "Write " + console.hint("collect --once") + ", or let " + console.hint("serve")
                            + " collect every 15 minutes.");
        }
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Live live = workplace.collecting().live();
            RoundReport report = live.collector().round();
            if (report.requests() == 0 && report.reused() == 0 && report.taken().answers() == 0
                    && report.taken().unstorable() == 0) {
                requireWork(live);
            }
            workplace.tidy();
            screen.document(report);
            say(screen, report);
            return report.broken() > 0 || report.taken().unstorable() > 0 ? Cli.FAILED : Cli.DONE;
        }
    }

    private void requireWork(Live live) {
        if (live.sources().list().stream().map(SourceStatus::key).allMatch(key -> key == null)) {
            throw CommandFailed.failed("no source has a key",
                    "Set one, for example with: " + console.hint("keys set ensembledata.token")
                            + "; to try it without: " + console.hint("sandbox"));
        }
        if (live.watches().list().isEmpty()) {
            throw CommandFailed.failed("nothing is watched",
                    "Add a subject, for example: " + console.hint("watch add hashtag:glasshair"));
        }
    }

    private void say(Screen screen, RoundReport report) {
        Taken taken = report.taken();
        screen.line(
                "%,d requests, %,d pages, %,d answered from what was kept, %,d sweeps done, %,d broken, %,d left open."
                        .formatted(report.requests(),
                                report.pages(), report.reused(), report.done(), report.broken(), report.left().size()));
        screen.line("%,d items: %,d said something new, %,d were known, %,d set aside; %,d readings stored.".formatted(
                taken.items(), taken.stored(), taken.known(),
                taken.quarantined().values().stream().mapToLong(Long::longValue).sum(), taken.observations()));
        if (!report.left().isEmpty()) {
            var table = new TextTable("left open", "source", "why");
            report.left().forEach(left -> table.row(left.subject(), left.source(), left.why()));
            screen.line(table.toString());
        }
        if (report.broken() > 0 || taken.unstorable() > 0) {
            screen.line("What failed for good: " + console.hint("dead-letters"));
        }
        if (taken.stored() > 0) {
            screen.line("Next: " + console.hint("metrics"));
        }
    }
}
