package dev.upswell.sequence;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;

/// Numbers of items in a file, checked before anything of that size is made.
final class Lengths {

    private Lengths() {
    }

    /// **errors** `IOException` when so many items cannot stand in the rest of the bytes.
    static int read(DataInputStream in, int itemBytes) throws IOException {
        int length = in.readInt();
        if (length < 0 || (long) length * itemBytes > in.available()) {
            throw new StreamCorruptedException("so many items cannot follow: " + length);
        }
        return length;
    }
}
