package dev.upswell.server.cli.privacy;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.privacy.DataMap;
import dev.upswell.server.privacy.Erasure;
import dev.upswell.server.privacy.ErasureDocument;
import dev.upswell.server.privacy.Holding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows where personal data lie, and erases creators.
@Command(name = "privacy", mixinStandardHelpOptions = true, description = "Where personal data lie, and how they are handed out and erased, with proof (docs/privacy.md).")
public final class PrivacyCommand implements Callable<Integer> {

    private final Console console;

    /// The command over this console.
    public PrivacyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return map();
    }

    /// Shows the data map.
    @Command(name = "map", mixinStandardHelpOptions = true, description = "Which table, dataset, memory and folder holds what of whom, how long, and what an erasure does to it.")
    int map() {
        Screen screen = console.screen();
        List<Holding> held = DataMap.all().stream().filter(one -> !one.whose().isEmpty()).toList();
        screen.document(Map.of("holdings", held.stream().map(PrivacyCommand::document).toList()));
        TextTable table = new TextTable("where", "name", "whose", "what", "kept", "an erasure of a creator");
        held.forEach(one -> table.row(one.place().label(), one.name(), whose(one), one.content().label(),
                one.keeping().label(), one.erasure()));
        screen.line(table.toString());
        return Cli.DONE;
    }

    private static String whose(Holding holding) {
        return holding.whose().stream().map(Holding.Whose::label).sorted().collect(Collectors.joining(", "));
    }

    private static Map<String, Object> document(Holding one) {
        return new TreeMap<>(Map.of("place", one.place().label(), "name", one.name(), "whose",
                one.whose().stream().map(Holding.Whose::label).sorted().toList(), "content", one.content().label(),
                "kept", one.keeping().label(), "erasure", one.erasure()));
    }

    /// Erases a creator.
    @Command(name = "erase", mixinStandardHelpOptions = true, description = "Erases a creator with all their videos, searches for what is left, and keeps a record of it that does not name them. Asked again it goes on where it ended.")
    int erase(@Parameters(paramLabel = "HANDLE", description = "Whose, with or without @.") String handle,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who asked for it (default: hand).") String who) {
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> {
                Erasure erased = workplace.privacy().erasures().erase(handle, who);
                Screen screen = console.screen();
                screen.document(ErasureDocument.of(erased));
                tell(screen, erased);
                return Cli.DONE;
            });
        }
    }

    /// Hands out what is kept.
    @Command(name = "export", mixinStandardHelpOptions = true, description = "Writes everything held about a creator, or of the whole tenant, as a ZIP archive of JSON lines.")
    int export(
            @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where to; a file that is there is not replaced.") Path output,
            @Parameters(arity = "0..1", paramLabel = "HANDLE", description = "Of whom, with or without @; of the whole tenant where it is left out.") @Nullable String handle) {
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> {
                try (OutputStream out = Files.newOutputStream(output, StandardOpenOption.CREATE_NEW)) {
                    if (handle == null) {
                        workplace.privacy().export().tenant(out);
                    } else {
                        workplace.privacy().export().creator(handle, out);
                    }
                } catch (IOException e) {
                    throw CommandFailed.wrongUse("\"" + output + "\" was not written: " + e.getMessage(),
                            "Name a file that is not there yet, in a folder that can be written.");
                }
                Screen screen = console.screen();
                screen.document(Map.of("file", output.toString()));
                screen.line("Written: " + output);
                return Cli.DONE;
            });
        }
    }

    private static void tell(Screen screen, Erasure erased) {
        TextTable table = new TextTable("where", ">rows");
        new TreeMap<>(erased.removed()).forEach((place, rows) -> table.row(place, String.valueOf(rows)));
        screen.line(table.toString());
        Erasure.Search search = erased.search();
        if (search != null) {
            screen.line("%s removed or emptied. Searched %s, %s of the lake and %s: nothing is left.".formatted(
                    Counted.of(erased.rows(), "row"), Counted.of(search.tables(), "table"),
                    Counted.of(search.lakeFiles(), "file"), Counted.of(search.otherFiles(), "other file")));
            search.kept().forEach((place, rows) -> screen.line(
                    "%s of %s name them and stay until they age: they are chained.".formatted(
                            Counted.of(rows, "row"), place)));
        }
        screen.line("Models trained before: " + erased.models().size() + ". Record " + erased.id() + ", proof "
                + erased.proof() + ".");
    }

    /// Lists the erasures.
    @Command(name = "erasures", mixinStandardHelpOptions = true, description = "Who asked for which erasure when, what went, and whether its record is as it was written.")
    int erasures(
            @Option(names = "--limit", converter = WholeNumber.Count.class, defaultValue = "50", paramLabel = "N", description = "How many (default: 50).") int limit) {
        try (Workplace workplace = console.open()) {
            List<Erasure> all = workplace.privacy().erasures().list(limit, 0);
            Screen screen = console.screen();
            screen.document(Map.of("erasures", all.stream().map(ErasureDocument::of).toList()));
            if (all.isEmpty()) {
                screen.line("Nobody was erased.");
                return Cli.DONE;
            }
            TextTable table = new TextTable("record", "asked", "by", "ended", ">rows", "proof");
            all.forEach(one -> table.row(one.id().toString(), one.asked().at().toString(), one.asked().by(),
                    one.endedAt() == null ? "open" : one.endedAt().toString(), String.valueOf(one.rows()),
                    ErasureDocument.standing(one)));
            screen.line(table.toString());
        }
        return Cli.DONE;
    }
}
