package dev.upswell.server.privacy;

import dev.upswell.server.refusal.Refused;
import java.util.Map;
import java.util.TreeMap;

/// Somebody cannot be erased or exported, for a reason that the person who asked can act on.
public final class PrivacyRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private PrivacyRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static PrivacyRefused handle(String handle) {
        return new PrivacyRefused(Kind.UNUSABLE, "\"" + handle + "\" is no handle.",
                "Write it as TikTok shows it, with or without @.");
    }

    static PrivacyRefused busy(String work) {
        return new PrivacyRefused(Kind.CONFLICT, "The erasure has begun and waits: other work writes the lake (" + work
                + ").",
                "Nothing of them is stored any more. It goes on by itself within the hour, or ask for it again.");
    }

    static PrivacyRefused remains(Map<String, Long> found) {
        return new PrivacyRefused(Kind.CONFLICT, "The erasure has not ended: the search still finds them in "
                + new TreeMap<>(found) + ".",
                "It goes on by itself within the hour, or ask for it again; what remains then is a defect to report.");
    }

    static PrivacyRefused unconfirmed(String name) {
        return new PrivacyRefused(Kind.UNUSABLE, "Nothing was erased: the name was not typed a second time.",
                "Everything of " + name + " would go for good. Export it first (upswell --tenant " + name
                        + " privacy export --output FILE), then confirm it by typing its name again (--confirm " + name
                        + ").");
    }

    static PrivacyRefused home(String name) {
        return new PrivacyRefused(Kind.CONFLICT, "This server is run from \"" + name + "\", so it cannot erase it.",
                "Stop the server and ask for it on the command line of this machine.");
    }

    static PrivacyRefused noTenant(String name) {
        return new PrivacyRefused(Kind.UNKNOWN, "There is no tenant \"" + name + "\".",
                "\"upswell tenants\" lists all; \"upswell tenants erasures\" tells which were erased.");
    }

    static PrivacyRefused tenantBusy(String work) {
        return new PrivacyRefused(Kind.CONFLICT, "The erasure has begun and waits: work of the tenant is ending ("
                + work + ").",
                "Nothing is done for it any more. A running server goes on by itself, or ask for it again.");
    }

    static PrivacyRefused tenantRemains(Map<String, Long> found) {
        return new PrivacyRefused(Kind.CONFLICT, "The erasure has not ended: the search still finds the tenant in "
                + new TreeMap<>(found) + ".",
                "A running server goes on by itself, or ask for it again; what remains then is a defect to report.");
    }

    static PrivacyRefused unknown(String id) {
        return new PrivacyRefused(Kind.UNKNOWN, "There is no erasure " + id + ".",
                "\"upswell privacy erasures\" lists all.");
    }
}
