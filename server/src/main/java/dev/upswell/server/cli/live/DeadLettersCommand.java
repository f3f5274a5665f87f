package dev.upswell.server.cli.live;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.live.DeadLetter;
import dev.upswell.server.live.DeadLetters;
import java.time.Instant;
import java.util.ArrayList;
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

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The letter; its first characters suffice. For replay and drop also: all, or none where a filter says which.")
    private @Nullable String id;

    @Option(names = "--source", defaultValue = "", paramLabel = "NAME", description = "Only those of this source.")
    private String source = "";

    @Option(names = "--reason", defaultValue = "", paramLabel = "REASON", description = "Only those with this reason, such as retry-later, malformed, unfit, fault or unstorable.")
    private String reason = "";

    @Option(names = "--from", converter = InstantText.class, paramLabel = "TIME", description = "Only those given up from then on (UTC).")
    private @Nullable Instant from;

    @Option(names = "--until", converter = InstantText.class, paramLabel = "TIME", description = "Only those given up before (UTC).")
    private @Nullable Instant until;

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
            DeadLetters letters = workplace.collecting().live().deadLetters();
            if (action == Action.LIST) {
                list(screen, letters);
                return Cli.DONE;
            }
            if (action == Action.SHOW) {
                DeadLetter letter = letters.find(meant(letters).id());
                screen.document(List.of(letter));
                show(screen, letter);
                return Cli.DONE;
            }
            return close(screen, letters);
        }
    }

    private int close(Screen screen, DeadLetters letters) {
        DeadLetters.Closed closed = all() ? closeAll(letters) : closeOne(letters);
        screen.document(closed);
        for (DeadLetter one : closed.waiting()) {
            screen.line("%s  %s  waits: its subject is being visited anew".formatted(
                    one.id().toString().substring(0, SHORT_ID), one.subject()));
        }
        screen.line(action == Action.REPLAY
                ? "Taken up again: %d, waiting: %d. Next: %s".formatted(closed.closed().size(),
                        closed.waiting().size(), console.hint("collect --once"))
                : "Dropped: %d.".formatted(closed.closed().size()));
        return Cli.DONE;
    }

    /// Whether a filter, not an id, says which are meant.
    private boolean all() {
        if (id != null && !id.equals(ALL) && !filter().isAll()) {
            throw CommandFailed.wrongUse("either an ID or a filter says which are meant", "Leave one of them out.");
        }
        return ALL.equals(id) || id == null && !filter().isAll();
    }

    private DeadLetters.Filter filter() {
        return new DeadLetters.Filter(source, reason, from, until);
    }

    private DeadLetters.Closed closeOne(DeadLetters letters) {
        DeadLetter letter = meant(letters);
        return new DeadLetters.Closed(
                List.of(action == Action.REPLAY ? letters.replay(letter.id()) : letters.drop(letter.id())), List.of(),
                0);
    }

    /// Some at a time, until those are left that cannot be taken up.
    private DeadLetters.Closed closeAll(DeadLetters letters) {
        List<DeadLetter> closed = new ArrayList<>();
        DeadLetters.Closed part;
        do {
            part = action == Action.REPLAY ? letters.replay(filter()) : letters.drop(filter());
            closed.addAll(part.closed());
        } while (part.left() > 0 && !part.closed().isEmpty());
        return new DeadLetters.Closed(closed, part.waiting(), part.left());
    }

    private DeadLetter meant(DeadLetters letters) {
        String wanted = id;
        if (wanted == null || wanted.equals(ALL)) {
            throw CommandFailed.wrongUse("which dead letter?", "Run \"upswell dead-letters\" and name one.");
        }
        List<DeadLetter> found = letters.beginningWith(wanted, 2);
        if (found.isEmpty()) {
            throw CommandFailed.wrongUse("there is no dead letter " + wanted,
                    "Run \"upswell dead-letters\" to see which there are.");
        }
        if (found.size() > 1) {
            throw CommandFailed.wrongUse("several dead letters begin with " + wanted, "Write more of its characters.");
        }
        return found.getFirst();
    }

    private void list(Screen screen, DeadLetters letters) {
        List<DeadLetter> found = letters.list(filter(), limit, 0);
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
        screen.line("%,d dead letters, %d shown.".formatted(letters.count(filter()), found.size()));
        screen.line(table.toString());
    }

    private static void show(Screen screen, DeadLetter letter) {
        screen.line("%s  %s  %s page %d".formatted(letter.id(), letter.source(), letter.subject(), letter.page()));
        screen.line("  reason    " + letter.reason() + ", tried " + letter.tries() + " times until " + letter.diedAt());
        screen.line("  detail    " + letter.detail());
        screen.line("  answer    " + (letter.body() == null ? "none came" : letter.body()));
    }
}
