package dev.upswell.server.session;

import java.net.URI;
import java.util.Optional;

/// Whether a page may be opened by a browser, by the terms of its source and the robots rules of its site.
@FunctionalInterface
public interface Consent {

    /// Why not, as a refusal to throw; empty when it may. A denial is in the audit trail when it is returned.
    Optional<SessionRefused> objection(URI page);
}
