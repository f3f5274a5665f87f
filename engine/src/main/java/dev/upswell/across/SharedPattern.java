package dev.upswell.across;

import dev.upswell.pattern.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pattern that was confirmed in one hashtag at least, and what the same choice does in the others.
///
/// @param good true for a pattern, false for an anti-pattern
/// @param foundIn hashtags whose own search confirmed it
/// @param elsewhere the same choice with the same threshold in the others, on videos that the hashtags in which it was found do not have
/// @param pooled what the others say together; null where none could be tried
public record SharedPattern(Choice choice, boolean good, List<String> foundIn, List<Replication> elsewhere,
        @Nullable Pooled pooled, Reach reach) {

    /// How far a pattern reaches.
    public enum Reach {
        /// It holds in four of five hashtags at least, of three or more.
        UNIVERSAL,
        /// The others together say so, not each of them.
        ON_AVERAGE,
        /// The others together do not say so; where few videos do so, that is no proof that it does not hold.
        NOT_SEEN_ELSEWHERE,
        /// No other hashtag has videos enough of this length.
        UNTRIED
    }

    /// What a choice does in a hashtag that did not suggest it.
    ///
    /// @param difference of engagement; null where fewer than three creators do so, or do not
    /// @param q one-sided p-value in the pattern's direction, adjusted for all such trials of the bucket; null as above
    public record Replication(String hashtag, @Nullable Difference difference, @Nullable Double q) {

        /// Whether it holds there too.
        public boolean holds() {
            return q != null && q < 0.05;
        }
    }

    public SharedPattern {
        foundIn = List.copyOf(foundIn);
        elsewhere = List.copyOf(elsewhere);
    }
}
