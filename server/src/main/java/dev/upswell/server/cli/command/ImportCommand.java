package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.ProgressLine;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
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
        ImportOptions options = new ImportOptions(demandedFormat(), observedAt);
        Instant started = screen.clock().instant();
        List<ImportDocument.File> done = new ArrayList<>();
        boolean failed = false;
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
                }
            }
            workplace.tidy();
        }
        screen.document(new ImportDocument(done, screen.secondsSince(started)));
        if (done.stream().anyMatch(file -> file.stored() > 0)) {
            screen.line("Next: " + console.hint("metrics"));
        }
        boolean put = done.stream().anyMatch(file -> !file.quarantined().isEmpty());
        return failed ? Cli.FAILED : strict && put ? Cli.QUARANTINED : Cli.DONE;
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
