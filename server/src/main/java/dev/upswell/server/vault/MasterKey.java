package dev.upswell.server.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What seals secrets: 256 random bits. It shows its id, never itself.
final class MasterKey {

    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_DIGITS = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final SecretKey key;

    private MasterKey(byte[] bytes) {
        this.id = idOf(bytes);
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /// A new one.
    static MasterKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /// The one that this Base64 writes.
    ///
    /// **errors** [VaultRefused] when it does not write 32 bytes.
    static MasterKey of(String text, String where) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException unreadable) {
            bytes = new byte[0];
        }
        if (bytes.length != BYTES) {
            throw VaultRefused.locked("the master key in " + where + " is none: it must be Base64 of 32 bytes",
                    "Make one with \"openssl rand -base64 32\", or restore the one that was there.");
        }
        return new MasterKey(bytes);
    }

    /// By what it is known: the first 12 hexadecimal digits of a SHA-256 of it, from which nobody can guess 256 random bits.
    String id() {
        return id;
    }

    /// The Base64 that the key file holds.
    String written() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /// Seals these bytes so that they open under the same place alone.
    Sealed seal(String place, byte[] clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            return new Sealed(id, nonce, cipher(Cipher.ENCRYPT_MODE, place, nonce).doFinal(clear));
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    /// What was sealed with this key under this place.
    ///
    /// **errors** [VaultRefused] when it was changed, moved, or sealed with another key.
    byte[] open(String place, Sealed sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, place, sealed.nonce()).doFinal(sealed.text());
        } catch (AEADBadTagException e) {
            throw VaultRefused.locked("a secret cannot be opened: it was changed or moved since it was sealed",
                    "Set it again; if you did not touch the tables, find out who did.");
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    private Cipher cipher(int mode, String place, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("upswell 1\n" + id + "\n" + place).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String idOf(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("upswell master key".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(bytes)).substring(0, ID_DIGITS);
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    private static IllegalStateException unsupported(GeneralSecurityException e) {
        return new IllegalStateException(
                "AES-GCM and SHA-256 (missing) must be in every Java\nMaybe the runtime is cut down.",
                e);
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
