package dev.upswell.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Random secrets of 256 bits: how they are made, written and recognised.
///
/// So many random bits cannot be guessed, so a plain SHA-256 is enough of a hash, and quick enough to be made for every request.
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int ID_BYTES = 6;

    private Secret() {
    }

    /// A new secret, as letters, digits, `-` and `_`.
    public static String text() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// A new open id: 12 hexadecimal digits.
    static String id() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// SHA-256 of a text.
    public static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("digest (SHA-256) must exist\nMaybe this is no Java platform.", e);
        }
    }

    /// Whether a text has this hash, in a time that does not depend on how much of it fits.
    static boolean fits(String text, byte[] hash) {
        return MessageDigest.isEqual(hash(text), hash);
    }
}
