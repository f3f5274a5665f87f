package dev.upswell.server.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// By what a receiver knows that a request comes from this installation and is not old: HMAC-SHA-256 over the time, a dot and the
/// body, with the secret of the channel.
final class Signature {

    private Signature() {
    }

    /// As the header carries it, such as `t=1767607200,v1=5f3c…`.
    ///
    /// @param at when the request is sent, in whole seconds
    static String of(String secret, Instant at, byte[] body) {
        long seconds = at.getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "HMAC-SHA-256 (missing) must be in every Java\nMaybe the runtime is cut down.", e);
        }
    }
}
