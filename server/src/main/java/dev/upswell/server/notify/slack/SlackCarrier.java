package dev.upswell.server.notify.slack;

import dev.upswell.server.network.AddressRefused;
import dev.upswell.server.network.GuardedRequests;
import dev.upswell.server.network.GuardedRequests.Answer;
import dev.upswell.server.notify.Carrier;
import dev.upswell.server.notify.NotBrought;
import dev.upswell.server.notify.NotifyRefused;
import dev.upswell.server.notify.Parcel;
import dev.upswell.server.notify.SlackTarget;
import dev.upswell.server.notify.SlackTarget.Incoming;
import dev.upswell.server.notify.SlackTarget.Room;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes parcels into channels of Slack. Slack recognises nothing that comes twice: the delivery's id stands under each message.
///
/// **source** Slack's incoming webhooks and `chat.postMessage`
public final class SlackCarrier implements Carrier<SlackTarget> {

    private static final int TOO_MANY = 429;
    private static final String WORD = "[a-z_]{1,60}";
    /// What Slack answers to what would be taken another time.
    private static final Set<String> PASSING = Set.of("rate_limited", "ratelimited", "internal_error", "fatal_error",
            "service_unavailable", "request_timeout");

    private final GuardedRequests requests;
    private final URI api;
    private final InstantSource clock;

    /// @param requests where requests may lead
    /// @param api the root of Slack's methods, such as `https://slack.com/api/`
    /// @param clock tells how long is left until an instant that Slack names
    public SlackCarrier(GuardedRequests requests, URI api, InstantSource clock) {
        this.requests = requests;
        this.api = api;
        this.clock = clock;
    }

    @Override
    public void requireWay(SlackTarget target) {
        requests.objection(address(target)).ifPresent(why -> {
            throw NotifyRefused.unusable(why, AddressRefused.ADVICE);
        });
    }

    private URI address(SlackTarget target) {
        return switch (target) {
            case Incoming incoming -> incoming.hook().address();
            case Room _ -> api.resolve("chat.postMessage");
        };
    }

    @Override
    public void carry(Parcel parcel, SlackTarget target, String secret) throws NotBrought {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(target)).header("User-Agent", "Upswell")
                .header("Content-Type", "application/json; charset=utf-8");
        switch (target) {
            case Incoming _ -> judgeHook(sent(request, SlackMessage.of(parcel)));
            case Room room -> judgePost(sent(request.header("Authorization", "Bearer " + room.token()),
                    SlackMessage.of(parcel, room.channel())));
        }
    }

    private Answer sent(HttpRequest.Builder request, String body) throws NotBrought {
        try {
            return requests.send(
                    request.POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)).build());
        } catch (AddressRefused refused) {
            throw NotBrought.forNow(refused.getMessage() + ". " + AddressRefused.ADVICE);
        } catch (IOException e) {
            throw NotBrought.unreached("Slack", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotBrought.forNow("the sending was stopped");
        }
    }

    private void judgeHook(Answer answer) throws NotBrought {
        requireTaken(answer);
        if (!answer.body().strip().equals("ok")) {
            throw NotBrought.forNow("Slack answered something else than ok" + said(answer.body().strip()));
        }
    }

    private void judgePost(Answer answer) throws NotBrought {
        requireTaken(answer);
        JsonNode body;
        try {
            body = JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException broken) {
            throw NotBrought.forNow("Slack answered something that is no JSON");
        }
        if (body.path("ok").asBoolean(false)) {
            return;
        }
        String error = body.path("error").asString("");
        if (error.isEmpty() || PASSING.contains(error)) {
            throw NotBrought.forNow("Slack did not take the message" + said(error), waitOf(answer));
        }
        throw NotBrought.forGood("Slack refused the message" + said(error));
    }

    /// A refusal is for good, but for "too many" and what is wrong at Slack itself.
    private void requireTaken(Answer answer) throws NotBrought {
        int status = answer.status();
        if (status == TOO_MANY) {
            throw NotBrought.forNow("Slack answered 429: too many messages", waitOf(answer));
        }
        if (status >= 400 && status < 500) {
            throw NotBrought.forGood("Slack answered " + status + said(answer.body().strip()));
        }
        if (status != 200) {
            throw NotBrought.forNow("Slack answered " + status
                    + (status > 299 && status < 400 ? ", and redirections are not followed" : ""), waitOf(answer));
        }
    }

    private Duration waitOf(Answer answer) {
        return answer.waitAsked(clock.instant()).orElse(Duration.ZERO);
    }

    /// What Slack calls it, where that is a word of its own and nothing that was sent.
    private static String said(String word) {
        return word.matches(WORD) ? " (" + word + ")" : "";
    }
}
