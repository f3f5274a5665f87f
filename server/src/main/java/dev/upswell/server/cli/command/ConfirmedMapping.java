package dev.upswell.server.cli.command;

import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.comply.SourceRule;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.Confirmation;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.mapping.MappingRefused;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A mapping that a command brings and confirms for the files that it imports.
///
/// @param observedAt when the files were observed, where no column says it; `null` when one does
/// @param name under which it is kept; empty to use it once
/// @param reason why its source may be kept; empty where the terms speak of it
record ConfirmedMapping(Workplace workplace, ColumnMapping mapping, @Nullable Instant observedAt, String name,
        String reason) implements ImportCommand.Way {

    /// Imports a file by it. What was confirmed is taken back when nothing of the file can be read.
    @Override
    public FileReport read(Path file, Function<ImportOptions, FileReport> importing) {
        return name.isEmpty() ? once(importing) : keeping(file, importing);
    }

    private FileReport once(Function<ImportOptions, FileReport> importing) {
        var options = new ImportOptions(null, observedAt, mapping);
        if (reason.isEmpty()) {
            return importing.apply(options);
        }
        boolean allowed = CommandFailed.translated(
                () -> workplace.collecting().compliance().vouch(mapping.source(), reason, SourceRule.HAND));
        return undoing(() -> {
            if (allowed) {
                workplace.collecting().compliance().forget(mapping.source(), SourceRule.HAND);
            }
        }, () -> importing.apply(options));
    }

    private FileReport keeping(Path file, Function<ImportOptions, FileReport> importing) {
        KeptMappings mappings = workplace.collecting().mappings();
        KeptMappings.Outcome outcome = CommandFailed.translated(() -> mappings
                .confirm(new Confirmation(name, mapping, header(file), reason, SourceRule.HAND)));
        return undoing(() -> mappings.takeBack(outcome),
                () -> importing.apply(ImportOptions.by(outcome.kept(), observedAt)));
    }

    private static FileReport undoing(Runnable takingBack, Supplier<FileReport> importing) {
        try {
            return importing.get();
        } catch (ImportRefused | MappingRefused e) {
            takingBack.run();
            throw e;
        }
    }

    /// The columns of a CSV; none of what is no table.
    private List<String> header(Path file) {
        try {
            return workplace.collecting().importer().head(ImportSource.of(file)).columns();
        } catch (ImportRefused noTable) {
            return List.of();
        }
    }
}
