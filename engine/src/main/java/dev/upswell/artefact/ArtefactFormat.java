package dev.upswell.artefact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// How files of one kind of model begin and end: four letters, a version byte, then the fields in an order that the kind knows
/// (big-endian, strings in modified UTF-8, byte blocks behind their length), and nothing after the last.
///
/// A file may come from anywhere, so no number in it is believed before it was compared with what is left of the file.
///
/// @param what the kind, as the subject of every refusal, such as `reach artefact`
/// @param letters the four that each file starts with
/// @param newest the highest version that is understood; every one from 1 on is
public record ArtefactFormat(String what, String letters, int newest) {

    public ArtefactFormat {
        if (letters.length() != Integer.BYTES || newest < 1 || newest > Byte.MAX_VALUE) {
            throw new IllegalArgumentException(what + " format (" + letters + ", version " + newest
                    + ") must have four letters and a version from 1 to 127\nMaybe the arguments are swapped.");
        }
    }

    /// Writes the fields.
    @FunctionalInterface
    public interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /// Reads the fields of a file of this version.
    @FunctionalInterface
    public interface Reading<T> {
        T from(int version, DataInputStream in) throws IOException;
    }

    /// The file of this version with these fields.
    public byte[] written(int version, Writing fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(letters.getBytes(StandardCharsets.US_ASCII));
            out.writeByte(version);
            fields.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// What the fields of this file say.
    ///
    /// **errors** `IllegalArgumentException` when the file is of another kind or a later version, is cut short, or goes on after
    /// the last field
    public <T> T read(byte[] bytes, Reading<T> fields) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte[] start = new byte[Integer.BYTES];
            in.readFully(start);
            check(letters.equals(new String(start, StandardCharsets.ISO_8859_1)),
                    "must start with " + letters + "\nMaybe it is another file.");
            int version = in.readByte();
            check(version >= 1 && version <= newest,
                    "version (" + version + ") must be at most " + newest + "\nMaybe a newer Upswell wrote it.");
            T said = fields.from(version, in);
            check(in.available() == 0, "must end with its last field (" + in.available()
                    + " bytes are left over)\nMaybe two files were joined.");
            return said;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    what + " (" + bytes.length + " bytes) must be whole\nMaybe the download was cut short.", e);
        }
    }

    /// **errors** `IllegalArgumentException` with the rule behind its subject when it does not hold
    public void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(what + " " + rule);
        }
    }

    /// Writes a block that [#readBlock] reads.
    public static void writeBlock(byte[] block, DataOutputStream out) throws IOException {
        out.writeInt(block.length);
        out.write(block);
    }

    /// The bytes behind their length.
    public byte[] readBlock(DataInputStream in) throws IOException {
        return in.readNBytes(readLength(in, 1));
    }

    /// A number of items of so many bytes each, which cannot be more than what is left of the file.
    public int readLength(DataInputStream in, int itemBytes) throws IOException {
        int length = in.readInt();
        check(length >= 0 && (long) length * itemBytes <= in.available(), "length (" + length
                + ") must fit into the rest of the file\nMaybe a byte was damaged or the download was cut short.");
        return length;
    }
}
