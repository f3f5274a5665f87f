package dev.upswell.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that several processes read from one file: it stands still until somebody sets it.
final class FileClock implements InstantSource {

    private static final VarHandle MILLIS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MappedByteBuffer file;

    FileClock(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            file = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void set(Instant now) {
        MILLIS.setVolatile(file, 0, now.toEpochMilli());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli((long) MILLIS.getVolatile(file, 0));
    }
}
