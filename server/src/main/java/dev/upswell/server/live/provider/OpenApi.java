package dev.upswell.server.live.provider;

import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Answer.Receipt;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The common part of TikTok's open APIs: a passing token in the header, answers with `data` and `error`, the meaning of its codes.
final class OpenApi {

    private final String source;
    private final URI address;
    private final ClientToken token;
    private final Transport transport;
    private final Supplier<Instant> renewed;

    /// @param source for messages
    /// @param renewed when a quota that is used up now comes back
    OpenApi(String source, URI address, ClientToken token, Transport transport, Supplier<Instant> renewed) {
        this.source = source;
        this.address = address;
        this.token = token;
        this.transport = transport;
        this.renewed = renewed;
    }

    /// What came of a question.
    sealed interface Came {

        /// An answer without an error.
        ///
        /// @param data its part of that name
        /// @param body all of it, without keys
        record Told(Reply.Received reply, Receipt receipt, JsonNode data, String body) implements Came {

            Answer.Malformed malformed(String why) {
                return new Answer.Malformed(receipt, body, why);
            }
        }

        /// Something else.
        record Ended(Answer answer) implements Came {
        }
    }

    String keyPrint() {
        return token.print();
    }

    /// Asks once.
    ///
    /// @param body of a POST; null for a GET
    Came ask(String path, @Nullable String body) {
        return switch (token.want()) {
            case ClientToken.Wanted.None none -> new Came.Ended(none.answer());
            case ClientToken.Wanted.Token let -> ask(path, body, let);
        };
    }

    private Came ask(String path, @Nullable String body, ClientToken.Wanted.Token let) {
        Call call = new Call(URI.create(address + path),
                Map.of("Authorization", "Bearer " + let.token().value(), "Content-Type", "application/json"), body);
        return switch (transport.send(call)) {
            case Reply.Unreached unreached -> new Came.Ended(new Answer.Unreached(unreached.why()));
            case Reply.Silence silence ->
                new Came.Ended(new Answer.RetryLater(Receipt.NONE, null, silence.why()));
            case Reply.Received reply -> understood(reply, let);
        };
    }

    private Came understood(Reply.Received reply, ClientToken.Wanted.Token let) {
        Receipt receipt = new Receipt(reply.status(), null);
        List<Secret> secrets = token.secrets();
        Optional<JsonNode> tree = Wire.object(reply.body());
        String code = tree.map(body -> body.at("/error/code").asString("")).orElse("");
        String detail = "HTTP " + reply.status() + " " + code + ": "
                + Wire.shown(tree.map(body -> body.at("/error/message").asString("")).orElse(reply.body()), secrets);
        String body = Wire.struck(reply.body(), secrets);
        return switch (code) {
            case "ok" -> new Came.Told(reply, receipt, tree.orElseThrow().path("data"), body);
            case "access_token_invalid" -> {
                token.forget();
                yield new Came.Ended(let.fresh()
                        ? new Answer.Forbidden(receipt, detail)
                        : new Answer.RetryLater(receipt, Duration.ZERO, detail));
            }
            case "scope_not_authorized", "scope_permission_missed" ->
                new Came.Ended(new Answer.Forbidden(receipt, detail));
            case "invalid_params", "invalid_param", "invalid_request" ->
                new Came.Ended(new Answer.Unfit(receipt, detail));
            case "rate_limit_exceeded", "internal_error", "timeout" ->
                new Came.Ended(new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), detail));
            case "daily_quota_limit_exceeded" ->
                new Came.Ended(new Answer.QuotaExhausted(receipt, renewed.get(), detail));
            default -> new Came.Ended(byStatus(reply, receipt, body, detail, !code.isEmpty()));
        };
    }

    private Answer byStatus(Reply.Received reply, Receipt receipt, String body, String detail, boolean known) {
        int status = reply.status();
        if (status == 408 || status == 429 || status >= 500) {
            return new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), detail);
        }
        return switch (status) {
            case 401, 403 -> new Answer.Forbidden(receipt, detail);
            case 404 -> known
                    ? new Answer.NotFound(receipt, detail)
                    : new Answer.Malformed(receipt, body,
                            "by somebody else; is " + source + ".url right? " + detail);
            default -> status < 400
                    ? new Answer.Malformed(receipt, body, "no answer with an error code: " + detail)
                    : new Answer.Unfit(receipt, detail);
        };
    }
}
