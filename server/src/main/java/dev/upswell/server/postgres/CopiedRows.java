package dev.upswell.server.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows on their way into a table by PostgreSQL's COPY, in its binary format: nothing is written as text and parsed again.
///
/// A row is begun with the number of its columns, and then given each of them in their order. Rows that were not ended are
/// taken back. **cost** a tenth of an array of each column that a query unfolds.
public final class CopiedRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0,
            0,
            0, 0, 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int BLOCK = 1 << 16;
    private static final int ABSENT = -1;

    private final CopyIn copy;
    private ByteBuffer block = ByteBuffer.allocate(BLOCK);

    private CopiedRows(CopyIn copy) {
        this.copy = copy;
        block.put(SIGNATURE);
    }

    /// Begins to copy on this connection.
    ///
    /// @param table with its columns in brackets
    public static CopiedRows into(Connection connection, String table) throws SQLException {
        return new CopiedRows(connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)"));
    }

    /// Begins a row of so many columns.
    public CopiedRows row(int columns) throws SQLException {
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    /// A column of type `text`.
    public CopiedRows text(@Nullable String text) throws SQLException {
        if (text == null) {
            room(Integer.BYTES).putInt(ABSENT);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
        }
        return this;
    }

    /// A column of type `timestamptz`, which keeps microseconds.
    public CopiedRows time(@Nullable Instant time) throws SQLException {
        if (time == null) {
            room(Integer.BYTES).putInt(ABSENT);
        } else {
            room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(ChronoUnit.MICROS.between(EPOCH, time));
        }
        return this;
    }

    private ByteBuffer room(int bytes) throws SQLException {
        if (block.remaining() < bytes) {
            send();
            if (block.capacity() < bytes) {
                block = ByteBuffer.allocate(bytes);
            }
        }
        return block;
    }

    private void send() throws SQLException {
        copy.writeToCopy(block.array(), block.arrayOffset(), block.position());
        block.clear();
    }

    /// Ends the copying: the rows stand in the table.
    public void end() throws SQLException {
        room(Short.BYTES).putShort((short) ABSENT);
        send();
        copy.endCopy();
    }

    /// Takes the rows back, unless they were ended.
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
