package dev.upswell.server.vault;

import java.util.List;
import java.util.Optional;

/// The master keys that are at hand.
///
/// @param present seals what is new
/// @param former open what was sealed before
record KeyRing(MasterKey present, List<MasterKey> former) {

    KeyRing {
        former = List.copyOf(former);
    }

    /// The key of this id.
    Optional<MasterKey> find(String id) {
        return present.id().equals(id)
                ? Optional.of(present)
                : former.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
