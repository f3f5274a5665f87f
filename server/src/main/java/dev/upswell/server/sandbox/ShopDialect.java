package dev.upswell.server.sandbox;

import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The contract of TikTok Shop's orders, for one shop: signed requests, tokens of pages, buyers in every order.
final class ShopDialect implements Dialect {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final long LATEST = 300;
    private static final int MOST = 100;

    private final Trade trade;
    private final Quota quota;
    private final InstantSource clock;

    ShopDialect(Trade trade, Quota quota, InstantSource clock) {
        this.trade = trade;
        this.quota = quota;
        this.clock = clock;
    }

    @Override
    public Told throttled() {
        return refused(429, 36_009_002, "Too many requests.");
    }

    @Override
    public Told failing() {
        return refused(500, 36_009_001, "Something went wrong.");
    }

    private static Told refused(int status, int code, String message) {
        return Told.of(status, JSON.objectNode().put("code", code).put("message", message)
                .put("request_id", "sandbox").toString());
    }

    @Override
    public Told answer(Request request, boolean repeated) {
        if (!SandboxSettings.TOKEN.equals(request.headers().get("x-tts-access-token")) || !isSigned(request)) {
            return refused(401, 105_002, "The token or the signature is wrong.");
        }
        if (!request.path().equals("/order/202309/orders/search") || !request.method().equals("POST")) {
            return refused(404, 36_009_009, "There is no such path.");
        }
        if (!quota.take(1)) {
            return throttled();
        }
        if (!request.said("shop_cipher").equals(SandboxSettings.SHOP)) {
            return refused(404, 36_009_003, "There is no such shop.");
        }
        String token = request.said("page_token");
        String size = request.said("page_size");
        if (!size.matches("\\d{1,3}") || Integer.parseInt(size) > MOST || !token.matches("(p\\d{1,8})?")) {
            return refused(400, 36_009_004, "page_size or page_token is not understood.");
        }
        try {
            JsonNode body = MAPPER.readTree(request.body());
            List<Shown> sales = trade.sales().stream()
                    .filter(sale -> sale.createdAt().getEpochSecond() >= body.path("update_time_ge").asLong(0)
                            && sale.createdAt().getEpochSecond() < body.path("update_time_lt").asLong(Long.MAX_VALUE))
                    .toList();
            return orders(Part.of(sales, token.isEmpty() ? 0 : Integer.parseInt(token.substring(1)),
                    Integer.parseInt(size), repeated), sales.size());
        } catch (JacksonException e) {
            return refused(400, 36_009_004, "The body is no JSON.");
        }
    }

    private boolean isSigned(Request request) {
        Map<String, String> query = new TreeMap<>(request.query());
        String sign = query.remove("sign");
        String secret = SandboxSettings.CLIENT_SECRET;
        String text = query.entrySet().stream().map(one -> one.getKey() + one.getValue())
                .collect(Collectors.joining("", secret + request.path(), request.body() + secret));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            boolean timely = query.getOrDefault("timestamp", "").matches("\\d{1,12}")
                    && Math.abs(Long.parseLong(query.get("timestamp")) - clock.instant().getEpochSecond()) <= LATEST;
            return timely && HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                    .equals(sign);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "HmacSHA256 (missing) must be in every Java\nMaybe the runtime is cut down.",
                    e);
        }
    }

    private static Told orders(Part part, int total) {
        ObjectNode body = JSON.objectNode().put("code", 0).put("message", "Success").put("request_id", "sandbox");
        ObjectNode data = body.putObject("data");
        data.put("next_page_token", part.next().map(next -> "p" + next).orElse("")).put("total_count", total);
        ArrayNode orders = data.putArray("orders");
        part.videos().forEach(sale -> orders.add(order(sale)));
        return Told.of(200, body.toString());
    }

    private static ObjectNode order(Shown sale) {
        ObjectNode order = JSON.objectNode().put("id", Trade.orderId(sale)).put("status", "COMPLETED")
                .put("create_time", sale.createdAt().getEpochSecond())
                .put("update_time", sale.createdAt().getEpochSecond()).put("buyer_email", "buyer@example.org");
        order.putObject("recipient_address").put("name", "A Buyer").put("phone_number", "+00 000");
        order.putObject("payment").put("currency", "EUR").put("sub_total", sale.seconds() + ".00")
                .put("total_amount", sale.seconds() + 4 + ".90");
        order.putArray("line_items").addObject().put("id", "1").put("product_id", sale.sound().id())
                .put("sale_price", sale.seconds() + ".00").put("currency", "EUR");
        return order;
    }
}
