package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.ImportText;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.ProgressLine;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.Guess;
import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.MappingRefused;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", mixinStandardHelpOptions = true, description = "Imports files; the format is told from the content. Bad rows are quarantined, good rows go on.")
final class ImportCommand implements Callable<Integer> {

    private static final String GUESS = "guess";

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to import, plain or gzipped.")
    private List<Path> files = List.of();

    @Option(names = "--format", defaultValue = "auto", paramLabel = "NAME", description = "auto, or the format's name when the content is ambiguous (default: auto).")
    private String format = "auto";

    @Option(names = "--map", paramLabel = "MAPPING", description = "The name of a kept mapping, or a small YAML or JSON file that says which column is what, for files of no known format; docs/importing.md has an example. guess: print what the columns seem to say as such a file, and import nothing. Without --map a file of no known format is read by what is kept for its header.")
    private @Nullable String map;

    @Option(names = "--keep", paramLabel = "NAME", description = "Keep the mapping of --map FILE under this name for files with the same columns.")
    private @Nullable String keep;

    @Option(names = "--reason", defaultValue = "", paramLabel = "WHY", description = "Why the source of --map FILE may be kept; needed where nothing allows it yet.")
    private String reason = "";

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
        if (GUESS.equals(map)) {
            return guess(screen);
        }
        Instant started = screen.clock().instant();
        List<ImportDocument.File> done = new ArrayList<>();
        boolean failed = false;
        boolean unfit = false;
        requireFile();
        try (Workplace workplace = console.open()) {
            Way way = way(workplace);
            for (Path file : files) {
                try {
                    FileReport report = way.read(file, options -> importFile(workplace, file, options, screen));
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
                    Guess guess = Guess.of(workplace.collecting().importer().head(ImportSource.of(file)));
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

    /// How files are read.
    interface Way {

        /// Imports a file with the options that are its.
        FileReport read(Path file, Function<ImportOptions, FileReport> importing);
    }

    private static Way with(ImportOptions options) {
        return (file, importing) -> importing.apply(options);
    }

    private Way way(Workplace workplace) {
        if (map == null) {
            return with(new ImportOptions(demandedFormat(), observedAt));
        }
        refuseFormat();
        Optional<KeptMapping> kept = MappingChoice.kept(map, workplace.collecting().mappings());
        if (kept.isPresent()) {
            refuseConfirming();
            return with(ImportOptions.by(kept.get(), observedAt));
        }
        String file = map;
        ColumnMapping mapping = CommandFailed.translated(
                () -> ColumnMapping.parse(file, MappingChoice.text(Path.of(file)), observedAt));
        return new ConfirmedMapping(workplace, mapping, observedAt, keep == null ? "" : keep, reason);
    }

    private void requireFile() {
        if (map == null) {
            refuseConfirming();
        }
    }

    private void refuseConfirming() {
        if (keep != null || !reason.isEmpty()) {
            throw CommandFailed.wrongUse("--keep and --reason need a mapping that is not kept yet",
                    "Give one with --map FILE.");
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
            return workplace.collecting().importer().importFile(workplace.tenant(), ImportSource.of(file), options,
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
