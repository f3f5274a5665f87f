package dev.upswell.server.live.provider;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Answer.Receipt;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// TikTok Shop: the orders of one's own shop that changed within the last days. Each request is signed.
///
/// Orders name their buyers. Only the fields listed here leave this class: nobody's name, address or number is ever stored.
public final class TikTokShop implements Source {

    /// Under which its facts are kept.
    public static final String NAME = "tiktok-shop";

    private static final int A_PAGE = 100;
    private static final int REQUESTS_A_SECOND = 10;
    private static final String PATH = "/order/202309/orders/search";
    private static final List<String> OF_ORDERS = List.of("id", "status", "create_time", "update_time");
    private static final List<String> OF_PAYMENTS = List.of("currency", "sub_total", "total_amount");
    private static final List<String> OF_LINES = List.of("id", "product_id", "product_name", "sku_id", "sale_price",
            "currency");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final URI address;
    private final Keys keys;
    private final int days;
    private final Budget requests;
    private final Transport transport;
    private final InstantSource clock;

    /// What lets in.
    ///
    /// @param app the key of the app
    /// @param secret with which requests are signed
    /// @param token of whoever let the app in
    public record Keys(String app, Secret secret, Secret token) {

        List<Secret> secrets() {
            return List.of(secret, token);
        }
    }

    /// @param days whose changed orders are asked for at each visit
    TikTokShop(URI address, Keys keys, int days, long requestsPerDay, Transport transport, InstantSource clock) {
        this.address = address;
        this.keys = keys;
        this.days = days;
        this.requests = new Budget("requests", Budget.Counts.REQUESTS, requestsPerDay, new Budget.Span.Day());
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String keyPrint() {
        return keys.token().print();
    }

    @Override
    public Set<Feed> feeds() {
        return EnumSet.of(Feed.ORDERS);
    }

    @Override
    public List<Budget> budgets() {
        return List.of(requests, new Budget("pace", Budget.Counts.REQUESTS, REQUESTS_A_SECOND,
                new Budget.Span.Sliding(Duration.ofSeconds(1))));
    }

    @Override
    public int worstCost(Ask ask) {
        return 1;
    }

    @Override
    public int pageSize(Feed feed) {
        return A_PAGE;
    }

    @Override
    public Answer ask(Ask ask) {
        String body = Wire.write(JSON.objectNode()
                .put("update_time_ge", ask.begunAt().minus(Duration.ofDays(days)).getEpochSecond())
                .put("update_time_lt", ask.begunAt().getEpochSecond()));
        Map<String, String> query = new TreeMap<>();
        query.put("app_key", keys.app());
        query.put("timestamp", String.valueOf(clock.instant().getEpochSecond()));
        query.put("shop_cipher", ask.subject().target());
        query.put("page_size", String.valueOf(A_PAGE));
        if (ask.cursor() != null) {
            query.put("page_token", ask.cursor());
        }
        query.put("sign", sign(query, body));
        Call call = new Call(URI.create(address + PATH + "?" + Wire.query(query)),
                Map.of("x-tts-access-token", keys.token().value(), "Content-Type", "application/json"), body);
        return switch (transport.send(call)) {
            case Reply.Unreached unreached -> new Answer.Unreached(unreached.why());
            case Reply.Silence silence -> new Answer.RetryLater(Receipt.NONE, null, silence.why());
            case Reply.Received reply -> understood(reply, ask.cursor());
        };
    }

    /// The secret around path, query in the order of its names, and body, all under the secret.
    private String sign(Map<String, String> query, String body) {
        String text = query.entrySet().stream().map(one -> one.getKey() + one.getValue()).collect(Collectors.joining(
                "", keys.secret().value() + PATH, body + keys.secret().value()));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.secret().value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "HmacSHA256 (missing) must be in every Java\nMaybe the runtime is cut down.",
                    e);
        }
    }

    private Answer understood(Reply.Received reply, @Nullable String asked) {
        int status = reply.status();
        Receipt receipt = new Receipt(status, null);
        Optional<JsonNode> tree = Wire.object(reply.body());
        String code = tree.map(body -> body.path("code").asString("")).orElse("");
        String detail = "HTTP " + status + ", code " + code + ": " + Wire.shown(
                tree.map(body -> body.path("message").asString("")).orElse(""), keys.secrets());
        if (status == 408 || status == 429 || status >= 500) {
            return new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), detail);
        }
        if (status == 401 || status == 403) {
            return new Answer.Forbidden(receipt, detail);
        }
        if (code.isEmpty()) {
            // Half an order may name its buyer: the body is not kept.
            return new Answer.Malformed(receipt, "{}", "no JSON object with a code: " + detail);
        }
        if (status == 404) {
            return new Answer.NotFound(receipt, detail);
        }
        return code.equals("0") ? page(reply, receipt, tree.orElseThrow(), asked) : new Answer.Unfit(receipt, detail);
    }

    private Answer page(Reply.Received reply, Receipt receipt, JsonNode tree, @Nullable String asked) {
        JsonNode data = tree.path("data");
        if (!data.isObject() || !(data.path("orders").isArray() || data.path("orders").isMissingNode())) {
            return new Answer.Malformed(receipt, "{}", "the list of orders is not where the contract has it");
        }
        String next = data.path("next_page_token").asString("");
        if (!Wire.isCursor(next)) {
            return new Answer.Malformed(receipt, "{}", "the token of the next page is none");
        }
        ObjectNode body = JSON.objectNode();
        ArrayNode orders = body.putObject("data").putArray("orders");
        data.path("orders").forEach(order -> orders.add(bare(order)));
        return new Answer.Page(receipt, FileFormat.TIKTOK_SHOP_ORDERS, Wire.struck(Wire.write(body), keys.secrets()),
                next.isBlank() || next.equals(asked) ? null : next, reply.simulated());
    }

    /// An order without anything about its buyer.
    private static ObjectNode bare(JsonNode order) {
        ObjectNode bare = kept(order, OF_ORDERS);
        bare.set("payment", kept(order.path("payment"), OF_PAYMENTS));
        ArrayNode lines = bare.putArray("line_items");
        order.path("line_items").forEach(line -> lines.add(kept(line, OF_LINES)));
        return bare;
    }

    private static ObjectNode kept(JsonNode from, List<String> fields) {
        ObjectNode bare = JSON.objectNode();
        fields.stream().filter(name -> from.path(name).isValueNode()).forEach(name -> bare.set(name, from.path(name)));
        return bare;
    }
}
