package dev.upswell.server.live.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A key that lets in at a provider; it never shows itself.
public record Secret(String value) {

    private static final String STRUCK = "…";
    private static final int PRINT = 12;
    private static final int SHORTEST_STRUCK = 4;

    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("secret (empty) must be given\nMaybe set the key first.");
        }
    }

    /// By what the key is known without being known: the first 12 hexadecimal digits of its SHA-256.
    public String print() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, PRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 (missing) must be in every Java\nMaybe the runtime is cut down.",
                    e);
        }
    }

    /// The text with this key, as it is and as addresses write it, struck out.
    public String struckFrom(String text) {
        // A key of a few characters would tear words apart; nobody hands out such keys but a sandbox.
        return value.length() < SHORTEST_STRUCK
                ? text
                : text.replace(value, STRUCK).replace(URLEncoder.encode(value, StandardCharsets.UTF_8), STRUCK);
    }

    @Override
    public String toString() {
        return "Secret[" + STRUCK + "]";
    }
}
