package dev.upswell.server.cli.report;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.overview.Period;
import dev.upswell.server.overview.RegularReports;
import dev.upswell.server.overview.RegularReports.Issue;
import dev.upswell.server.overview.RegularReports.Made;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The command `regular-reports`.
@Command(name = "regular-reports", mixinStandardHelpOptions = true, description = "Lists the reports of days, weeks and months; with a period makes the one of the latest that is over, or says why not (docs/overview.md).")
public final class RegularReportsCommand implements Callable<Integer> {

    private static final int LISTED = 30;

    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "PERIOD", description = "daily, weekly or monthly; without it those that were made are listed.")
    private @Nullable String period;

    /// The command over this console.
    public RegularReportsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String wanted = period;
        List<String> periods = Arrays.stream(Period.values()).map(Period::label).toList();
        if (wanted != null && !periods.contains(wanted)) {
            throw CommandFailed.wrongUse("there is no such period", "Say " + String.join(", ", periods) + ".");
        }
        try (Workplace workplace = console.open()) {
            RegularReports regular = workplace.regularReports();
            if (wanted == null) {
                list(regular.list(LISTED));
            } else {
                made(regular.make(Period.of(wanted)));
            }
        }
        return Cli.DONE;
    }

    private void list(List<Issue> issues) {
        console.screen().document(issues);
        TextTable table = new TextTable("period", "to", "report", "channels told", "made");
        issues.forEach(one -> table.row(one.period().label(), one.lastDay().toString(), one.report().toString(),
                String.valueOf(one.told()), one.madeAt().toString()));
        console.screen().line(issues.isEmpty() ? "No regular report was made yet." : table.toString());
    }

    private void made(Made made) {
        console.screen().document(made);
        Issue issue = made.issue();
        if (issue != null) {
            console.screen().line("The report of the time to " + made.lastDay() + " is " + issue.report() + ".");
        }
        String note = made.note();
        if (note != null) {
            console.screen().line(note);
        }
    }
}
