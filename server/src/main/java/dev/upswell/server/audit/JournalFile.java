package dev.upswell.server.audit;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;

/// A file of the journal: requests one after the other, in a room that is reserved when the file is made.
///
/// The file lies in the memory of the process and belongs to the kernel, which keeps what was written when the process is killed;
/// nothing has to be called for a row. Each row is its length, its checksum and its bytes; where a kill cut one short, the checksum
/// does not fit, and reading ends there. One thread appends at a time, any may read.
final class JournalFile implements AutoCloseable {

    private static final String SUFFIX = ".journal";
    private static final int HEAD = 2 * Integer.BYTES;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;

    private final Path path;
    private final UUID id;
    private final Arena arena;
    private final MemorySegment room;
    private volatile long end;

    private JournalFile(Path path, UUID id, Arena arena, MemorySegment room, long end) {
        this.path = path;
        this.id = id;
        this.arena = arena;
        this.room = room;
        this.end = end;
    }

    /// A new file in this folder with room for so many bytes, which the disk has.
    ///
    /// @param owner whose it is, by which its name begins
    /// @param number of the file among the owner's, in the order of making
    static JournalFile create(Path folder, String owner, int number, int bytes) throws IOException {
        UUID id = UUID.randomUUID();
        Path path = folder.resolve("%s_%09d_%s%s".formatted(owner, number, id, SUFFIX));
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            ByteBuffer nothing = ByteBuffer.allocate(bytes);
            while (nothing.hasRemaining()) {
                channel.write(nothing);
            }
            return mapped(path, id, channel, bytes);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /// A file that another process left, with all that it wrote whole.
    static JournalFile leftover(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            JournalFile file = mapped(path, id(path), channel, channel.size());
            file.end = file.whole();
            return file;
        }
    }

    private static JournalFile mapped(Path path, UUID id, FileChannel channel, long bytes) throws IOException {
        Arena arena = Arena.ofShared();
        try {
            return new JournalFile(path, id, arena, channel.map(MapMode.READ_WRITE, 0, bytes, arena), 0);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /// The files in this folder, those of an owner in the order of their making.
    static List<Path> list(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*_*" + SUFFIX)) {
            files.forEach(found::add);
        }
        return found.stream().sorted().toList();
    }

    /// Whose this file is.
    static String owner(Path path) {
        String name = path.getFileName().toString();
        return name.substring(0, name.indexOf('_'));
    }

    private static UUID id(Path path) {
        String name = path.getFileName().toString();
        return UUID.fromString(name.substring(name.lastIndexOf('_') + 1, name.length() - SUFFIX.length()));
    }

    UUID id() {
        return id;
    }

    /// Where what was written ends, in bytes.
    long end() {
        return end;
    }

    /// Whether there is room for these bytes.
    boolean fits(byte[] row) {
        return end + HEAD + row.length <= room.byteSize();
    }

    /// Adds a row, for which there is room. The length comes last: a row without it is none.
    void append(byte[] row) {
        long at = end;
        MemorySegment.copy(row, 0, room, ValueLayout.JAVA_BYTE, at + HEAD, row.length);
        room.set(INT, at + Integer.BYTES, checksum(row));
        room.set(INT, at, row.length);
        end = at + HEAD + row.length;
    }

    /// Some of the rows that begin here.
    ///
    /// @param next where the row after them begins
    record Part(List<byte[]> rows, long next) {
    }

    /// The rows from this place on, at most so many.
    Part read(long from, int most) {
        List<byte[]> rows = new ArrayList<>();
        long at = from;
        while (at < end && rows.size() < most) {
            byte[] row = rowAt(at);
            rows.add(row);
            at += HEAD + row.length;
        }
        return new Part(rows, at);
    }

    private byte[] rowAt(long at) {
        byte[] row = new byte[room.get(INT, at)];
        MemorySegment.copy(room, ValueLayout.JAVA_BYTE, at + HEAD, row, 0, row.length);
        return row;
    }

    /// Where the first row begins that is not whole.
    private long whole() {
        long at = 0;
        while (at + HEAD < room.byteSize()) {
            int length = room.get(INT, at);
            if (length <= 0 || at + HEAD + length > room.byteSize()
                    || checksum(rowAt(at)) != room.get(INT, at + Integer.BYTES)) {
                return at;
            }
            at += HEAD + length;
        }
        return at;
    }

    private static int checksum(byte[] row) {
        CRC32C checksum = new CRC32C();
        checksum.update(row);
        return (int) checksum.getValue();
    }

    /// Takes the file away.
    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
