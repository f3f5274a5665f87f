package dev.upswell.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is advertised, as far as the client told it; what was not told is said to be missing.
///
/// @param brand who is behind it; null where nobody told
/// @param product what it is; null where nobody told
/// @param sellingPoints what is special about it
/// @param audience whom it is for; null where nobody told
/// @param tone how it speaks; null where nobody told
public record Offer(@Nullable String brand, @Nullable String product, List<String> sellingPoints,
        @Nullable String audience, @Nullable String tone) {

    /// Nothing was told.
    public static final Offer UNKNOWN = new Offer(null, null, List.of(), null, null);

    public Offer {
        sellingPoints = List.copyOf(sellingPoints);
    }
}
