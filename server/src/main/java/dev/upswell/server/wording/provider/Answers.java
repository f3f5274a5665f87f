package dev.upswell.server.wording.provider;

import dev.upswell.server.wording.Reply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an answer over HTTP says, by the contracts of the providers.
final class Answers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Answers() {
    }

    static Reply of(Dialect dialect, GuardedHttp.Answer answer) {
        if (answer.status() / 100 != 2) {
            return unanswered(answer);
        }
        JsonNode body = read(answer.body());
        if (body == null || !body.isObject()) {
            return new Reply.Broken("its body is no JSON", Reply.Usage.NONE);
        }
        return switch (dialect) {
            case ANTHROPIC -> message(body);
            case OPENAI -> completion(body);
        };
    }

    private static @Nullable JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException broken) {
            return null;
        }
    }

    private static Reply message(JsonNode body) {
        JsonNode usage = body.path("usage");
        Reply.Usage used = new Reply.Usage(usage.path("input_tokens").asLong(0)
                + usage.path("cache_creation_input_tokens").asLong(0) + usage.path("cache_read_input_tokens").asLong(0),
                usage.path("output_tokens").asLong(0));
        String stop = body.path("stop_reason").asString("");
        return switch (stop) {
            case "end_turn", "stop_sequence" -> {
                for (JsonNode block : body.path("content")) {
                    if (block.path("type").asString("").equals("text")) {
                        yield new Reply.Said(block.path("text").asString(""), used);
                    }
                }
                yield new Reply.Broken("it has no text", used);
            }
            case "max_tokens", "model_context_window_exceeded" -> new Reply.Cut(used);
            case "refusal" -> new Reply.Refused(used);
            default -> new Reply.Broken("it stopped for another reason", used);
        };
    }

    private static Reply completion(JsonNode body) {
        JsonNode usage = body.path("usage");
        Reply.Usage used = new Reply.Usage(usage.path("prompt_tokens").asLong(0),
                usage.path("completion_tokens").asLong(0));
        JsonNode choice = body.path("choices").path(0);
        JsonNode refusal = choice.path("message").path("refusal");
        if (refusal.isString() && !refusal.asString().isBlank()) {
            return new Reply.Refused(used);
        }
        JsonNode content = choice.path("message").path("content");
        return switch (choice.path("finish_reason").asString("")) {
            case "stop" -> content.isString()
                    ? new Reply.Said(content.asString(), used)
                    : new Reply.Broken("it has no text", used);
            case "length" -> new Reply.Cut(used);
            case "content_filter" -> new Reply.Refused(used);
            default -> new Reply.Broken("it stopped for another reason", used);
        };
    }

    private static Reply unanswered(GuardedHttp.Answer answer) {
        int status = answer.status();
        return switch (status) {
            case 429 -> {
                boolean spent = isSpent(answer.body());
                yield new Reply.Busy(spent ? "its quota is used up (429)" : "it has too many requests (429)",
                        after(answer), spent);
            }
            case 529 -> new Reply.Busy("it is overloaded (529)", after(answer), true);
            case 503 -> new Reply.Busy("it has no room (503)", after(answer), false);
            case 401, 403 -> new Reply.Failed("it does not take the key (" + status + ")", false);
            case 402 -> new Reply.Failed("it asks for payment (402)", false);
            case 404 -> new Reply.Failed("it does not know the model or the address (404)", false);
            case 408, 409 -> new Reply.Failed("it did not answer (" + status + ")", true);
            default -> new Reply.Failed("it answered with status " + status, status >= 500);
        };
    }

    private static boolean isSpent(String body) {
        JsonNode error = read(body);
        return error != null && error.path("error").path("code").asString("").equals("insufficient_quota");
    }

    private static @Nullable Duration after(GuardedHttp.Answer answer) {
        Duration exact = number(answer.header("retry-after-ms"), 1);
        return exact != null ? exact : number(answer.header("retry-after"), 1_000);
    }

    private static @Nullable Duration number(@Nullable String text, long millis) {
        return text != null && text.matches("\\d{1,9}(\\.\\d{1,9})?")
                ? Duration.ofMillis(Math.round(Double.parseDouble(text) * millis))
                : null;
    }
}
