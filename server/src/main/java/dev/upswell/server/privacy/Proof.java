package dev.upswell.server.privacy;

import dev.upswell.server.privacy.TenantErasure.Link;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The digests of records of erasures that ended.
final class Proof {

    private static final String ALGORITHM = "HmacSHA256";

    private Proof() {
    }

    /// SHA-256 in hexadecimal digits of all that the record says but itself.
    static String of(Erasure erasure) {
        String said = String.join("\n", erasure.id().toString(), String.valueOf(erasure.plain()),
                erasure.asked().by(), erasure.asked().at().toString(), String.valueOf(erasure.endedAt()),
                String.join(" ", erasure.steps()), new TreeMap<>(erasure.removed()).toString(),
                ErasureRepository.json(Objects.requireNonNull(erasure.search())), String.join(" ", erasure.models()));
        return digest(said);
    }

    /// Where the record of an erased tenant stands behind this one.
    static Link next(Link last, TenantErasure erasure) {
        long place = last.place() + 1;
        return new Link(place, digest(String.join("\n", last.hash(), String.valueOf(place), erasure.id().toString(),
                erasure.marks().id(), erasure.marks().name(), String.join(" ", erasure.steps()), erasure.asked().by(),
                erasure.asked().at().toString(), String.valueOf(erasure.endedAt()),
                new TreeMap<>(erasure.removed()).toString(),
                TenantErasureRepository.json(Objects.requireNonNull(erasure.search())))));
    }

    /// HMAC-SHA-256 of what somebody is called, in hexadecimal digits.
    ///
    /// @param kind tells names from ids
    static String mark(byte[] key, String kind, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((kind + ":" + value).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static String digest(String said) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
