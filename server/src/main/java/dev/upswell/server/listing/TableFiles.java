package dev.upswell.server.listing;

import dev.upswell.server.store.Lake;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.web.Csv;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes lists of a tenant as files.
public final class TableFiles {

    private final TenantId tenant;
    private final Lake lake;
    private final InstantSource clock;
    private final Supplier<Owner> owner;

    /// Whose files these are.
    ///
    /// @param sender under which name the tenant sends documents; empty where none was said
    /// @param rights the line of its documents on confidentiality; empty where none was said
    public record Owner(String tenant, String sender, String rights) {
    }

    /// @param owner asked for each file, because people change it
    public TableFiles(TenantId tenant, Lake lake, InstantSource clock, Supplier<Owner> owner) {
        this.tenant = tenant;
        this.lake = lake;
        this.clock = clock;
        this.owner = owner;
    }

    /// What a file made now says of itself.
    ///
    /// @param source the page whose rows it holds
    /// @param usual what may be done with files of a tenant that has no words of its own for it
    public FileNotice notice(String source, String usual) {
        Owner now = owner.get();
        return new FileNotice(now.tenant(), now.sender(), source, clock.instant().truncatedTo(ChronoUnit.SECONDS),
                now.rights().isBlank() ? usual : now.rights());
    }

    /// Writes the table into this file.
    ///
    /// **errors** [WebProblem] 422 for more than [Table#MOST] rows
    public void write(Table<?> table, FileNotice notice, Path file) throws IOException {
        switch (table.format()) {
            case CSV -> csv(table, file);
            case PARQUET -> parquet(table, notice, file);
            case JSON -> json(table, notice, file);
            case CSVW -> {
                try (OutputStream out = Files.newOutputStream(file)) {
                    TableJson.describe(table, notice, out);
                }
            }
        }
    }

    private static <T> void csv(Table<T> table, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(Csv.line(table.columns().stream().map(Column::name).toList()));
            for (T row : bounded(table)) {
                out.write(Csv.line(cells(table.columns(), row)));
            }
        }
    }

    private static <T> void json(Table<T> table, FileNotice notice, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            TableJson.write(table, notice, bounded(table), out);
        }
    }

    private <T> void parquet(Table<T> table, FileNotice notice, Path file) {
        try (LakeSession session = lake.open(tenant)) {
            new TableFileRepository(session).write(table, bounded(table), notice, file);
        }
    }

    private static <T> List<@Nullable Object> cells(List<Column<T>> columns, T row) {
        List<@Nullable Object> cells = new ArrayList<>(columns.size());
        columns.forEach(column -> cells.add(column.of(row)));
        return cells;
    }

    /// The rows, refused as soon as there is one too many: before that nothing was sent.
    private static <T> Iterable<T> bounded(Table<T> table) {
        return () -> new Iterator<>() {

            private final Iterator<? extends T> rows = table.rows().iterator();
            private int seen;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public T next() {
                if (!rows.hasNext()) {
                    throw new NoSuchElementException();
                }
                if (++seen > Table.MOST) {
                    throw WebProblem.unusable(Sentence.of("lists.tooMany", Table.MOST));
                }
                return rows.next();
            }
        };
    }
}
