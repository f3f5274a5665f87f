package dev.upswell.commerce;

import dev.upswell.content.Count;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An ad as TikTok's public library shows it.
///
/// @param firstShown null when it is not told
/// @param lastShown null when it is not told
/// @param status `active` or `inactive`; null when it is not told
/// @param reach people who saw it, in the steps of the library; null when it is not told
/// @param videos how many it has; their addresses expire and are not kept
/// @param images how many it has
public record LibraryAd(String id, String source, Instant observedAt, @Nullable LocalDate firstShown,
        @Nullable LocalDate lastShown, @Nullable String status, Advertiser advertiser, @Nullable Count reach,
        int videos, int images) implements CommerceFact {

    /// Who advertises.
    ///
    /// @param id null when it is not told
    /// @param name null when it is not told
    /// @param paidBy who pays; null when it is not told
    public record Advertiser(@Nullable String id, @Nullable String name, @Nullable String paidBy) {
    }

    @Override
    public LibraryAd from(String other) {
        return new LibraryAd(id, other, observedAt, firstShown, lastShown, status, advertiser, reach, videos, images);
    }

    @Override
    public LibraryAd withTexts(UnaryOperator<String> change) {
        Advertiser clean = new Advertiser(advertiser.id(), CommerceFact.changed(advertiser.name(), change),
                CommerceFact.changed(advertiser.paidBy(), change));
        return new LibraryAd(id, source, observedAt, firstShown, lastShown, status, clean, reach, videos, images);
    }
}
