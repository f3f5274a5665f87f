package dev.upswell.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:20:00Z");
    private static final SandboxSettings SETTINGS = SandboxSettings.usual(3, NOON.plus(Duration.ofDays(6)));
    private static final String SEARCH = "/ensembledata/tt/keyword/search?name=the&period=7&cursor=0&token="
            + SandboxSettings.TOKEN;

    private Instant now = NOON;

    private List<HttpResponse<String>> get(SandboxSettings settings, String... paths) throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        InstantSource clock = () -> now;
        try (Sandbox sandbox = Sandbox.start(settings, clock, 0).orElseThrow();
                HttpClient client = HttpClient.newHttpClient()) {
            for (String path : paths) {
                answers.add(get(client, sandbox, path));
            }
        }
        return answers;
    }

    private static HttpResponse<String> get(HttpClient client, Sandbox sandbox, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(sandbox.address() + path)).timeout(Duration.ofSeconds(20));
        return client.send(path.startsWith("/sandbox/")
                ? request.POST(HttpRequest.BodyPublishers.noBody()).build()
                : request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theSameSeedGivesTheSameAnswersAndFates() throws Exception {
        SandboxSettings faulty = SETTINGS.with(new Shares(Map.of(Fate.THROTTLED, 0.3, Fate.MALFORMED, 0.3),
                Duration.ZERO));
        String[] paths = new String[12];
        Arrays.fill(paths, SEARCH);

        List<String> once = get(faulty, paths).stream().map(answer -> answer.statusCode() + answer.body()).toList();

        assertThat(get(faulty, paths).stream().map(answer -> answer.statusCode() + answer.body()).toList())
                .isEqualTo(once);
        assertThat(once).anyMatch(text -> text.startsWith("429")).anyMatch(text -> text.startsWith("200{\"data\":"));
    }

    @Test
    void everyAnswerSaysThatItIsSimulated() throws Exception {
        assertThat(get(SETTINGS, SEARCH, "/ensembledata/nowhere", "/elsewhere"))
                .allSatisfy(answer -> assertThat(answer.headers().firstValue("X-Upswell-Simulated")).isPresent());
    }

    @Test
    void timePassesAndTheWorldWithIt() throws Exception {
        String before = get(SETTINGS, SEARCH).getFirst().body();
        now = NOON.plus(Duration.ofHours(3));

        assertThat(get(SETTINGS, SEARCH).getFirst().body()).isNotEqualTo(before);
    }

    @Test
    void whatIsOrderedHappensOnce() throws Exception {
        List<HttpResponse<String>> answers = get(SETTINGS, "/sandbox/next?fate=failing", SEARCH, SEARCH,
                "/sandbox/next?fate=tired");

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 500, 200, 400);
        assertThat(answers.getLast().body()).contains("throttled");
    }

    @Test
    void wrongRequestsAreToldInTheProvidersWay() throws Exception {
        String token = "&token=" + SandboxSettings.TOKEN;
        assertThat(get(SETTINGS, SEARCH.replace("sandbox-token", "x"), SEARCH.replace("cursor=0", "cursor=x"),
                "/ensembledata/tt/user/posts?username=nobody&depth=1" + token,
                "/ensembledata/tt/post/multi-info?ids=" + "1;".repeat(101) + token,
                "/ensembledata/customer/get-used-units?date=2026-02-01" + token,
                "/ensembledata/customer/get-used-units?date=today" + token,
                "/tiktok-research/v2/research/video/query/"))
                .extracting(HttpResponse::statusCode).containsExactly(491, 422, 463, 464, 200, 422, 405);
    }

    @Test
    void aTakenPortIsToldByNoSandbox() {
        try (Sandbox first = Sandbox.start(SETTINGS, () -> now, 0).orElseThrow()) {
            int port = URI.create(first.address()).getPort();

            assertThat(Sandbox.start(SETTINGS, () -> now, port)).isEmpty();
        }
    }

    @Test
    void sharesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Shares(Map.of(Fate.SLOW, 0.6, Fate.SILENT, 0.6), Duration.ZERO))
                .hasMessageContaining("at most 1");
    }
}
