package dev.upswell.server.integrate;

import dev.upswell.server.network.AddressRefused;
import dev.upswell.server.network.GuardedRequests;
import dev.upswell.server.network.GuardedRequests.Answer;
import dev.upswell.server.notify.NotBrought;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests to one tracker and what its answers mean to whoever would ask again.
///
/// @param tracker what it is called in a sentence
/// @param authorization the header that lets in; never shown
public record Calls(String tracker, GuardedRequests requests, String authorization, InstantSource clock) {

    private static final int TOO_MANY = 429;
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_SAID = 300;

    /// What was answered.
    ///
    /// @param status 200 to 299, or 400, or 404
    /// @param body an empty object for what is no JSON in a refusal
    public record Reply(int status, JsonNode body) {

        /// Whether it was done.
        public boolean isDone() {
            return status < 300;
        }

        /// Whether there is no such thing.
        public boolean isMissing() {
            return status == NOT_FOUND;
        }
    }

    /// Asks.
    public Reply read(URI address) throws NotBrought {
        return sent(request(address).GET());
    }

    /// Sends JSON.
    public Reply post(URI address, String json) throws NotBrought {
        return sent(request(address).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "application/json").header("User-Agent", "Upswell")
                .header("Authorization", authorization);
    }

    private Reply sent(HttpRequest.Builder request) throws NotBrought {
        Answer answer;
        try {
            answer = requests.send(request.build());
        } catch (AddressRefused refused) {
            throw NotBrought.forNow(refused.getMessage() + ". " + AddressRefused.ADVICE);
        } catch (IOException e) {
            throw NotBrought.unreached(tracker, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotBrought.forNow("the sending was stopped");
        }
        return judged(answer);
    }

    private Reply judged(Answer answer) throws NotBrought {
        int status = answer.status();
        Duration wait = answer.waitAsked(clock.instant()).orElse(Duration.ZERO);
        if (status == TOO_MANY) {
            throw NotBrought.forNow(tracker + " answered 429: too many requests", wait);
        }
        if (status == 401 || status == 403) {
            throw NotBrought
                    .forGood(tracker + " answered " + status + ": the account or its token is not let in there");
        }
        if (status >= 500 || status >= 300 && status < 400) {
            throw NotBrought.forNow(tracker + " answered " + status
                    + (status < 400 ? ", and redirections are not followed" : ""), wait);
        }
        if (status >= 400) {
            return new Reply(status, refusal(answer.body()));
        }
        try {
            return new Reply(status, JsonMapper.shared().readTree(answer.body()));
        } catch (JacksonException broken) {
            throw NotBrought.forNow(tracker + " answered something that is no JSON");
        }
    }

    private static JsonNode refusal(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException text) {
            String said = body.strip().replaceAll("\\p{Cntrl}+", " ");
            return JsonMapper.shared().createObjectNode().put("text",
                    said.length() > LONGEST_SAID ? said.substring(0, LONGEST_SAID) + "…" : said);
        }
    }

    /// A refusal that another try would meet too.
    ///
    /// @param said what the tracker says of it; may be empty
    public NotBrought refused(Reply reply, String said) {
        String told = said.length() > LONGEST_SAID ? said.substring(0, LONGEST_SAID) + "…" : said;
        return NotBrought.forGood(tracker + " answered " + reply.status() + (told.isEmpty() ? "" : ": " + told));
    }
}
