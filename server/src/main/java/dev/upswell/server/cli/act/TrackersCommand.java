package dev.upswell.server.cli.act;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.integrate.Account;
import dev.upswell.server.integrate.Connection;
import dev.upswell.server.integrate.Connection.Greeting;
import dev.upswell.server.integrate.Connections;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Connects to Jira and Trello.
@Command(name = "trackers", mixinStandardHelpOptions = true, description = "Jira and Trello, into which tasks can be carried: list, add NAME, test NAME, remove NAME.")
public final class TrackersCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        ADD,
        TEST,
        REMOVE
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, add, test or remove.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The connection: lower-case letters, digits and hyphens. The token of a new one is asked for, never given here: other people of this machine can read arguments.")
    private @Nullable String name;

    @Option(names = "--jira", paramLabel = "SITE", description = "With add: a site of Jira Cloud, such as https://your-team.atlassian.net.")
    private @Nullable String jira;

    @Option(names = "--project", paramLabel = "KEY", description = "With --jira: the key of the project, such as CRE.")
    private @Nullable String project;

    @Option(names = "--type", paramLabel = "TYPE", description = "With --jira: the type of issues; ${DEFAULT-VALUE} if absent.")
    private String type = "Task";

    @Option(names = "--user", paramLabel = "MAIL", description = "With --jira: the mail address of the account.")
    private @Nullable String user;

    @Option(names = "--trello", paramLabel = "LIST", description = "With add: the id of a list of Trello.")
    private @Nullable String trello;

    @Option(names = "--done", paramLabel = "LIST", description = "With --trello: the id of the list of what is done.")
    private String done = "";

    @Option(names = "--key", paramLabel = "KEY", description = "With --trello: the key of the application.")
    private @Nullable String key;

    @Option(names = "--by", paramLabel = "NAME", description = "Who wants it; nothing vouches for it.")
    private String by = "hand";

    /// The command over this console.
    public TrackersCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = console.open()) {
            return CommandFailed
                    .translated(() -> done(console.screen(), workplace.operating().trackers().connections()));
        }
    }

    private int done(Screen screen, Connections connections) {
        switch (action) {
            case LIST -> list(screen, connections.list());
            case ADD -> {
                Connection added = connections.add(meant(), account(), by);
                screen.document(added);
                screen.line("The connection " + added.name() + " leads to " + added.shown() + ".");
                screen.line("To try it: " + console.hint("trackers test " + added.name()));
            }
            case TEST -> {
                Greeting greeting = connections.greet(meant());
                screen.document(greeting);
                screen.line(greeting.reached() ? "It is there: " + greeting.said() + "." : greeting.said() + ".");
                return greeting.reached() ? Cli.DONE : Cli.FAILED;
            }
            case REMOVE -> {
                connections.remove(meant(), by);
                screen.line("The connection " + meant()
                        + " was removed with its account. What was carried there stays there.");
            }
        }
        return Cli.DONE;
    }

    private Account account() {
        if ((jira == null) == (trello == null)) {
            throw CommandFailed.wrongUse("is it Jira or Trello?",
                    "Write --jira https://your-team.atlassian.net --project CRE --user MAIL, or --trello LIST --key KEY.");
        }
        String token = console.input().secret("The token of the account:");
        return jira != null
                ? new Account(Account.Kind.JIRA, site(jira), text(project), type, text(user), token)
                : new Account(Account.Kind.TRELLO, Account.TRELLO, text(trello), done, text(key), token);
    }

    private static URI site(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException unreadable) {
            throw CommandFailed.wrongUse("the address of the site cannot be read",
                    "Write it as https://your-team.atlassian.net.");
        }
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private String meant() {
        if (name == null) {
            throw CommandFailed.wrongUse("which connection?",
                    "Run \"" + console.hint("trackers") + "\" and name one.");
        }
        return name;
    }

    private void list(Screen screen, List<Connection> connections) {
        screen.document(connections);
        if (connections.isEmpty()) {
            screen.line("No tracker is connected.");
            screen.line("To connect one: " + console.hint("trackers add NAME"));
            return;
        }
        var table = new TextTable("connection", "kind", "leads to", "added by");
        for (Connection one : connections) {
            table.row(one.name(), one.kind().label(), one.shown(), one.addedBy());
        }
        screen.line(table.toString());
    }
}
