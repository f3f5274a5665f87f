package dev.upswell.server.access.gate;

/// What the door must be told from outside.
///
/// @param https whether people reach the server by https: cookies then go no other way, and browsers are told to stay with it
public record GateSettings(boolean https) {

    /// The cookie of a sign-in. With https its name binds it to this host and to https.
    String cookie() {
        return https ? "__Host-upswell" : "upswell";
    }
}
