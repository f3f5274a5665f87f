package dev.upswell.learn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of data sets and artefacts, in lower-case hex.
public final class Fingerprint {

    private static final int CHUNK = 8192;

    private Fingerprint() {
    }

    /// The hash of these bytes.
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /// The hash of columns, values, labels, entities and cuts.
    public static String of(Dataset rows) {
        MessageDigest digest = sha256();
        digest.update(String.join(",", rows.columns()).getBytes(StandardCharsets.UTF_8));
        update(digest, rows.values());
        update(digest, rows.labels());
        ByteBuffer buffer = ByteBuffer.allocate(12);
        for (int i = 0; i < rows.size(); i++) {
            buffer.clear().putInt(rows.entities()[i]).putLong(rows.cuts()[i]);
            digest.update(buffer.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * 4);
        for (int from = 0; from < values.length; from += CHUNK) {
            int to = Math.min(values.length, from + CHUNK);
            buffer.clear();
            for (int i = from; i < to; i++) {
                buffer.putFloat(values[i]);
            }
            digest.update(buffer.array(), 0, (to - from) * 4);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 must be there: every Java platform has it", e);
        }
    }
}
