package dev.upswell.commerce;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A product in an order.
///
/// @param order the order's id
/// @param id of the line within the order
/// @param item what was bought
/// @param price of one; null when it is not told
/// @param quantity null when it is not told: TikTok gives each piece a line of its own
/// @param video that led to the order; null when it is not told
/// @param creator whose content led to it; null when it is not told
public record OrderLine(String order, String id, String source, Instant observedAt, Item item,
        @Nullable Money price, @Nullable Long quantity, @Nullable EntityId video,
        @Nullable EntityId creator) implements CommerceFact {

    /// What was bought.
    ///
    /// @param product its id; null when it is not told
    /// @param sku the id of its variant; null when it is not told
    /// @param name null when it is not told
    public record Item(@Nullable String product, @Nullable String sku, @Nullable String name) {
    }

    @Override
    public OrderLine from(String other) {
        return new OrderLine(order, id, other, observedAt, item, price, quantity, video, creator);
    }

    @Override
    public OrderLine withTexts(UnaryOperator<String> change) {
        Item clean = new Item(item.product(), item.sku(), CommerceFact.changed(item.name(), change));
        return new OrderLine(order, id, source, observedAt, clean, price, quantity, video, creator);
    }
}
