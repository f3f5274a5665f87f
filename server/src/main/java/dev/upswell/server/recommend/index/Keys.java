package dev.upswell.server.recommend.index;

import dev.upswell.numeric.SplitMix;
import java.util.Set;

/// Names as 64 bits, so that a search can ask of any video in a few nanoseconds whether it is left out.
///
/// Two names may share a key; of a million videos some two in ten billion do, and then one is not found beside the other.
final class Keys {

    private Keys() {
    }

    static long of(String name) {
        long key = name.length() + 1L;
        for (int i = 0; i < name.length(); i++) {
            key = SplitMix.mix(key ^ (name.charAt(i) + SplitMix.GOLDEN * (i + 1)));
        }
        return key;
    }

    /// The keys of these names, open to be asked without boxes.
    static KeySet set(Set<String> names) {
        KeySet keys = new KeySet(names.size());
        names.forEach(name -> keys.add(of(name)));
        return keys;
    }
}
