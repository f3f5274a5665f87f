package dev.upswell.pattern.select;

import dev.upswell.creative.DurationBucket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done about a length with fewer videos than are wanted.
///
/// @param wanted so many
/// @param before so many there were
/// @param drawn further ones of the range, beyond the number that is looked at
/// @param otherDates posted before or after the range
/// @param from from here on; null unless earlier ones came in
/// @param to before this; null unless later ones came in
/// @param lent by sibling hashtags
public record Widened(DurationBucket bucket, int wanted, int before, int drawn, int otherDates, @Nullable Instant from,
        @Nullable Instant to, List<Lent> lent) {

    /// What a sibling hashtag lent.
    ///
    /// @param hashtag in lower case without `#`
    /// @param likeness see [Sibling#likeness()]
    /// @param together stored videos with both
    /// @param videos taken of it
    public record Lent(String hashtag, double likeness, long together, int videos) {
    }

    public Widened {
        lent = List.copyOf(lent);
    }

    /// Videos of sibling hashtags.
    public int ofSiblings() {
        return lent.stream().mapToInt(Lent::videos).sum();
    }

    /// How many there are now.
    public int after() {
        return before + drawn + otherDates + ofSiblings();
    }
}
