package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.comply.SourceRule;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.Confirmation;
import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.mapping.MappingUse;
import dev.upswell.server.mapping.MappingVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "mappings", mixinStandardHelpOptions = true, description = "What the columns of files of one's own say, as it is kept: list, show NAME, save NAME FILE, remove NAME.")
final class MappingsCommand implements Callable<Integer> {

    private final Console console;

    MappingsCommand(Console console) {
        this.console = console;
    }

    /// A kept mapping as `--json` tells it.
    private record Document(String name, int version, String source, List<String> columns, String confirmedBy,
            String confirmedAt, String reason, boolean inUse, long imports, long quarantined, String document) {

        static Document of(KeptMapping kept, Map<String, MappingUse> uses) {
            MappingUse use = uses.getOrDefault(kept.id().name(), MappingUse.NONE);
            return new Document(kept.id().name(), kept.id().version(), kept.source(), kept.columns(),
                    kept.confirmed().by(), kept.confirmed().at().toString(), kept.confirmed().reason(),
                    !kept.removed(), use.imports(), use.quarantined(), kept.document());
        }
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the kept mappings, each in its newest version.")
    Integer list() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            List<KeptMapping> kept = workplace.collecting().mappings().list();
            Map<String, MappingUse> uses = workplace.collecting().mappingUses();
            screen.document(kept.stream().map(one -> Document.of(one, uses)).toList());
            if (kept.isEmpty()) {
                screen.line("No mapping is kept. Keep one: upswell mappings save NAME FILE --for CSV");
                return Cli.DONE;
            }
            var table = new TextTable("name", ">version", "source", "confirmed", "by", ">imports", ">quarantined",
                    "read");
            for (KeptMapping one : kept) {
                MappingUse use = uses.getOrDefault(one.id().name(), MappingUse.NONE);
                table.row(one.id().name(), Integer.toString(one.id().version()), one.source(),
                        one.confirmed().at().toString(), one.confirmed().by(), Long.toString(use.imports()),
                        Long.toString(use.quarantined()),
                        one.columns().isEmpty() ? "by name" : "by its header of " + one.columns().size());
            }
            screen.line(table.toString());
        }
        return Cli.DONE;
    }

    @Command(name = "show", description = "Prints a kept mapping as the file that import --map reads.")
    Integer show(@Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(names = "--version", converter = WholeNumber.Count.class, paramLabel = "N", description = "Which version (default: the newest in use).") @Nullable Integer version,
            @Option(names = {"-h",
                    "--help"}, usageHelp = true, description = "Show this help message and exit.") boolean help) {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            KeptMappings mappings = workplace.collecting().mappings();
            KeptMapping kept = CommandFailed.translated(() -> version == null
                    ? mappings.get(name)
                    : mappings.get(new MappingVersion(name, version)));
            screen.document(Document.of(kept, workplace.collecting().mappingUses()));
            screen.line("# " + kept.id().called() + (kept.removed() ? ", out of use" : "") + ", confirmed "
                    + kept.confirmed().at() + " by " + kept.confirmed().by() + ": " + kept.confirmed().reason());
            screen.line(kept.columns().isEmpty()
                    ? "# used by its name"
                    : "# for the columns " + String.join(", ", kept.columns()).replaceAll("\\s+", " "));
            screen.line(kept.document().stripTrailing());
        }
        return Cli.DONE;
    }

    @Command(name = "save", mixinStandardHelpOptions = true, description = "Keeps a mapping under a name; a change makes a new version.")
    Integer save(
            @Parameters(index = "0", paramLabel = "NAME", description = "Lower-case letters, digits, - and _.") String name,
            @Parameters(index = "1", paramLabel = "FILE", description = "The mapping, as import --map reads it.") Path file,
            @Option(names = "--for", paramLabel = "CSV", description = "A file whose header it is for: later files with these columns are read by it unasked (default: the header of the version before).") @Nullable Path table,
            @Option(names = "--reason", defaultValue = "", paramLabel = "WHY", description = "Why its source may be kept; needed where nothing allows the source yet.") String reason,
            @Option(names = "--by", defaultValue = SourceRule.HAND, paramLabel = "WHO", description = "Who confirms it (default: hand).") String by) {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            KeptMappings.Outcome outcome = CommandFailed.translated(() -> {
                List<String> columns = table == null
                        ? List.of()
                        : workplace.collecting().importer().head(ImportSource.of(table)).columns();
                ColumnMapping mapping = ColumnMapping.toKeep(file.toString(), MappingChoice.text(file));
                return workplace.collecting().mappings().confirm(new Confirmation(name, mapping, columns, reason, by));
            });
            KeptMapping kept = outcome.kept();
            screen.document(Document.of(kept, workplace.collecting().mappingUses()));
            screen.line((outcome.made() ? "Kept as " : "Nothing changed: ") + kept.id().called() + ", "
                    + (kept.columns().isEmpty()
                            ? "used by its name: upswell import --map " + name + " FILE"
                            : "which reads files with its " + kept.columns().size() + " columns unasked")
                    + ".");
            if (outcome.allowed()) {
                screen.line("The source " + kept.source() + " is allowed by your reason.");
            }
            long waiting = workplace.collecting().mappingUses().getOrDefault(name, MappingUse.NONE).quarantined();
            if (waiting > 0) {
                screen.line("%,d quarantined rows can be read again: upswell quarantine retry --map %s"
                        .formatted(waiting, name));
            }
        }
        return Cli.DONE;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Takes a mapping out of use; its versions stay readable.")
    Integer remove(@Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(names = "--by", defaultValue = SourceRule.HAND, paramLabel = "WHO", description = "Who does it (default: hand).") String by) {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            CommandFailed.translated(() -> workplace.collecting().mappings().remove(name, by));
            screen.document(Map.of("removed", name));
            screen.line("The mapping " + name + " is out of use; files of its header are asked about again.");
        }
        return Cli.DONE;
    }
}
