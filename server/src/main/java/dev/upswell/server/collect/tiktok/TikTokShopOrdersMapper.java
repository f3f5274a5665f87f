package dev.upswell.server.collect.tiktok;

import dev.upswell.commerce.OrderLine;
import dev.upswell.commerce.ShopOrder;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.FactMapper;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Orders of TikTok Shop with their lines, and nothing about who bought.
///
/// Each piece has a line of its own, so a line says no quantity. Which video or creator led to an order TikTok does not say
/// here; the fields are read where a file has them.
final class TikTokShopOrdersMapper implements FactMapper {

    private static final List<String> ORDER = List.of("id", "status", "create_time", "update_time");
    private static final List<String> PAYMENT = List.of("currency", "sub_total", "total_amount");
    private static final List<String> LINE = List.of("id", "product_id", "sku_id", "product_name", "sale_price",
            "currency");

    /// Complaints about JSON quote what they stumble over, to the end where they are cut.
    private static final Pattern QUOTED = Pattern.compile("'[^']*'?");

    @Override
    public FileFormat format() {
        return FileFormat.TIKTOK_SHOP_ORDERS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String contentSource() {
        return "tiktok-shop";
    }

    @Override
    public boolean recognises(JsonNode item) {
        return item.has("id") && (item.path("line_items").isArray() || item.path("payment").isObject());
    }

    /// Only the properties that are read: others name who bought. Of what is no order, or cannot be read, nothing is left.
    @Override
    public RawRow withoutPeople(RawRow row) {
        return switch (row) {
            case RawRow.Json json -> new RawRow.Json(json.position(), order(json.node()));
            case RawRow.Broken broken -> new RawRow.Broken(broken.position(), broken.reason(),
                    QUOTED.matcher(broken.detail()).replaceAll("'…'"), "");
            case RawRow.Csv csv -> csv;
        };
    }

    private static JsonNode order(JsonNode node) {
        if (!node.isObject()) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode kept = only(node, ORDER);
        if (node.path("payment").isObject()) {
            kept.set("payment", only(node.path("payment"), PAYMENT));
        }
        if (node.path("line_items").isArray()) {
            ArrayNode lines = kept.putArray("line_items");
            node.path("line_items").forEach(line -> lines.add(only(line, LINE)));
        }
        return kept;
    }

    private static ObjectNode only(JsonNode node, List<String> names) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        names.stream().filter(name -> node.path(name).isValueNode()).forEach(name -> kept.set(name, node.path(name)));
        return kept;
    }

    @Override
    public void read(JsonNode item, RowCheck check, FigureCheck figures) {
        String id = check.number("id", JsonText.at(item, "id"));
        String status = figures.text("status", JsonText.at(item, "status"));
        Instant created = check.createdAt("create_time", JsonText.at(item, "create_time"), null);
        Instant updated = check.createdAt("update_time", JsonText.at(item, "update_time"), null);
        JsonNode payment = item.path("payment");
        String currency = figures.currency("payment.currency", JsonText.at(payment, "currency"));
        var subTotal = figures.money("payment.sub_total", JsonText.at(payment, "sub_total"), currency);
        var total = figures.money("payment.total_amount", JsonText.at(payment, "total_amount"), currency);
        if (id == null) {
            return;
        }
        check.fact(new ShopOrder(id, contentSource(), figures.toldAt(), status, created, updated, subTotal, total));
        if (item.path("line_items").isArray()) {
            for (JsonNode line : item.path("line_items")) {
                line(id, line, currency, check, figures);
            }
        }
    }

    private void line(String order, JsonNode line, @Nullable String orderCurrency, RowCheck check,
            FigureCheck figures) {
        String id = figures.required("line_items.id", JsonText.at(line, "id"));
        String own = figures.currency("line_items.currency", JsonText.at(line, "currency"));
        OrderLine.Item item = new OrderLine.Item(
                figures.text("line_items.product_id", JsonText.at(line, "product_id")),
                figures.text("line_items.sku_id", JsonText.at(line, "sku_id")),
                figures.text("line_items.product_name", JsonText.at(line, "product_name")));
        var price = figures.money("line_items.sale_price", JsonText.at(line, "sale_price"),
                own == null ? orderCurrency : own);
        if (id != null) {
            check.fact(new OrderLine(order, id, contentSource(), figures.toldAt(), item, price, null, null, null));
        }
    }
}
