package dev.upswell.server.integrate;

import java.time.Instant;

/// A tracker of others into which tasks can be carried, as it is shown.
///
/// @param name by which people call it
/// @param shown where it leads; without account and token
/// @param addedBy who added it
public record Connection(String name, Account.Kind kind, String shown, String addedBy, Instant addedAt) {

    /// What came of asking the other side whether it is there.
    ///
    /// @param reached whether it let the account in and has what is needed
    /// @param said what it answered, or why it was not reached
    public record Greeting(String name, boolean reached, String said) {
    }
}
