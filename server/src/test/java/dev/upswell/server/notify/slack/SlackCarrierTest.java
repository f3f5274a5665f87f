package dev.upswell.server.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventType;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.network.GuardedRequests;
import dev.upswell.server.network.StandIn;
import dev.upswell.server.network.StandIn.Asked;
import dev.upswell.server.network.StandIn.Said;
import dev.upswell.server.notify.NotBrought;
import dev.upswell.server.notify.NotifyRefused;
import dev.upswell.server.notify.Parcel;
import dev.upswell.server.notify.Post;
import dev.upswell.server.notify.SlackTarget;
import dev.upswell.server.notify.SlackTarget.Room;
import dev.upswell.server.store.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Messages to a web server in this process that answers as Slack does.
class SlackCarrierTest {

    private static final Room ROOM = new Room("C0123456789", "xoxb-1-secret");

    private StandIn slack;

    @BeforeEach
    void start() throws IOException {
        slack = new StandIn(_ -> Said.text(200, "ok"));
    }

    @AfterEach
    void stop() {
        slack.close();
    }

    private SlackCarrier carrier(String allowed, Duration within) {
        return new SlackCarrier(new GuardedRequests(AddressGuard.of(allowed), within), slack.at("/api/"),
                () -> Post.START);
    }

    private SlackCarrier carrier() {
        return carrier("127.0.0.1", Duration.ofSeconds(20));
    }

    private SlackTarget hook() {
        return SlackTarget.of("slack:" + slack.at("/services/T0/B0/secret"));
    }

    private static Parcel parcel(Event... notices) {
        return new Parcel(new UUID(7, 1), new TenantId(new UUID(1, 1)), "room", notices.length == 0, Post.START,
                List.of(notices));
    }

    private static Event failed(String reason) {
        EventType type = EventType.JOB_FAILED;
        return new Event(new UUID(3, 3), type.name(), "agent", type.role(), null,
                Map.of("job", "drift", "reason", reason),
                Post.START);
    }

    private NotBrought failure(SlackTarget target) {
        NotBrought failure = catchThrowableOfType(NotBrought.class,
                () -> carrier().carry(parcel(failed("x")), target, ""));
        assertThat(failure.why()).doesNotContain("secret");
        return failure;
    }

    @Test
    void aWebhookIsToldInBlocksAndTakesItByItsOk() throws Exception {
        carrier().carry(parcel(failed("the lake & <!channel> cannot be read")), hook(), "");

        Asked asked = slack.taken();
        assertThat(asked.path()).isEqualTo("/services/T0/B0/secret");
        assertThat(asked.headers()).doesNotContainKey("authorization")
                .containsEntry("content-type", "application/json; charset=utf-8");
        JsonNode body = JsonMapper.shared().readTree(asked.body());
        assertThat(body.path("text").asString()).isEqualTo("Upswell: A run of a job failed.");
        assertThat(body.at("/blocks/1/type").asString()).isEqualTo("section");
        assertThat(body.at("/blocks/1/text/type").asString()).isEqualTo("mrkdwn");
        assertThat(body.at("/blocks/1/text/text").asString()).isEqualTo("""
            *A run of a job failed.*
            2026-01-05 10:00:00 UTC · JOB_FAILED · scheduler
            • job: drift
            • reason: the lake &amp; &lt;!channel&gt; cannot be read""");
        assertThat(body.at("/blocks/1/text/verbatim").asBoolean()).isTrue();
        assertThat(body.at("/blocks/2/elements/0/text").asString()).contains(new UUID(7, 1).toString());
        assertThat(body.path("unfurl_links").asBoolean(true)).isFalse();
    }

    @Test
    void anAppWritesIntoItsChannelWithItsToken() throws Exception {
        slack.answers(_ -> Said.json(200, """
            {"ok": true, "channel": "C0123456789", "ts": "1503435956.000247", "message": {"type": "message"}}"""));

        carrier().carry(parcel(), ROOM, "");

        Asked asked = slack.taken();
        assertThat(asked.path()).isEqualTo("/api/chat.postMessage");
        assertThat(asked.headers()).containsEntry("authorization", "Bearer xoxb-1-secret");
        JsonNode body = JsonMapper.shared().readTree(asked.body());
        assertThat(body.path("channel").asString()).isEqualTo("C0123456789");
        assertThat(body.path("text").asString()).isEqualTo("Upswell: a test of the channel room");
    }

    @Test
    void manyNoticesStayWithinTheBlocksThatSlackTakes() throws Exception {
        carrier().carry(parcel(IntStream.range(0, 100).mapToObj(i -> failed("<".repeat(500) + i))
                .toArray(Event[]::new)), hook(), "");

        JsonNode blocks = JsonMapper.shared().readTree(slack.taken().body()).path("blocks");
        assertThat(blocks.size()).isBetween(40, 50);
        assertThat(blocks.valueStream().map(block -> block.at("/text/text").asString("").length()))
                .allMatch(length -> length <= 3_000);
        assertThat(blocks.get(blocks.size() - 2).at("/text/text").asString())
                .isEqualTo("More stands on the page Events.");
    }

    @ParameterizedTest
    @CsvSource({"400,invalid_payload", "403,action_prohibited", "404,no_service", "410,channel_is_archived"})
    void whatAWebhookRefusesIsNotTriedAgain(int status, String word) {
        slack.answers(_ -> Said.text(status, word));

        assertThat(failure(hook())).returns(true, NotBrought::isForGood)
                .returns("Slack answered " + status + " (" + word + ")", NotBrought::why);
    }

    @Test
    void whatIsWrongAtSlackIsTriedAgain() {
        slack.answers(_ -> Said.text(500, "rollup_error"));
        assertThat(failure(hook())).returns(false, NotBrought::isForGood).returns("Slack answered 500",
                NotBrought::why);

        slack.answers(_ -> Said.text(200, "<html>a proxy's page</html>"));
        assertThat(failure(hook())).returns(false, NotBrought::isForGood)
                .returns("Slack answered something else than ok", NotBrought::why);

        slack.answers(_ -> Said.json(200, "{\"ok\": tr"));
        assertThat(failure(ROOM)).returns(false, NotBrought::isForGood)
                .returns("Slack answered something that is no JSON", NotBrought::why);

        slack.answers(_ -> new Said(302, Map.of("Location", "/elsewhere"), ""));
        assertThat(failure(hook())).returns(false, NotBrought::isForGood)
                .returns("Slack answered 302, and redirections are not followed", NotBrought::why);
    }

    @ParameterizedTest
    @CsvSource({"30,PT30S", "'Mon, 05 Jan 2026 10:02:00 GMT',PT2M", "'Mon, 05 Jan 2026 09:00:00 GMT',PT0S", "soon,PT0S",
            "99999999999999999999,PT0S"})
    void tooManyMessagesAreSentAsLateAsSlackAsks(String after, Duration wait) {
        slack.answers(_ -> Said.tooMany(after, "{\"ok\": false, \"error\": \"ratelimited\"}"));

        assertThat(failure(ROOM)).returns(false, NotBrought::isForGood).returns(wait, NotBrought::leastWait);
        assertThat(failure(hook())).returns(wait, NotBrought::leastWait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_not_found", "not_in_channel", "is_archived", "invalid_auth", "token_revoked",
            "missing_scope"})
    void anAppsRefusalComesWithStatus200AndIsNotTriedAgain(String error) {
        slack.answers(_ -> Said.json(200, "{\"ok\": false, \"error\": \"" + error + "\"}"));

        assertThat(failure(ROOM)).returns(true, NotBrought::isForGood)
                .returns("Slack refused the message (" + error + ")", NotBrought::why);
    }

    @Test
    void anAppThatWroteTooMuchIsTriedAgain() {
        slack.answers(_ -> Said.json(200, "{\"ok\": false, \"error\": \"rate_limited\"}"));

        assertThat(failure(ROOM)).returns(false, NotBrought::isForGood);
    }

    @Test
    void whoDoesNotAnswerIsTriedAgain() {
        CountDownLatch over = new CountDownLatch(1);
        slack.answers(_ -> {
            try {
                assertThat(over.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Said.text(200, "ok");
        });

        NotBrought failure = catchThrowableOfType(NotBrought.class,
                () -> carrier("127.0.0.1", Duration.ofMillis(300)).carry(parcel(), hook(), ""));
        over.countDown();

        assertThat(failure).returns(false, NotBrought::isForGood)
                .returns("Slack cannot be reached: it did not answer in time", NotBrought::why);
    }

    @Test
    void whoIsAwayIsTriedAgain() {
        SlackTarget hook = hook();
        slack.close();

        assertThat(failure(hook)).returns(false, NotBrought::isForGood)
                .returns("Slack cannot be reached: nobody listens there", NotBrought::why);
    }

    @Test
    void nothingLeadsInsideAPrivateNetworkOrCanBeReadOnTheWay() {
        SlackCarrier guarded = carrier("", Duration.ofSeconds(20));

        assertThatThrownBy(() -> guarded.requireWay(hook())).isInstanceOf(NotifyRefused.class)
                .hasMessageContaining("where no request is sent");
        assertThat(catchThrowableOfType(NotBrought.class, () -> guarded.carry(parcel(), hook(), "")).why())
                .contains("where no request is sent");
        assertThatThrownBy(() -> guarded.requireWay(SlackTarget.of("slack:http://93.184.215.14/hook")))
                .isInstanceOf(NotifyRefused.class).hasMessageContaining("must begin with https://");
        assertThat(slack.waiting()).isZero();
    }
}
