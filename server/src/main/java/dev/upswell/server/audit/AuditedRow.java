package dev.upswell.server.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// A row of the request audit: a request with its place in the chain.
///
/// @param seq its number, without gaps
/// @param hash SHA-256 of the hash of the row before, the number and the request, in hexadecimal digits
public record AuditedRow(long seq, AuditedRequest request, String hash) {

    /// The hash before the first row.
    static final String NOTHING = "0".repeat(64);

    /// The row that follows one with this hash.
    static AuditedRow after(String before, long seq, AuditedRequest request) {
        return new AuditedRow(seq, request, hash(before, seq, request));
    }

    /// Whether it follows a row with this hash.
    boolean follows(String before) {
        return hash.equals(hash(before, seq, request));
    }

    private static String hash(String before, long seq, AuditedRequest request) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(before));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
        return HexFormat.of().formatHex(digest.digest(request.bytes()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("digest (SHA-256) must exist\nMaybe this is no Java platform.", e);
        }
    }
}
