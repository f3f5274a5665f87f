package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The identity of a file: the SHA-256 of its bytes as they lie on disk.
final class ContentHash {

    private static final int BLOCK = 1 << 16;

    private ContentHash() {
    }

    static String of(ImportSource source) {
        try (InputStream bytes = source.opening().open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[BLOCK];
            for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw ImportRefused.unreadable(source.name(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 (missing) must be in every Java\nMaybe the runtime is cut down.",
                    e);
        }
    }
}
