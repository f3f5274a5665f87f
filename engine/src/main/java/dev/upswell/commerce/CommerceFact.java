package dev.upswell.commerce;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Something about ads, shops, one's own work, its audience or one's own activity, as a source told it at a time.
///
/// Sources correct what they said: of several facts about the same, what is known at a time is the one that was observed last
/// until then.
public sealed interface CommerceFact permits AdResult, LibraryAd, ShopOrder, OrderLine, ProductSales,
        OwnAsset, AudienceShare, OwnActivity, VideoViewing {

    /// Who told it, for example `tiktok-business`.
    String source();

    /// When it was told.
    Instant observedAt();

    /// The same, told by another: by a sandbox instead of the provider.
    CommerceFact from(String other);

    /// The same with what people wrote in it passed through this function: names and captions, never numbers.
    CommerceFact withTexts(UnaryOperator<String> change);

    /// A text passed through a function.
    ///
    /// **absence** null stays null
    static @Nullable String changed(@Nullable String text, UnaryOperator<String> change) {
        return text == null ? null : change.apply(text);
    }
}
