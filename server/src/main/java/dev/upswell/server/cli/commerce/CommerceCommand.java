package dev.upswell.server.cli.commerce;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.commerce.CommerceFacts.Known;
import dev.upswell.server.commerce.FactKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists what is known of ads and shops.
@Command(name = "commerce", mixinStandardHelpOptions = true, description = "What is known of ads and shops: results of ads by day, ads of the public library, orders, their lines, sales of products, own assets, audiences, own activity, how own videos are watched.")
public final class CommerceCommand implements Callable<Integer> {

    private static final int WIDEST = 32;

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "results", description = "results, ads, orders, order-lines, product-sales, assets, audience, activity or viewing (default: results).")
    private String of = "results";

    @Option(names = "--source", paramLabel = "NAME", description = "Only what this source told.")
    private @Nullable String source;

    @Option(names = "--limit", converter = WholeNumber.Count.class, defaultValue = "50", paramLabel = "N", description = "How many to list (default: 50).")
    private int limit = 50;

    /// The command over this console.
    public CommerceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!FactKind.LABELS.contains(of)) {
            throw CommandFailed.wrongUse("there are no facts " + of,
                    "Use one of: " + String.join(", ", FactKind.LABELS) + ".");
        }
        FactKind kind = FactKind.of(of);
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Known known = workplace.collecting().commerce().list(kind, Optional.ofNullable(source),
                    screen.clock().instant(), limit,
                    0);
            screen.document(known);
            if (known.facts().isEmpty()) {
                screen.line("Nothing is known.");
                screen.line("Import a report, or watch one, for example: "
                        + console.hint("watch add results:ADVERTISER --source tiktok-business"));
                return Cli.DONE;
            }
            List<String> columns = kind.shown();
            var table = new TextTable(columns.toArray(String[]::new));
            known.facts().forEach(fact -> table.row(columns.stream().map(column -> text(fact.get(column)))
                    .toArray(String[]::new)));
            screen.line("%,d facts, %d shown.".formatted(known.total(), known.facts().size()));
            screen.line(table.toString());
        }
        return Cli.DONE;
    }

    private static String text(@Nullable Object value) {
        String text = switch (value) {
            case null -> "–";
            case Double number -> number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf(number.longValue())
                    : "%.4f".formatted(number);
            default -> value.toString();
        };
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST) + "…";
    }
}
