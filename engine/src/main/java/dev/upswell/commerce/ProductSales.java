package dev.upswell.commerce;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How a product of a shop sold within a period, as somebody observes or estimates it; of the product as a whole, or by one
/// video.
///
/// @param periodDays length of the period that ended at the observation; null since the product exists
/// @param units pieces sold; null when it is not told
/// @param revenue null when it is not told
/// @param ctr clicks by showings, a fraction; null when it is not told
/// @param cvr orders by clicks, a fraction; null when it is not told
/// @param video through which they were sold; null for all sales of the product
/// @param creator of that video; null when it is not told
public record ProductSales(Product product, String source, Instant observedAt, @Nullable Integer periodDays,
        @Nullable Double units, @Nullable Money revenue, @Nullable Double ctr, @Nullable Double cvr,
        @Nullable EntityId video, @Nullable EntityId creator) implements CommerceFact {

    /// A product.
    ///
    /// @param name null when it is not told
    /// @param shop who sells it; null when it is not told
    public record Product(String id, @Nullable String name, @Nullable String shop) {
    }

    @Override
    public ProductSales from(String other) {
        return new ProductSales(product, other, observedAt, periodDays, units, revenue, ctr, cvr, video, creator);
    }

    @Override
    public ProductSales withTexts(UnaryOperator<String> change) {
        Product clean = new Product(product.id(), CommerceFact.changed(product.name(), change),
                CommerceFact.changed(product.shop(), change));
        return new ProductSales(clean, source, observedAt, periodDays, units, revenue, ctr, cvr, video, creator);
    }
}
