package dev.upswell.server.theme;

import dev.upswell.theme.Collision;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// A search for pairs that the same creators take up while both rise.
///
/// @param asOf time of the newest caption that was looked at; later ones changed nothing
/// @param videos of the four weeks before
/// @param found the surest first
public record CollisionRun(UUID id, Kind kind, Instant at, Instant asOf, int videos, int creators, int subjects,
        int pairs, List<Pair> found) {

    /// Of what the pairs are.
    public enum Kind {
        HASHTAG,
        THEME;

        /// The word for it in documents and addresses.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The kind of this label; empty when there is none.
        public static Optional<Kind> find(String label) {
            return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
        }
    }

    /// Two that collide, as they were called then.
    public record Pair(Collision collision, String oneName, String otherName) {
    }

    public CollisionRun {
        found = List.copyOf(found);
    }

    CollisionRun with(List<Pair> pairs) {
        return new CollisionRun(id, kind, at, asOf, videos, creators, subjects, this.pairs, pairs);
    }
}
