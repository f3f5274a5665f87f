package dev.upswell.server.collect.format;

import dev.upswell.server.collect.json.Damage;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The bytes of a file after unpacking: gzip is known by its first two bytes, whatever the file is called.
///
/// A gzip that breaks off or is damaged ends here like a file that ends, and the damage is reported: what came before is
/// good and goes on.
final class Unpacked extends FilterInputStream {

    private static final int BUFFER = 1 << 16;
    private final Damage damage;
    private boolean ended;

    private Unpacked(InputStream in, Damage damage) {
        super(in);
        this.damage = damage;
    }

    static InputStream of(InputStream raw, Damage damage) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        if (!gzip) {
            return buffered;
        }
        try {
            return new BufferedInputStream(new Unpacked(new GZIPInputStream(buffered, BUFFER), damage), BUFFER);
        } catch (EOFException | ZipException e) {
            damage.report("The gzip stream ends inside its own header; nothing could be read.");
            return InputStream.nullInputStream();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        try {
            return super.read(target, offset, length);
        } catch (EOFException e) {
            return end("The gzip stream is cut off: the file was not copied or downloaded to its end.");
        } catch (ZipException e) {
            return end("The gzip stream is damaged (" + e.getMessage() + ") and cannot be read to its end.");
        }
    }

    private int end(String problem) {
        ended = true;
        damage.report(problem);
        return -1;
    }
}
