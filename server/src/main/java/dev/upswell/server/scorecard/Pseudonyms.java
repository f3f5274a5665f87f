package dev.upswell.server.scorecard;

import dev.upswell.server.store.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names under which creators are shown: their handles, or pseudonyms that stay the same within a tenant.
///
/// A pseudonym is made from the handle and the tenant's id. Whoever knows both can tell whose it is: it keeps names out of pictures,
/// reports and the sight of readers, and is no encryption.
public final class Pseudonyms {

    private static final String PREFIX = "creator-";
    private static final int BYTES = 5;

    private final TenantId tenant;
    private final boolean used;

    /// @param used whether pseudonyms take the place of handles
    public Pseudonyms(TenantId tenant, boolean used) {
        this.tenant = tenant;
        this.used = used;
    }

    /// Whether pseudonyms take the place of handles.
    public boolean used() {
        return used;
    }

    /// What a creator is called on pages and in answers, and how addresses name it.
    public String name(String creator) {
        return used ? pseudonym(creator) : creator;
    }

    /// What a creator is called where people read it: handles have an `@` in front.
    public String shown(String creator) {
        return used ? pseudonym(creator) : "@" + creator;
    }

    /// The handle of the creator that is called this. Under pseudonyms a handle itself leads nowhere.
    ///
    /// **errors** [ScorecardRefused] when it is none of these
    public String handle(String name, Collection<String> among) {
        String wanted = ToldInputs.handle(name);
        return among.stream().filter(one -> name(one).equals(wanted)).findFirst()
                .orElseThrow(() -> ScorecardRefused.creator(wanted));
    }

    private String pseudonym(String creator) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(tenant.toString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal(creator.getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }
}
