package dev.upswell.server.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventType;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.notify.NotBrought;
import dev.upswell.server.notify.NotifyRefused;
import dev.upswell.server.notify.Parcel;
import dev.upswell.server.notify.Post;
import dev.upswell.server.notify.Target.Hook;
import dev.upswell.server.store.TenantId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests to a web server in this process.
class WebhookCarrierTest {

    private static final String SECRET = "c2VjcmV0";

    private final LinkedBlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private final WebhookCarrier carrier = carrier("127.0.0.1");
    private HttpServer server;
    private int status = 204;

    private record Got(Headers headers, String body) {
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            got.add(new Got(exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static WebhookCarrier carrier(String allowed) {
        return new WebhookCarrier(AddressGuard.of(allowed), () -> Instant.parse("2026-01-05T10:00:07.9Z"));
    }

    private Hook hook() {
        return new Hook(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/services/T0P-key?x=1"));
    }

    private static Parcel parcel() {
        EventType type = EventType.JOB_FAILED;
        return new Parcel(new UUID(7, 1), new TenantId(new UUID(1, 1)), "hook", false, Post.START,
                List.of(new Event(new UUID(3, 3), type.name(), "agent", type.role(), null,
                        Map.of("job", "drift", "reason", "Ümläut"), Post.START)));
    }

    @Test
    void aReceiverCanCheckWhoSentItWhenAndWhetherItCameBefore() throws Exception {
        carrier.carry(parcel(), hook(), SECRET);

        Got request = got.remove();
        assertThat(request.headers().getFirst("Upswell-Delivery")).isEqualTo(new UUID(7, 1).toString());
        assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(request.headers().getFirst("Upswell-Signature"))
                .isEqualTo("t=1767607207,v1=" + hmac("1767607207." + request.body()));
        JsonNode body = JsonMapper.shared().readTree(request.body());
        assertThat(body.at("/delivery").asString()).isEqualTo(new UUID(7, 1).toString());
        assertThat(body.at("/test").asBoolean()).isFalse();
        assertThat(body.at("/notices/0/type").asString()).isEqualTo("JOB_FAILED");
        assertThat(body.at("/notices/0/at").asString()).isEqualTo("2026-01-05T10:00:00Z");
        assertThat(body.at("/notices/0/facts/reason").asString()).isEqualTo("Ümläut");
    }

    @Test
    void theSignatureIsThatOfAPublishedVector() {
        // RFC 4231, test case 2, with the time in front of its data.
        assertThat(Signature.of("Jefe", Instant.EPOCH, "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("t=0,v1=" + hmac("Jefe", "0.what do ya want for nothing?"));
        assertThat(hmac("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 429, 500, 503})
    void whatWasNotTakenIsTriedAgain(int answer) {
        status = answer;

        assertThat(failure(carrier, hook())).returns(false, NotBrought::isForGood)
                .satisfies(failed -> assertThat(failed.why()).startsWith("the webhook answered " + answer));
        assertThat(got).hasSize(1);
    }

    @Test
    void whoWantsNoMoreGetsNoMore() {
        status = 410;

        assertThat(failure(carrier, hook())).returns(true, NotBrought::isForGood)
                .returns("the webhook answered 410: it wants no more", NotBrought::why);
    }

    /// Else what was taken would be sent again.
    @Test
    void anAnswerThatDoesNotEndIsTakenByItsBeginning() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.removeContext("/");
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            try {
                assertThat(over.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });

        try {
            assertThatCode(() -> carrier.carry(parcel(), hook(), SECRET)).doesNotThrowAnyException();
        } finally {
            over.countDown();
        }
    }

    @Test
    void whoIsAwayIsTriedAgain() {
        Hook hook = hook();
        server.stop(0);

        assertThat(failure(carrier, hook)).returns(false, NotBrought::isForGood)
                .satisfies(failed -> assertThat(failed.why()).startsWith("the webhook cannot be reached"));
    }

    @Test
    void aNameThatNobodyKnowsIsTriedAgain() {
        assertThat(failure(carrier, new Hook(URI.create("https://hook.invalid/T0P-key"))))
                .returns(false, NotBrought::isForGood)
                .returns("the webhook cannot be reached: its name is not known", NotBrought::why);
    }

    @Test
    void nothingLeadsInsideAPrivateNetwork() {
        WebhookCarrier guarded = carrier("");

        assertThatThrownBy(() -> guarded.requireWay(hook())).isInstanceOf(NotifyRefused.class)
                .hasMessageContaining("127.0.0.1 is this machine, where no request is sent")
                .hasMessageContaining("network.private-hosts");
        assertThat(failure(guarded, hook())).returns(false, NotBrought::isForGood)
                .satisfies(failed -> assertThat(failed.why()).contains("where no request is sent",
                        "network.private-hosts"));
        for (String address : List.of("https://10.0.0.7/hook", "https://169.254.169.254/latest", "https://[::1]/x",
                "https://192.168.1.1/", "https://[::ffff:10.0.0.1]/x")) {
            assertThatThrownBy(() -> guarded.requireWay(new Hook(URI.create(address)))).as(address)
                    .hasMessageContaining("where no request is sent");
        }
        assertThat(got).isEmpty();
    }

    @Test
    void httpIsForPrivateNetworksAlone() {
        assertThatThrownBy(() -> carrier.requireWay(new Hook(URI.create("http://93.184.215.14/hook"))))
                .isInstanceOf(NotifyRefused.class).hasMessageContaining("must begin with https://");
        assertThatCode(() -> carrier.requireWay(hook())).doesNotThrowAnyException();
        assertThatCode(() -> carrier.requireWay(new Hook(URI.create("https://93.184.215.14/hook"))))
                .doesNotThrowAnyException();
    }

    private static NotBrought failure(WebhookCarrier carrier, Hook hook) {
        NotBrought failed = catchThrowableOfType(NotBrought.class, () -> carrier.carry(parcel(), hook, SECRET));
        assertThat(failed.why()).doesNotContain("T0P-key", SECRET);
        return failed;
    }

    private static String hmac(String text) {
        return hmac(SECRET, text);
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
