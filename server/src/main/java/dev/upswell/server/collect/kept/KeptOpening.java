package dev.upswell.server.collect.kept;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.row.FileReading;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.mapping.Cells;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.KeptMappingRepository;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.mapping.TableHead;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens files for an import: by the mapping that it names, else by their format, else by what is kept for their header.
public final class KeptOpening {

    /// A format that tables of one's own may look like: what a person said of such a header goes before it.
    private static final FileFormat LOOSE = FileFormat.TIKTOK_STUDIO_VIDEOS;

    private final FileReading reading;
    private final TenantTransactions transactions;

    public KeptOpening(FileReading reading, TenantTransactions transactions) {
        this.reading = reading;
        this.transactions = transactions;
    }

    /// A file that is open.
    ///
    /// @param options by which it is read, with the mapping in the file's own spelling
    /// @param remarks which kept mapping reads it, and which others would
    public record Opened(OpenFile file, ImportOptions options, List<String> remarks) {

        /// Makes sure that a time is said where the mapping has no column for it.
        ///
        /// **errors** [MappingRefused] when none is
        public void requireDated() {
            KeptMapping kept = options.kept();
            ColumnMapping mapping = options.mapping();
            if (kept != null && mapping != null && !mapping.saysTime() && options.observedAt() == null
                    && !mapping.describes()) {
                throw new MappingRefused("The mapping " + kept.id().called() + " has no column that says when:",
                        List.of("observed-at is missing; say when the file was observed, with --observed-at"));
            }
        }
    }

    /// Opens a file.
    ///
    /// **errors** as [FileReading#open]
    public Opened open(TenantId tenant, ImportSource source, ImportOptions options) {
        KeptMapping named = options.kept();
        if (named != null) {
            return by(named, columns(source), source, options, List.of());
        }
        try {
            OpenFile file = reading.open(source, options);
            if (file.mapper().format() != LOOSE) {
                return new Opened(file, options, List.of());
            }
            file.close();
            return byItsHeader(tenant, source, options)
                    .orElseGet(() -> new Opened(reading.open(source, options), options, List.of()));
        } catch (ImportRefused unknown) {
            return byItsHeader(tenant, source, options).orElseThrow(() -> unknown);
        }
    }

    /// The file as the mapping reads it that is kept for its header, if nobody demands another way and there is one.
    private Optional<Opened> byItsHeader(TenantId tenant, ImportSource source, ImportOptions options) {
        TableHead head = options.format() == null && options.mapping() == null ? head(source) : null;
        List<String> columns = head == null ? List.of() : head.columns();
        List<KeptMapping> fitting = head == null || columns.isEmpty()
                ? List.of()
                : transactions.call(tenant, db -> KeptMappingRepository.fitting(db, columns)).stream()
                        .filter(kept -> !kept.contradicts(head)).toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(by(fitting.getFirst(), columns, source, options, fitting.subList(1, fitting.size())));
    }

    private Opened by(KeptMapping kept, List<String> columns, ImportSource source, ImportOptions options,
            List<KeptMapping> others) {
        List<String> remarks = new ArrayList<>();
        Cells cells = kept.mapping().cells();
        remarks.add("read by the kept mapping " + kept.id().called()
                + (cells == null ? "" : ", its cells as " + cells.counter()));
        others.forEach(other -> remarks.add("the kept mapping " + other.id().called()
                + " is for this header too; " + kept.id().name()
                + " was confirmed later. --map " + other.id().name() + " reads by the other"));
        var fitted = new ImportOptions(null, options.observedAt(), kept.of(columns), kept);
        return new Opened(reading.open(source, fitted), fitted, remarks);
    }

    /// The columns of a CSV; none of what is no table.
    private List<String> columns(ImportSource source) {
        TableHead head = head(source);
        return head == null ? List.of() : head.columns();
    }

    /// How a CSV begins; null for what is no table.
    private @Nullable TableHead head(ImportSource source) {
        try {
            return reading.head(source);
        } catch (ImportRefused noTable) {
            return null;
        }
    }
}
