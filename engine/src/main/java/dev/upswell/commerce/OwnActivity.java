package dev.upswell.commerce;

import dev.upswell.content.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Something that the owner of an account did with a video, hashtag or sound.
///
/// @param account who did it: a handle, or the word that the source has for them; null where the source tells of one account and
///   does not name it
/// @param about what it was done with
/// @param at when it was done
/// @param watched how long it was watched; null when not told
public record OwnActivity(@Nullable String account, Action action, EntityId about, Instant at,
        @Nullable Duration watched, String source, Instant observedAt) implements CommerceFact {

    /// What was done.
    public enum Action {
        /// A video was watched.
        WATCHED,
        /// A video was liked.
        LIKED,
        /// A video, hashtag or sound was kept as a favourite.
        FAVOURITED,
        /// A video was passed on.
        SHARED,
        /// A video was posted again under one's own name.
        REPOSTED,
        /// A video was commented on.
        COMMENTED,
        /// A video was sent away: not of interest.
        HIDDEN;

        /// The word for it in tables.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The action with this word, in any case; `saved` is another word for favourited.
        public static Optional<Action> find(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            return lower.equals("saved")
                    ? Optional.of(FAVOURITED)
                    : Arrays.stream(values()).filter(action -> action.label().equals(lower)).findFirst();
        }
    }

    @Override
    public OwnActivity from(String other) {
        return new OwnActivity(account, action, about, at, watched, other, observedAt);
    }

    @Override
    public OwnActivity withTexts(UnaryOperator<String> change) {
        return this;
    }
}
