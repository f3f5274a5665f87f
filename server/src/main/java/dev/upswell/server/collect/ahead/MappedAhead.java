package dev.upswell.server.collect.ahead;

import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.GateTally;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.Piece;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.collect.row.StoreGate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Maps the pieces of a file ahead of who takes them, on several threads, and hands them out in their order.
///
/// **cost** once 8 MB of text wait, no further piece is read: 32 pieces of short lines, or one long line of up to 24 MB. What
/// was made of the text waits with it and takes several times as much, trees most of all.
public final class MappedAhead implements AutoCloseable {

    private static final long WAITING_BYTES = 8L << 20;
    private static final int MOST_THREADS = 4;

    private final OpenFile file;
    private final MappingContext context;
    private final StoreGate gate;
    private final ExecutorService threads;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean ended;

    private record Waiting(Future<MappedPiece> piece, long bytes) {
    }

    /// @param gate whose terms hold for all rows
    public MappedAhead(OpenFile file, MappingContext context, StoreGate gate) {
        this.file = file;
        this.context = context;
        this.gate = gate;
        this.threads = Executors.newFixedThreadPool(
                Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS),
                Thread.ofPlatform().daemon().name("import-map-", 1).factory());
    }

    /// The next piece; `null` at the end.
    ///
    /// **errors** `ImportRefused` when the disk fails
    public @Nullable MappedPiece next() {
        while (!ended && waitingBytes < WAITING_BYTES) {
            Piece piece = file.nextPiece();
            if (piece == null) {
                ended = true;
            } else {
                waiting.add(new Waiting(threads.submit(() -> mapped(piece)), piece.bytes()));
                waitingBytes += piece.bytes();
            }
        }
        Waiting next = waiting.poll();
        if (next == null) {
            return null;
        }
        waitingBytes -= next.bytes();
        return taken(next.piece());
    }

    private MappedPiece mapped(Piece piece) {
        RowMapper mapper = file.mapper();
        StoreGate own = gate.another();
        GateTally tally = new GateTally();
        Piece.Rows rows = piece.rows();
        List<RowResult> results = new ArrayList<>(rows.rows().size());
        int rejected = 0;
        for (RawRow row : rows.rows()) {
            RowResult result = own.pass(row, mapper.map(row, context), mapper.contentSource(row), tally);
            rejected += result instanceof RowResult.Rejected ? 1 : 0;
            results.add(result);
        }
        return new MappedPiece(rows.rows(), results, tally, rejected, rows.lines());
    }

    private static MappedPiece taken(Future<MappedPiece> piece) {
        try {
            return piece.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("import (interrupted) must be left to its end\nMaybe start it again.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a piece (of the file) must be mappable\nMaybe the memory is too small.",
                    e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
