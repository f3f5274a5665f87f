package dev.upswell.server.session.keep;

import dev.upswell.server.live.Inbox;
import dev.upswell.server.session.CaptureBrowser;
import dev.upswell.server.session.Consent;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.vault.Vault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What sessions are made of, for one tenant.
///
/// @param inbox where captured answers wait to be stored
/// @param consent asked before each visit
/// @param browser starts one; throws [dev.upswell.server.session.SessionRefused] where there is none
/// @param coolDown how long a session rests when a site asks for time and does not say how long
public record SessionParts(TenantId tenant, Database database, Vault vault, Inbox inbox, Consent consent,
        Supplier<CaptureBrowser> browser, InstantSource clock, Duration coolDown) {
}
