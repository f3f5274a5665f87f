package dev.upswell.server.cli.live;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.live.DeadLetter;
import dev.upswell.server.live.DeadLetters;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows, replays and drops dead letters.
@Command(name = "dead-letters", mixinStandardHelpOptions = true, description = "Requests that failed for good and answers that could not be stored: list, show ID, replay ID, drop ID.")
public final class DeadLettersCommand implements Callable<Integer> {

    private static final int SHORT_ID = 8;
    private static final int DETAIL = 80;
    private static final int LOOKED_THROUGH = 10_000;

    private enum Action {
        LIST,
        SHOW,
        REPLAY,
        DROP
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, show, replay: take up again where it failed, or drop.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The letter; its first characters suffice. For replay and drop also: all.")
    private @Nullable String id;

    @Option(names = "--limit", converter = WholeNumber.Count.class, defaultValue = "50", paramLabel = "N", description = "How many to list (default: 50).")
    private int limit = 50;

    /// The command over this console.
    public DeadLettersCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            DeadLetters letters = workplace.live().deadLetters();
            if (action == Action.LIST) {
                list(screen, letters);
                return Cli.DONE;
            }
            List<DeadLetter> meant = meant(letters);
            screen.document(meant);
            for (DeadLetter letter : meant) {
                switch (action) {
                    case REPLAY -> letters.replay(letter.id());
                    case DROP -> letters.drop(letter.id());
                    case SHOW, LIST -> show(screen, letter);
                }
            }
            if (action == Action.REPLAY) {
                screen.line("Taken up again: %d. Next: %s".formatted(meant.size(), console.hint("collect --once")));
            }
        }
        return Cli.DONE;
    }

    private List<DeadLetter> meant(DeadLetters letters) {
        String wanted = id;
        if (wanted == null) {
            throw CommandFailed.wrongUse("which dead letter?", "Run \"upswell dead-letters\" and name one.");
        }
        boolean all = wanted.equals("all") && action != Action.SHOW;
        List<DeadLetter> found = letters.list(LOOKED_THROUGH, 0).stream()
                .filter(letter -> all || letter.id().toString().startsWith(wanted)).toList();
        if (found.isEmpty() && !all) {
            throw CommandFailed.wrongUse("there is no dead letter " + wanted,
                    "Run \"upswell dead-letters\" to see which there are.");
        }
        if (found.size() > 1 && !all) {
            throw CommandFailed.wrongUse(found.size() + " dead letters begin with " + wanted,
                    "Write more of its characters.");
        }
        return found;
    }

    private void list(Screen screen, DeadLetters letters) {
        List<DeadLetter> found = letters.list(limit, 0);
        screen.document(found);
        if (found.isEmpty()) {
            screen.line("There is no dead letter.");
            return;
        }
        var table = new TextTable("id", "source", "subject", ">page", "reason", "what was wrong", ">tries", "given up");
        for (DeadLetter letter : found) {
            String detail = letter.detail();
            table.row(letter.id().toString().substring(0, SHORT_ID), letter.source(), letter.subject(),
                    String.valueOf(letter.page()), letter.reason(),
                    detail.length() <= DETAIL ? detail : detail.substring(0, DETAIL) + "…",
                    String.valueOf(letter.tries()), letter.diedAt().toString());
        }
        screen.line("%,d dead letters, %d shown.".formatted(letters.count(), found.size()));
        screen.line(table.toString());
    }

    private static void show(Screen screen, DeadLetter letter) {
        screen.line("%s  %s  %s page %d".formatted(letter.id(), letter.source(), letter.subject(), letter.page()));
        screen.line("  reason    " + letter.reason() + ", tried " + letter.tries() + " times until " + letter.diedAt());
        screen.line("  detail    " + letter.detail());
        screen.line("  answer    " + (letter.body() == null ? "none came" : letter.body()));
    }
}
