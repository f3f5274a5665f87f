package dev.upswell.server.cli.act;

import dev.upswell.server.act.Action;
import dev.upswell.server.act.Action.Queue;
import dev.upswell.server.act.ActionDocument;
import dev.upswell.server.act.Actions;
import dev.upswell.server.act.Actions.Filter;
import dev.upswell.server.act.Settled;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows and changes what is to be done.
@Command(name = "actions", mixinStandardHelpOptions = true, description = "What is to be done, in one queue: list, show ID, comment ID, take ID, settle ID, done ID, drop ID, send ID.")
public final class ActionsCommand implements Callable<Integer> {

    private enum Deed {
        LIST,
        SHOW,
        COMMENT,
        TAKE,
        SETTLE,
        DONE,
        DROP,
        SEND
    }

    private static final int SHORT_ID = 8;

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, show, comment, take, settle (who does it until when, and what it is worth), done, drop, or send: into a tracker.")
    private Deed deed = Deed.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Which; its first characters suffice.")
    private @Nullable String id;

    @Option(names = "--queue", paramLabel = "QUEUE", description = "With list: videos, creators or forecasts alone.")
    private @Nullable Queue queue;

    @Option(names = "--closed", description = "With list: what was done or dropped.")
    private boolean closed;

    @Option(names = "--text", paramLabel = "TEXT", description = "With comment: what is said; with done and drop: what came of it.")
    private String text = "";

    @Option(names = "--to", paramLabel = "NAME", description = "With settle: who does it; with send: the connection.")
    private @Nullable String to;

    @Option(names = "--due", paramLabel = "DAY", description = "With settle: until the end of which day in UTC, such as 2026-01-31.")
    private @Nullable LocalDate due;

    @Option(names = "--impact", paramLabel = "N", description = "With settle: what it is worth, 1 to 5.")
    private @Nullable Integer impact;

    @Option(names = "--effort", paramLabel = "N", description = "With settle: how much work it is, 1 to 5.")
    private @Nullable Integer effort;

    @Option(names = "--by", paramLabel = "NAME", description = "Who does this; nothing vouches for it.")
    private String by = "hand";

    /// The command over this console.
    public ActionsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> done(console.screen(), workplace.scoring().actions()));
        }
    }

    private int done(Screen screen, Actions actions) {
        if (deed == Deed.LIST) {
            list(screen, actions);
            return Cli.DONE;
        }
        Action action = actions.get(meant());
        switch (deed) {
            case LIST, SHOW -> {
            }
            case COMMENT -> actions.comment(action, text, by);
            case TAKE -> actions.take(action, by);
            case SETTLE -> actions.settle(action, settled(action.settled()), by);
            case DONE -> actions.close(action, true, text, by);
            case DROP -> actions.close(action, false, text, by);
            case SEND -> actions.send(action, connection(), by);
        }
        show(screen, actions, actions.get(action.id().toString()));
        return Cli.DONE;
    }

    /// What is not given stays.
    private Settled settled(Settled before) {
        for (Integer points : new Integer[]{impact, effort}) {
            if (points != null && (points < 1 || points > 5)) {
                throw CommandFailed.wrongUse("impact and effort are from 1 to 5", "Write for example --impact 4.");
            }
        }
        return new Settled(to == null ? before.assignee() : to, due == null ? before.dueOn() : due,
                impact == null ? before.impact() : impact, effort == null ? before.effort() : effort);
    }

    private String meant() {
        if (id == null) {
            throw CommandFailed.wrongUse("which one?", "Run \"" + console.hint("actions") + "\" and name one.");
        }
        return id;
    }

    private String connection() {
        if (to == null) {
            throw CommandFailed.wrongUse("into which tracker?",
                    "Name a connection with --to; \"" + console.hint("trackers") + "\" lists them.");
        }
        return to;
    }

    private void list(Screen screen, Actions actions) {
        List<Action> all = actions.list(new Filter(queue, closed, null));
        screen.document(all.stream().map(one -> ActionDocument.of(one, actions.now(), null, null)).toList());
        if (all.isEmpty()) {
            screen.line(closed ? "Nothing was closed yet." : "There is nothing to be done.");
            return;
        }
        var table = new TextTable("id", ">priority", "state", "queue", "what", "who", "until");
        for (Action one : all) {
            table.row(one.id().toString().substring(0, SHORT_ID), String.valueOf(one.priority().points()),
                    one.isLate(actions.now()) ? "late" : one.state().name().toLowerCase(Locale.ROOT),
                    one.queue().label(), one.title(), one.assignee(),
                    one.dueAt() == null ? "" : one.dueAt().toString());
        }
        screen.line(table.toString());
    }

    private static void show(Screen screen, Actions actions, Action action) {
        ActionDocument document = ActionDocument.of(action, actions.now(), actions.elsewhere(action),
                actions.history(action));
        screen.document(document);
        screen.line("%s  %s  %s".formatted(action.id(), document.late() ? "late" : document.state(), action.title()));
        screen.line("  priority    %d of 25: impact %d (%s), effort %d (%s)".formatted(document.priority(),
                document.impact().points(), document.impact().ground(), document.effort().points(),
                document.effort().ground()));
        screen.line("  who         " + action.assignee());
        screen.line("  until       " + (action.dueAt() == null ? "nobody said" : action.dueAt()));
        document.elsewhere().forEach(one -> screen.line("  %-11s %s %s".formatted(one.connection(),
                one.key() == null ? one.state() : one.key() + " " + one.standing(),
                one.reason() == null ? "" : one.reason()).stripTrailing()));
        actions.history(action).forEach(entry -> screen.line("  %s %s %s %s".formatted(entry.at(), entry.actor(),
                entry.kind().name().toLowerCase(Locale.ROOT), entry.said()).stripTrailing()));
    }
}
