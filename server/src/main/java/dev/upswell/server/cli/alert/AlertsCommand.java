package dev.upswell.server.cli.alert;

import dev.upswell.server.alert.Alert;
import dev.upswell.server.alert.Alerts;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a person should know of, and the rules by which people are alerted.
@Command(name = "alerts", mixinStandardHelpOptions = true, description = "What a person should know of, such as confirmed drift: list, the newest first; ack ID: say that you have seen it; and the rules by which people are alerted: rules, preview, make NAME, pause NAME, resume NAME, remove NAME.")
public final class AlertsCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        ACK,
        RULES,
        PREVIEW,
        MAKE,
        PAUSE,
        RESUME,
        REMOVE
    }

    private static final int SHORT_ID = 8;

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, ack: say that you have seen an alert, rules, preview: what a rule would have rung of in 14 days, make, pause, resume, or remove.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The alert, its first characters suffice; or the rule, by name or id.")
    private @Nullable String name;

    @Option(names = "--top", converter = WholeNumber.Count.class, defaultValue = "20", description = "How many alerts to list (default: 20).")
    private int top = 20;

    @Option(names = "--unread", description = "With list: only what nobody said to have seen.")
    private boolean unread;

    @Mixin
    private RuleOptions rule = new RuleOptions();

    @Option(names = "--by", paramLabel = "NAME", description = "Who does this; nothing vouches for it.")
    private String by = "hand";

    /// The command over this console.
    public AlertsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> done(console.screen(), workplace));
        }
    }

    private int done(Screen screen, Workplace workplace) {
        var rules = new RuleActions(screen, workplace.operating().alertRules(), by);
        switch (action) {
            case LIST -> list(screen, workplace.operating().alerts().list(new Alerts.Filter(unread, null), top, 0));
            case ACK -> acknowledge(screen, workplace.operating().alerts());
            case RULES -> rules.list();
            case PREVIEW -> rules.preview(rule.form(name == null ? "preview" : name));
            case MAKE -> rules.make(rule.form(meant("which name?")));
            case PAUSE -> rules.pause(meant("which rule?"), true);
            case RESUME -> rules.pause(meant("which rule?"), false);
            case REMOVE -> rules.remove(meant("which rule?"));
        }
        return Cli.DONE;
    }

    private String meant(String question) {
        if (name == null) {
            throw CommandFailed.wrongUse(question, "Name it: \"upswell alerts rules\" lists those that there are.");
        }
        return name;
    }

    private void acknowledge(Screen screen, Alerts alerts) {
        String meant = name;
        if (meant == null) {
            throw CommandFailed.wrongUse("which alert?", "Run \"upswell alerts\" and name one.");
        }
        Alert seen = alerts.acknowledge(meant, by);
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
        var table = new TextTable("id", "raised", "as of", "type", "severity", "what", "task", "seen");
        for (Alert alert : alerts) {
            UUID task = alert.task();
            table.row(alert.id().toString().substring(0, SHORT_ID), alert.raisedAt().toString().substring(0, 16),
                    alert.asOf().toString(), alert.type(), alert.severity().name().toLowerCase(Locale.ROOT),
                    alert.title(), task == null ? "-" : task.toString().substring(0, SHORT_ID), seen(alert));
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
