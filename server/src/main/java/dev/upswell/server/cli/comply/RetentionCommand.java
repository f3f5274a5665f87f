package dev.upswell.server.cli.comply;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.comply.RetentionReport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Deletes what was kept long enough, or tells what would go.
@Command(name = "retention", mixinStandardHelpOptions = true, description = "Deletes what was kept long enough: raw answers, aggregates, predictions, logs. --dry-run only tells.")
public final class RetentionCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--dry-run", description = "Delete nothing; tell what would go, and what is due next.")
    private boolean dryRun;

    /// The command over this console.
    public RetentionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            RetentionReport report = dryRun
                    ? workplace.collecting().retention().plan()
                    : workplace.collecting().retention().run();
            screen.document(report);
            var table = new TextTable("class", "what", ">days", report.planned() ? ">would go" : ">gone", ">files",
                    "oldest that stays", "next goes");
            for (RetentionReport.Item item : report.items()) {
                table.row(item.kind().label(), item.name(), item.days() == null ? "kept" : item.days().toString(),
                        item.skipped() ? "at work, next time" : String.valueOf(item.rows()),
                        String.valueOf(item.files()), text(item.oldest()), text(item.next()));
            }
            screen.line(table.toString());
            screen.line(report.planned()
                    ? "%,d rows would go; nothing was deleted.".formatted(report.rows())
                    : "%,d rows are gone; replaced files of the lake leave the disk within a day.".formatted(
                            report.rows()));
        }
        return Cli.DONE;
    }

    private static String text(@Nullable Object instant) {
        return instant == null ? "" : instant.toString();
    }
}
