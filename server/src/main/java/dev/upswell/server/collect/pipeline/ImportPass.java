package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One reading of one file from its first row to its last.
final class ImportPass {

    private static final int PROGRESS_EVERY = 5_000;

    private final ImportJob job;
    private final OpenFile file;
    private final ImportRun run;
    private final ChunkRepository table;
    private final ChunkBounds bounds;
    private final Tally tally = new Tally();

    ImportPass(ImportJob job, OpenFile file, ImportRun run, ChunkRepository table, ChunkBounds bounds) {
        this.job = job;
        this.file = file;
        this.run = run;
        this.table = table;
        this.bounds = bounds;
    }

    /// Reads all rows; each full chunk, and what is left at the end, goes to `commit`.
    void read(Consumer<Chunk> commit) {
        RowMapper mapper = file.mapper();
        Chunk chunk = begin();
        for (RawRow row = file.next(); row != null; row = file.next()) {
            RowResult result = mapper.map(row, job.context());
            if (result instanceof RowResult.Mapped mapped) {
                tally.count(mapped);
            }
            long number = row.position().row();
            if (number > run.resumedAt()) {
                chunk.add(row, result, table, mapper.contentSource());
            }
            if (bounds.isFull(chunk)) {
                commit.accept(chunk);
                chunk = begin();
            }
            if (number % PROGRESS_EVERY == 0) {
                report(number);
            }
        }
        if (chunk.rows() > 0) {
            commit.accept(chunk);
        }
        report(run.rowsDone());
    }

    private Chunk begin() {
        table.begin();
        return new Chunk();
    }

    private void report(long rows) {
        job.progress().reached(rows, file.bytesRead(), job.source().size());
    }

    Tally tally() {
        return tally;
    }

    /// The report on the whole file, with these findings among its notes.
    FileReport report(List<String> findings) {
        List<String> notes = new ArrayList<>(tally.notes());
        List<String> columns = file.columns();
        List<String> ignored = new ArrayList<>(columns);
        ignored.removeAll(file.mapper().recognised(columns));
        if (!ignored.isEmpty()) {
            notes.add("columns not read: " + String.join(", ", ignored));
        }
        if (!file.mapper().cumulative()) {
            notes.add("the counters are totals of a period: kept, but no growth is computed from them");
        }
        notes.addAll(file.remarks());
        notes.addAll(findings);
        return new FileReport(job.source().name(), job.content().format(), run.rowsDone(), run.stored(),
                run.duplicate(),
                run.quarantined(), run.observations(), tally.entities(), tally.from(), tally.to(), notes,
                file.problem().orElse(null));
    }
}
