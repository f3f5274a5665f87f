package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.ImportText;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.ProgressLine;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.mapping.Guess;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.mapping.MappingRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", mixinStandardHelpOptions = true, description = "Imports files; the format is told from the content. Bad rows are quarantined, good rows go on.")
final class ImportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to import, plain or gzipped.")
    private List<Path> files = List.of();

    @Option(names = "--format", defaultValue = "auto", paramLabel = "NAME", description = "auto, or the format's name when the content is ambiguous (default: auto).")
    private String format = "auto";

    @Option(names = "--map", paramLabel = "MAPPING", description = "A small YAML or JSON file that says which column is what, for files of no known format; docs/importing.md has an example. guess: print what the columns seem to say as such a file, and import nothing.")
    private @Nullable Path map;

    @Option(names = "--observed-at", paramLabel = "T", converter = InstantText.class, description = "When a dump without times was observed, UTC; without it its rows enter as undated content.")
    private @Nullable Instant observedAt;

    @Option(names = "--strict", description = "Exit with 3 when rows were quarantined.")
    private boolean strict;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        if (map != null && map.toString().equals("guess")) {
            return guess(screen);
        }
        ImportOptions options = new ImportOptions(demandedFormat(), observedAt, mapping());
        Instant started = screen.clock().instant();
        List<ImportDocument.File> done = new ArrayList<>();
        boolean failed = false;
        boolean unfit = false;
        try (Workplace workplace = console.open()) {
            for (Path file : files) {
                try {
                    FileReport report = importFile(workplace, file, options, screen);
                    done.add(ImportDocument.File.of(file, report));
                    ImportText.of(report).forEach(screen::line);
                    failed |= report.problem() != null;
                } catch (ImportRefused e) {
                    screen.remark(e);
                    done.add(ImportDocument.File.refused(file, e.what()));
                    failed = true;
                } catch (MappingRefused e) {
                    screen.remark(e);
                    done.add(ImportDocument.File.refused(file, e.what()));
                    unfit = true;
                }
            }
            workplace.tidy();
        }
        screen.document(new ImportDocument(done, screen.secondsSince(started)));
        if (done.stream().anyMatch(file -> file.stored() > 0)) {
            screen.line("Next: " + console.hint("metrics"));
        }
        boolean put = done.stream().anyMatch(file -> !file.quarantined().isEmpty());
        return unfit ? Cli.WRONG_USE : failed ? Cli.FAILED : strict && put ? Cli.QUARANTINED : Cli.DONE;
    }

    /// Prints what the columns of the files seem to say, as mappings to mend; nothing is imported.
    private int guess(Screen screen) {
        refuseFormat();
        List<Guess> guesses = new ArrayList<>();
        try (Workplace workplace = console.open()) {
            for (Path file : files) {
                try {
                    Guess guess = Guess.of(workplace.importer().head(ImportSource.of(file)));
                    guesses.add(guess);
                    screen.line(guess.document(null, observedAt));
                } catch (ImportRefused e) {
                    screen.remark(e);
                }
            }
        }
        screen.document(guesses);
        return guesses.size() == files.size() ? Cli.DONE : Cli.FAILED;
    }

    private @Nullable ColumnMapping mapping() {
        if (map == null) {
            return null;
        }
        refuseFormat();
        try {
            return ColumnMapping.parse(map.toString(), Files.readString(map), observedAt);
        } catch (MappingRefused e) {
            throw CommandFailed.wrongUse(e.what(), e.advice());
        } catch (IOException e) {
            throw CommandFailed.wrongUse("the mapping " + map + " cannot be read",
                    "Check the path: it is a text file.");
        }
    }

    private void refuseFormat() {
        if (!format.equals("auto")) {
            throw CommandFailed.wrongUse("--map and --format cannot be used together",
                    "Leave out --format: a mapping says how to read files of any columns.");
        }
    }

    /// Imports one file under a progress bar.
    static FileReport importFile(Workplace workplace, Path file, ImportOptions options, Screen screen) {
        try (ProgressLine progress = screen.progress("Importing " + file.getFileName())) {
            return workplace.importer().importFile(workplace.tenant(), ImportSource.of(file), options,
                    (rows, bytes, total) -> progress.at(bytes, total));
        }
    }

    private @Nullable FileFormat demandedFormat() {
        if (format.equals("auto")) {
            return null;
        }
        return FileFormat.find(format).orElseThrow(() -> CommandFailed
                .wrongUse("there is no format \"" + format + "\"", "Use auto or one of: " + FileFormat.listing()));
    }
}
