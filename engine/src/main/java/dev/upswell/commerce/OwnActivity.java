package dev.upswell.commerce;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Something that the owner of an exported account did with a video, hashtag or sound.
///
/// @param about what it was done with
/// @param at when it was done
public record OwnActivity(Action action, EntityId about, Instant at, String source,
        Instant observedAt) implements CommerceFact {

    /// What was done.
    public enum Action {
        /// A video was watched.
        WATCHED,
        /// A video was liked.
        LIKED,
        /// A video, hashtag or sound was kept as a favourite.
        FAVOURITED,
        /// A video was passed on.
        SHARED;

        /// The word for it in tables.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public OwnActivity from(String other) {
        return new OwnActivity(action, about, at, other, observedAt);
    }

    @Override
    public OwnActivity withTexts(UnaryOperator<String> change) {
        return this;
    }
}
