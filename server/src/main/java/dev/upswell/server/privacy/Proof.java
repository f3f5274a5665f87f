package dev.upswell.server.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;

/// The digest of the record of an erasure that ended.
final class Proof {

    private Proof() {
    }

    /// SHA-256 in hexadecimal digits of all that the record says but itself.
    static String of(Erasure erasure) {
        String said = String.join("\n", erasure.id().toString(), String.valueOf(erasure.plain()),
                erasure.asked().by(), erasure.asked().at().toString(), String.valueOf(erasure.endedAt()),
                String.join(" ", erasure.steps()), new TreeMap<>(erasure.removed()).toString(),
                ErasureRepository.json(Objects.requireNonNull(erasure.search())), String.join(" ", erasure.models()));
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
