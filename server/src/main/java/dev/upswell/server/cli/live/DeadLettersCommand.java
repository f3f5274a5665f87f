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
import dev.upswell.server.live.LiveRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    private static final int MOST_CLOSED = 10_000;
    private static final String ALL = "all";

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
            if (action == Action.SHOW) {
                DeadLetter letter = letters.find(meant(letters).getFirst().id());
                screen.document(List.of(letter));
                show(screen, letter);
                return Cli.DONE;
            }
            return close(screen, letters);
        }
    }

    /// What became of the letters that were meant.
    ///
    /// @param closed those that were replayed or dropped
    private record Closed(List<DeadLetter> closed, List<Waiting> waiting) {
    }

    /// A letter that stays, and why.
    private record Waiting(UUID id, String subject, String why) {
    }

    private int close(Screen screen, DeadLetters letters) {
        List<DeadLetter> closed = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        for (DeadLetter letter : meant(letters)) {
            try {
                if (action == Action.REPLAY) {
                    letters.replay(letter.id());
                } else {
                    letters.drop(letter.id());
                }
                closed.add(letter);
            } catch (LiveRefused refused) {
                if (!ALL.equals(id)) {
                    throw refused;
                }
                waiting.add(new Waiting(letter.id(), letter.subject(), refused.what()));
            }
        }
        screen.document(new Closed(closed, waiting));
        for (Waiting one : waiting) {
            screen.line("%s  %s  %s".formatted(one.id().toString().substring(0, SHORT_ID), one.subject(), one.why()));
        }
        long more = ALL.equals(id) ? letters.count() - waiting.size() : 0;
        if (more > 0) {
            screen.line(
                    "%,d more are left: at most %,d are taken at a time. Run it again.".formatted(more, MOST_CLOSED));
        }
        screen.line(action == Action.REPLAY
                ? "Taken up again: %d, waiting: %d. Next: %s".formatted(closed.size(), waiting.size(),
                        console.hint("collect --once"))
                : "Dropped: %d.".formatted(closed.size()));
        return Cli.DONE;
    }

    private List<DeadLetter> meant(DeadLetters letters) {
        String wanted = id;
        if (wanted == null) {
            throw CommandFailed.wrongUse("which dead letter?", "Run \"upswell dead-letters\" and name one.");
        }
        if (wanted.equals(ALL) && action != Action.SHOW) {
            return letters.list(MOST_CLOSED, 0);
        }
        List<DeadLetter> found = letters.beginningWith(wanted, 2);
        if (found.isEmpty()) {
            throw CommandFailed.wrongUse("there is no dead letter " + wanted,
                    "Run \"upswell dead-letters\" to see which there are.");
        }
        if (found.size() > 1) {
            throw CommandFailed.wrongUse("several dead letters begin with " + wanted, "Write more of its characters.");
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
