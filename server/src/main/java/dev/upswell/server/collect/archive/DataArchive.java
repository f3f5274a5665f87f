package dev.upswell.server.collect.archive;

import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.json.Damage;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// The document with a user's data in a zip that TikTok made. Nothing of the zip is written to the disk.
///
/// A document that is damaged or cut, or unpacks to more than is believed, ends there, and the damage is reported.
///
/// **errors** `ImportRefused` when the zip holds no such document, names files outside of itself, has too many entries,
/// unpacks to more than is believed before the document, or is damaged or locked before it.
public final class DataArchive {

    private static final Pattern DOCUMENT = Pattern.compile("(.*/)?user_data(_tiktok)?\\.json");
    private static final int MOST_ENTRIES = 10_000;
    /// No export of a person comes near.
    private static final long MOST_BYTES = 4L << 30;
    private static final long FREE_BYTES = 64L << 20;
    private static final long MOST_RATIO = 200;
    private static final int BUFFER = 1 << 16;

    private DataArchive() {
    }

    /// Whether bytes begin a zip.
    public static boolean begins(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /// The text of the document.
    ///
    /// @param name how messages call the file
    /// @param packed the size of the zip in bytes
    public static InputStream open(InputStream raw, String name, long packed, Damage damage) throws IOException {
        Guarded zip = new Guarded(new ZipInputStream(raw, StandardCharsets.UTF_8), name, packed);
        try {
            for (int i = 0; i < MOST_ENTRIES; i++) {
                ZipEntry entry = zip.zip().getNextEntry();
                if (entry == null) {
                    throw new ImportRefused(
                            "The file " + name + " is a zip archive (or a spreadsheet, which is one) without a"
                                    + " user_data.json or user_data_tiktok.json.",
                            "Of your data at TikTok ask for the JSON form; save a sheet as CSV; unpack other archives, and"
                                    + " import the files inside.");
                }
                refuseEscape(name, entry.getName());
                if (DOCUMENT.matcher(entry.getName()).matches()) {
                    return new Document(zip, damage);
                }
                zip.skipEntry();
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(name, e);
        }
        throw new ImportRefused("The zip archive " + name + " has more than " + MOST_ENTRIES + " entries.",
                "An export of TikTok has a few: unpack it and import user_data_tiktok.json.");
    }

    private static void refuseEscape(String name, String entry) {
        String path = entry.replace('\\', '/');
        if (path.startsWith("/") || path.matches("[A-Za-z]:.*") || ("/" + path + "/").contains("/../")) {
            throw new ImportRefused("The zip archive " + name + " names a file outside of itself ("
                    + (entry.length() > 60 ? entry.substring(0, 60) + "…" : entry) + ").",
                    "Archives of TikTok never do: do not trust it, and download it again.");
        }
    }

    private static ImportRefused damaged(String name, Exception cause) {
        return new ImportRefused("The zip archive " + name + " is damaged or locked and cannot be read: "
                + (cause.getMessage() == null ? "it ends too early" : cause.getMessage()) + ".",
                "Download it again; an archive with a password has to be unpacked first.", cause);
    }

    /// The bytes of the document, as far as they can be read.
    private static final class Document extends FilterInputStream {

        private final Damage damage;
        private boolean ended;

        Document(Guarded zip, Damage damage) {
            super(zip);
            this.damage = damage;
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
            } catch (ImportRefused e) {
                ended = true;
                damage.report(e.what() + " What follows was not read.");
                return -1;
            }
        }
    }

    /// The bytes of the current entry, as many as are believed of this zip.
    private static final class Guarded extends FilterInputStream {

        private final String name;
        private final long most;
        private long unpacked;

        Guarded(ZipInputStream zip, String name, long packed) {
            super(zip);
            this.name = name;
            this.most = Math.min(MOST_BYTES, Math.max(FREE_BYTES, packed * MOST_RATIO));
        }

        ZipInputStream zip() {
            return (ZipInputStream) in;
        }

        void skipEntry() throws IOException {
            byte[] buffer = new byte[BUFFER];
            int read = read(buffer, 0, BUFFER);
            while (read >= 0) {
                read = read(buffer, 0, BUFFER);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int read = super.read(target, offset, length);
                unpacked += Math.max(0, read);
                if (unpacked > most) {
                    throw new ImportRefused("The zip archive " + name + " unpacks to more than " + most
                            + " bytes, which is how a zip bomb looks.",
                            "If you trust it, unpack it and import user_data_tiktok.json.");
                }
                return read;
            } catch (ZipException | EOFException e) {
                throw damaged(name, e);
            }
        }
    }
}
