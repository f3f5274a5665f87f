package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.ahead.MappedAhead;
import dev.upswell.server.collect.ahead.MappedPiece;
import dev.upswell.server.collect.count.Tally;
import dev.upswell.server.collect.row.GateTally;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.collect.row.StoreGate;
import dev.upswell.server.quality.BatchRows;
import java.util.ArrayList;
import java.util.List;

/// One reading of one file from its first row to its last, before its chunks are stored or while they are.
final class ImportPass implements AutoCloseable {

    private static final int PROGRESS_EVERY = 5_000;

    private final ImportJob job;
    private final OpenFile file;
    private final ImportRun run;
    private final ChunkRepository table;
    private final ChunkBounds bounds;
    private final StoreGate gate;
    private final Tally tally = new Tally();
    private BatchRows rows = new BatchRows();
    private Chunk chunk;
    private long handedOver;

    /// What is done with a chunk, perhaps on another thread; who gets it closes it.
    interface Commit {

        /// @param rows what was counted of its rows
        /// @param whole whether the chunk is all of the file
        void accept(Chunk chunk, BatchRows rows, boolean whole);
    }

    ImportPass(ImportJob job, OpenFile file, ImportRun run, ChunkRepository table, ChunkBounds bounds,
            StoreGate gate) {
        this.job = job;
        this.file = file;
        this.run = run;
        this.table = table;
        this.bounds = bounds;
        this.gate = gate;
        this.chunk = table.chunk();
    }

    /// Reads all rows; each full chunk, and what is left at the end, goes to `commit`.
    void read(Commit commit) {
        if (file.comesInPieces()) {
            readPieces(commit);
        } else {
            for (RawRow row = file.next(); row != null; row = file.next()) {
                read(row, commit);
            }
        }
        if (chunk.rows() > 0) {
            handOver(commit, run.resumedAt() == 0 && handedOver == 0);
        }
        report(run.resumedAt() + handedOver);
    }

    private void handOver(Commit commit, boolean whole) {
        handedOver += chunk.rows();
        commit.accept(chunk, rows, whole);
        chunk = table.chunk();
        rows = new BatchRows();
    }

    private void readPieces(Commit commit) {
        long before = 0;
        long lines = 0;
        try (MappedAhead ahead = new MappedAhead(file, job.context(), gate)) {
            for (MappedPiece piece = ahead.next(); piece != null; piece = ahead.next()) {
                boolean together = before >= run.resumedAt()
                        && bounds.leaveRoom(chunk, piece.rows().size(), piece.rejected());
                if (together) {
                    chunk.gate().add(piece.gate());
                }
                for (int i = 0; i < piece.rows().size(); i++) {
                    RawRow row = piece.rows().get(i).moved(before, lines);
                    if (together) {
                        take(row, piece.results().get(i), true);
                        ended(row, commit);
                    } else {
                        // What the gate counted of a piece can only be taken whole.
                        read(row, commit);
                    }
                }
                before += piece.rows().size();
                lines += piece.lines();
            }
        }
    }

    private void read(RawRow row, Commit commit) {
        RowMapper mapper = file.mapper();
        boolean isNew = row.position().row() > run.resumedAt();
        take(row, gate.pass(row, mapper.map(row, job.context()), mapper.contentSource(row),
                isNew ? chunk.gate() : new GateTally()), isNew);
        ended(row, commit);
    }

    private void take(RawRow row, RowResult result, boolean isNew) {
        RowMapper mapper = file.mapper();
        if (result instanceof RowResult.Mapped mapped) {
            tally.count(mapped);
        }
        if (isNew) {
            String source = result instanceof RowResult.Mapped ? mapper.contentSource(row) : mapper.contentSource();
            chunk.add(row, result, source);
            rows.row(source, mapper.format().label(), result instanceof RowResult.Mapped,
                    fields -> RowFields.tell(row, fields));
        }
    }

    private void ended(RawRow row, Commit commit) {
        if (bounds.isFull(chunk)) {
            handOver(commit, false);
        }
        if (row.position().row() % PROGRESS_EVERY == 0) {
            report(row.position().row());
        }
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
                file.problem().orElse(null), job.content().mapping());
    }

    /// Gives the room of rows back that were not handed over.
    @Override
    public void close() {
        chunk.close();
    }
}
