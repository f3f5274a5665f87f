package dev.upswell.commerce;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An order of one's own shop, without anything about who bought.
///
/// @param status such as `COMPLETED` or `CANCELLED`; null when it is not told
/// @param createdAt null when it is not told
/// @param updatedAt null when it is not told
/// @param subTotal of the products; null when it is not told
/// @param total with shipping and taxes; null when it is not told
public record ShopOrder(String id, String source, Instant observedAt, @Nullable String status,
        @Nullable Instant createdAt, @Nullable Instant updatedAt, @Nullable Money subTotal,
        @Nullable Money total) implements CommerceFact {

    @Override
    public ShopOrder from(String other) {
        return new ShopOrder(id, other, observedAt, status, createdAt, updatedAt, subTotal, total);
    }

    @Override
    public ShopOrder withTexts(UnaryOperator<String> change) {
        return new ShopOrder(id, source, observedAt, CommerceFact.changed(status, change), createdAt, updatedAt,
                subTotal,
                total);
    }
}
