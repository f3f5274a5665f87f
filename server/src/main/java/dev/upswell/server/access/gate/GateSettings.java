package dev.upswell.server.access.gate;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/// What the door must be told from outside.
///
/// @param https whether people reach the server by https: cookies then go no other way, and browsers are told to stay with it
/// @param severalTenants whether the server lets into more than one tenant: what strangers asked for is then kept out of the audit, for
///                       it may be named after something of another tenant than the one whose audit it is
public record GateSettings(boolean https, boolean severalTenants) {

    /// The cookie of a sign-in. With https its name binds it to this host and to https.
    String cookie() {
        return https ? "__Host-upswell" : "upswell";
    }

    /// A cookie as the browser is told it: for this server alone, and no script.
    String cookie(String name, String value, Duration lasting) {
        return ResponseCookie.from(name, value).httpOnly(true).secure(https).sameSite("Lax").path("/")
                .maxAge(lasting).build().toString();
    }
}
