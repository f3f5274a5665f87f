package dev.upswell.server.cli.access;

import dev.upswell.server.audit.AuditedRequest;
import dev.upswell.server.audit.AuditedRow;
import dev.upswell.server.audit.RequestAudit;
import dev.upswell.server.audit.RequestFilter;
import dev.upswell.server.audit.Verification;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the request audit, and whether it is as it was written.
@Command(name = "audit", mixinStandardHelpOptions = true, description = "Who asked the server for what: list, verify (names the first row that was changed or removed). What was decided about data is in \"compliance log\".")
public final class AuditCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        VERIFY
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list or verify.")
    private Action action = Action.LIST;

    @Option(names = "--actor", defaultValue = "", paramLabel = "NAME", description = "Of the list only what this person or token asked for.")
    private String actor = "";

    @Option(names = "--refused", description = "Of the list only what was not let in.")
    private boolean refused;

    @Option(names = "--text", defaultValue = "", paramLabel = "T", description = "Of the list only what has this in its route or in what it left open.")
    private String text = "";

    @Option(names = "--limit", converter = WholeNumber.Count.class, defaultValue = "50", paramLabel = "N", description = "How many rows (default: 50).")
    private int limit = 50;

    @Option(names = "--offset", defaultValue = "0", converter = WholeNumber.Offset.class, paramLabel = "N", description = "How many of the newest to leave out (default: 0).")
    private long offset;

    /// The command over this console.
    public AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            return switch (action) {
                case LIST -> list(screen, workplace.access().requestAudit());
                case VERIFY -> verify(screen, workplace.access().requestAudit().verify());
            };
        }
    }

    private int list(Screen screen, RequestAudit audit) {
        var filter = new RequestFilter(actor, refused, text);
        List<AuditedRow> rows = audit.list(filter, limit, offset);
        screen.document(rows);
        var table = new TextTable(">row", "when", "who", "method", "route", "of", ">status", "refused", "from");
        for (AuditedRow row : rows) {
            AuditedRequest request = row.request();
            table.row(String.valueOf(row.seq()), request.at().toString(),
                    request.actor().isEmpty() ? request.kind().name().toLowerCase(Locale.ROOT) : request.actor(),
                    request.method(), request.route(), request.subject(), String.valueOf(request.status()),
                    request.refusal(), request.address());
        }
        screen.line("%,d requests, %,d shown.".formatted(audit.count(filter), rows.size()));
        if (!rows.isEmpty()) {
            screen.line(table.toString());
        }
        return Cli.DONE;
    }

    private static int verify(Screen screen, Verification verified) {
        screen.document(verified);
        return switch (verified) {
            case Verification.Sound sound -> {
                screen.line("All %,d rows are as they were written.".formatted(sound.state().rows()));
                screen.line(
                        "Row %d has the hash %s: noted elsewhere, it shows later that the chain was not written anew."
                                .formatted(sound.state().seq(), sound.state().hash()));
                yield Cli.DONE;
            }
            case Verification.Broken(long seq, Verification.How how) -> {
                screen.line("Row " + seq + " is the first that is not as it was written: " + switch (how) {
                    case CHANGED -> "it was changed, or another row was put in its place.";
                    case REMOVED -> "it was removed.";
                    case ADDED -> "it was added after the newest row that was written.";
                });
                yield Cli.FAILED;
            }
        };
    }
}
