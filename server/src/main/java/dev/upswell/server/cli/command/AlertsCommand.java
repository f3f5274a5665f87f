package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.registry.Alert;
import dev.upswell.server.registry.Decision;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "alerts", mixinStandardHelpOptions = true, description = "What a person should know of, such as confirmed drift: list, the newest first; ack ID: say that you have seen it.")
final class AlertsCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        ACK
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, or ack: say that you have seen an alert.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The alert; its first characters suffice.")
    private @Nullable String id;

    @Option(names = "--top", converter = WholeNumber.Count.class, defaultValue = "20", description = "How many to list (default: 20).")
    private int top = 20;

    @Option(names = "--by", paramLabel = "NAME", description = "Who has seen it; nothing vouches for it.")
    private String by = Decision.HAND;

    AlertsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            switch (action) {
                case LIST -> list(screen, workplace.forecasting().governance().tasks().alerts(workplace.tenant(), top));
                case ACK -> acknowledge(screen, workplace);
            }
        }
        return Cli.DONE;
    }

    private void acknowledge(Screen screen, Workplace workplace) {
        String meant = id;
        if (meant == null) {
            throw CommandFailed.wrongUse("which alert?", "Run \"upswell alerts\" and name one.");
        }
        Alert seen = workplace.forecasting().governance().tasks().acknowledge(workplace.tenant(), meant, by);
        screen.document(seen);
        screen.line("%s  %s".formatted(seen.id(), seen.title()));
        screen.line("  seen        " + seen(seen));
    }

    private static void list(Screen screen, List<Alert> alerts) {
        screen.document(alerts);
        if (alerts.isEmpty()) {
            screen.line("There are no alerts.");
            return;
        }
        var table = new TextTable("id", "raised", "as of", "type", "what", "task", "seen");
        for (Alert alert : alerts) {
            UUID task = alert.task();
            table.row(alert.id().toString().substring(0, 8), alert.raisedAt().toString().substring(0, 16),
                    alert.asOf().toString(), alert.type(), alert.title(),
                    task == null ? "-" : task.toString().substring(0, 8), seen(alert));
        }
        screen.line(table.toString());
    }

    private static String seen(Alert alert) {
        Alert.Acknowledged acknowledged = alert.acknowledged();
        return acknowledged == null
                ? "no"
                : "by " + acknowledged.by() + ", " + acknowledged.at().toString().substring(0, 16);
    }
}
