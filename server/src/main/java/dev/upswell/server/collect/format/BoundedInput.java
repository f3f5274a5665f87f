package dev.upswell.server.collect.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;

/// Unpacked bytes of which no more than a bound are given, so that a small archive cannot keep a server at work for days.
final class BoundedInput extends FilterInputStream {

    private final long bound;
    private long count;

    BoundedInput(InputStream in, long bound) {
        super(in);
        this.bound = bound;
    }

    /// There are more bytes than the bound.
    static final class Exceeded extends IOException {

        @Serial
        private static final long serialVersionUID = 1;

        private final long bound;

        Exceeded(long bound) {
            super("more than " + bound + " bytes after unpacking");
            this.bound = bound;
        }

        long bound() {
            return bound;
        }
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        return counted(read, read);
    }

    private int counted(int answer, int bytes) throws Exceeded {
        count += answer < 0 ? 0 : bytes;
        if (count > bound) {
            throw new Exceeded(bound);
        }
        return answer;
    }
}
