package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.registry.Alert;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "alerts", mixinStandardHelpOptions = true, description = "What a person should know of, such as confirmed drift, the newest first.")
final class AlertsCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--top", converter = WholeNumber.Count.class, defaultValue = "20", description = "How many to list (default: 20).")
    private int top = 20;

    AlertsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        List<Alert> alerts;
        try (Workplace workplace = console.open()) {
            alerts = workplace.governance().tasks().alerts(workplace.tenant(), top);
        }
        screen.document(alerts);
        if (alerts.isEmpty()) {
            screen.line("There are no alerts.");
            return Cli.DONE;
        }
        var table = new TextTable("raised", "as of", "type", "what", "task");
        for (Alert alert : alerts) {
            UUID task = alert.task();
            table.row(alert.raisedAt().toString().substring(0, 16), alert.asOf().toString(), alert.type(),
                    alert.title(),
                    task == null ? "-" : task.toString().substring(0, 8));
        }
        screen.line(table.toString());
        return Cli.DONE;
    }
}
