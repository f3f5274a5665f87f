package dev.upswell.server.taste;

import dev.upswell.content.EntityId;

/// Handles as people write them.
final class Handles {

    private Handles() {
    }

    /// The handle in lower case without `@`.
    ///
    /// **errors** [TasteRefused] when it is blank
    static String bare(String handle) {
        try {
            return EntityId.creator(handle).value();
        } catch (IllegalArgumentException refused) {
            throw TasteRefused.value(refused);
        }
    }
}
