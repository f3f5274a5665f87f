package dev.upswell.server.collect.trade;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The columns of order exports of TikTok's Seller Center that are read. All others, buyers' names and addresses among them,
/// leave the file nowhere.
public final class ShopOrderColumns {

    static final String ORDER = "Order ID";
    static final String STATUS = "Order Status";
    static final String SKU = "SKU ID";
    static final String PRODUCT = "Product Name";
    static final String QUANTITY = "Quantity";
    static final String UNIT_PRICE = "SKU Unit Original Price";
    static final String SUBTOTAL = "SKU Subtotal After Discount";
    static final String AMOUNT = "Order Amount";
    static final String CREATED = "Created Time";
    static final String CURRENCY = "Currency";
    static final List<String> REQUIRED = List.of(ORDER, STATUS, SKU, QUANTITY, CREATED);
    static final List<String> READ = Stream
            .concat(REQUIRED.stream(), Stream.of(PRODUCT, UNIT_PRICE, SUBTOTAL, AMOUNT, CURRENCY)).toList();

    private ShopOrderColumns() {
    }

    /// The columns that previews show, with the names of the datasets' columns; looked up in any case.
    public static Map<String, String> targets() {
        Map<String, String> targets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        targets.putAll(Map.of(ORDER, "order_id", STATUS, "status", SKU, "sku_id", PRODUCT, "product", QUANTITY,
                "quantity", SUBTOTAL, "price", AMOUNT, "total", CREATED, "created_at", CURRENCY, "currency"));
        return targets;
    }
}
