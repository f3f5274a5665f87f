package dev.upswell.server.collect.format;

import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.archive.DataArchive;
import dev.upswell.server.collect.json.Damage;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass over the text of a file, from its first byte.
final class Opened implements AutoCloseable {

    /// How much of the beginning is looked at to tell what kind of file it is.
    static final int HEAD = 1 << 16;

    private static final int MAGIC = 4;

    private final CountedInput counted;
    private final InputStream bytes;
    private final Utf8Text text;
    private final Damage damage;
    private final byte[] head;
    private final String name;

    private Opened(CountedInput counted, InputStream bytes, Utf8Text text, Damage damage, byte[] head, String name) {
        this.counted = counted;
        this.bytes = bytes;
        this.text = text;
        this.damage = damage;
        this.head = head;
        this.name = name;
    }

    static Opened of(ImportSource source) {
        InputStream raw = null;
        try {
            raw = source.opening().open();
            CountedInput counted = new CountedInput(raw);
            Damage damage = new Damage();
            BufferedInputStream unpacked = new BufferedInputStream(
                    new BoundedInput(unpacked(counted, damage, source), source.mostUnpacked()), HEAD);
            unpacked.mark(HEAD);
            byte[] head = unpacked.readNBytes(HEAD);
            unpacked.reset();
            return new Opened(counted, unpacked, new Utf8Text(unpacked, damage), damage, head, source.name());
        } catch (IOException e) {
            closeQuietly(raw);
            throw Unreadable.of(source.name(), e);
        } catch (ImportRefused e) {
            closeQuietly(raw);
            throw e;
        }
    }

    private static InputStream unpacked(InputStream raw, Damage damage, ImportSource source) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(raw, HEAD);
        buffered.mark(MAGIC);
        boolean zip = DataArchive.begins(buffered.readNBytes(MAGIC));
        buffered.reset();
        return zip
                ? DataArchive.open(buffered, source.name(), source.size(), damage)
                : Unpacked.of(buffered, damage);
    }

    CountedInput counted() {
        return counted;
    }

    Utf8Text text() {
        return text;
    }

    /// The bytes behind the text, for who reads them instead of it.
    InputStream bytes() {
        return bytes;
    }

    Damage damage() {
        return damage;
    }

    /// The first bytes after unpacking; the text still begins before them.
    byte[] head() {
        return head;
    }

    String name() {
        return name;
    }

    /// Remarks on the text as a whole, after it was read.
    List<String> remarks() {
        long replaced = damage.replacedCharacters();
        return replaced == 0
                ? List.of()
                : List.of(replaced
                        + " characters are unreadable (\uFFFD): they are not UTF-8, or were lost by a program before.");
    }

    @Override
    public void close() {
        closeQuietly(text);
    }

    /// The file was only read, so a failing close loses nothing.
    private static void closeQuietly(@Nullable Closeable open) {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                return;
            }
        }
    }
}
