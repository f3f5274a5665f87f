package dev.upswell.server.live.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApifyTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final String NO_RUNS = "{\"data\":{\"items\":[]}}";
    private static final String STARTED = "{\"data\":{\"id\":\"HG7\",\"status\":\"READY\",\"defaultDatasetId\":\"wm\"}}";
    private static final String INPUT = "{\"hashtags\":[\"rest\"],\"resultsPerPage\":150}";

    private final List<Call> calls = new ArrayList<>();
    private final Deque<Reply> replies = new ArrayDeque<>();

    private void reply(int status, String body) {
        replies.add(new Reply.Received(status, Map.of("X-Apify-Pagination-Total", "201"), body));
    }

    private Answer ask(String subject, @Nullable String cursor) {
        return new Apify(URI.create("https://api.example/v2"), new Secret("apify-s3cret"),
                new Apify.Terms("some~actor", 50, 30, 75, 500), call -> {
                    calls.add(call);
                    return replies.remove();
                }, InstantSource.fixed(NOON)).ask(new Ask(Subject.parse(subject), NOON, cursor));
    }

    private static String run(String startedAt) {
        return "{\"data\":{\"items\":[{\"id\":\"OWN1\",\"startedAt\":\"" + startedAt
                + "\",\"defaultKeyValueStoreId\":\"kv1\"}]}}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"hashtag:rest|{\"hashtags\":[\"rest\"],\"resultsPerPage\":150}",
            "creator:@one|{\"profiles\":[\"one\"],\"resultsPerPage\":50}",
            "keyword:slow bread|{\"searchQueries\":[\"slow bread\"],\"searchSection\":\"/video\",\"resultsPerPage\":150}",
            "video:761|{\"postURLs\":[\"https://www.tiktok.com/@tiktok/video/761\"],\"resultsPerPage\":1}"})
    void aRunIsStartedWithMoreThanIsWantedAndABoundOfItsCost(String subject, String input) {
        reply(200, NO_RUNS);
        reply(201, STARTED);

        Answer answer = ask(subject, null);

        assertThat(answer).isEqualTo(new Answer.Underway(new Answer.Receipt(201, null), "run HG7",
                Duration.ofSeconds(15), null, "the run was started"));
        assertThat(calls.getLast().body()).isEqualTo(input);
        assertThat(calls.getLast().uri().toString())
                .startsWith("https://api.example/v2/actors/some~actor/runs?maxItems=")
                .endsWith("&maxTotalChargeUsd=0.75");
        assertThat(calls.getLast().headers()).containsEntry("Authorization", "Bearer apify-s3cret");
    }

    @Test
    void aRunThatWasBegunBeforeAKillIsTakenUpInsteadOfAnother() {
        reply(200, run("2026-02-01T12:00:05.000Z"));
        reply(200, "{\"resultsPerPage\":150,\"hashtags\":[\"rest\"],\"proxyCountryCode\":\"None\"}");

        assertThat(ask("hashtag:rest", null)).isInstanceOfSatisfying(Answer.Underway.class,
                underway -> assertThat(underway.next()).isEqualTo("run OWN1"));
        assertThat(calls).noneMatch(call -> call.body() != null);
    }

    @Test
    void runsOfOthersAndOfEarlierVisitsAreLeftAlone() {
        reply(200, run("2026-02-01T12:00:05.000Z"));
        reply(200, INPUT.replace("rest", "other"));
        reply(201, STARTED);
        assertThat(ask("hashtag:rest", null).label()).isEqualTo("underway");
        assertThat(calls).hasSize(3);

        reply(200, run("2026-02-01T11:58:00.000Z"));
        reply(201, STARTED);
        assertThat(ask("hashtag:rest", null).label()).isEqualTo("underway");
        assertThat(calls).hasSize(5);
    }

    @Test
    void whereItCannotBeKnownWhoseRunItIsNoneIsStarted() {
        reply(200, run("2026-02-01T12:00:05.000Z"));
        reply(503, "{}");

        assertThat(ask("hashtag:rest", null)).isInstanceOf(Answer.RetryLater.class);
        assertThat(calls).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"RUNNING|run HG7|15", "READY|run HG7|15", "TIMING-OUT|run HG7|15",
            "SUCCEEDED|items wm 0 SUCCEEDED|0", "TIMED-OUT|items wm 0 TIMED-OUT|0", "FAILED|items wm 0 FAILED|0"})
    void aRunIsWatchedUntilItEndsHowever(String status, String next, long after) {
        reply(200, "{\"data\":{\"status\":\"" + status + "\",\"defaultDatasetId\":\"wm\",\"usageTotalUsd\":1.261}}");

        assertThat(ask("hashtag:rest", "run HG7")).isInstanceOfSatisfying(Answer.Underway.class, underway -> {
            assertThat(underway.next()).isEqualTo(next);
            assertThat(underway.after()).isEqualTo(Duration.ofSeconds(after));
            assertThat(underway.total()).isEqualTo(after == 0 ? 127 : null);
            assertThat(underway.receipt().charged()).isZero();
        });
    }

    @Test
    void pagesAreCountedByTheirPlaceAndNotByTheirLength() {
        reply(200, "[{\"id\":\"1\"}]");
        reply(200, "[]");

        assertThat(ask("hashtag:rest", "items wm 0 SUCCEEDED")).isEqualTo(new Answer.Page(new Answer.Receipt(200, 0),
                FileFormat.APIFY_ITEMS, "[{\"id\":\"1\"}]", "items wm 200 SUCCEEDED", false));
        assertThat(((Answer.Page) ask("hashtag:rest", "items wm 200 SUCCEEDED")).next()).isNull();
        assertThat(calls.getLast().uri())
                .hasToString("https://api.example/v2/datasets/wm/items?format=json&clean=true&offset=200&limit=200");
    }

    @Test
    void whatWasPostedLongAgoIsLeftOutAndWhatDoesNotSayIsKept() {
        reply(200,
                "[{\"id\":\"1\",\"createTimeISO\":\"2026-01-01T00:00:00.000Z\"},{\"id\":\"2\",\"createTime\":1769860800},"
                        + "{\"id\":\"3\",\"createTime\":1},{\"id\":\"4\"},{\"errorCode\":\"NOT_FOUND\",\"input\":\"rest\"}]");

        assertThat(((Answer.Page) ask("hashtag:rest", "items wm 0 SUCCEEDED")).body()).isEqualTo(
                "[{\"id\":\"2\",\"createTime\":1769860800},{\"id\":\"4\"},{\"errorCode\":\"NOT_FOUND\",\"input\":\"rest\"}]");
    }

    @Test
    void aRunThatFailedWithoutAnItemIsNoEmptyFeed() {
        reply(200, "[]");

        assertThat(ask("hashtag:rest", "items wm 0 FAILED")).isInstanceOfSatisfying(Answer.Unfit.class,
                unfit -> assertThat(unfit.detail()).contains("FAILED"));
    }

    @ParameterizedTest
    @CsvSource({"401,token-not-provided,forbidden", "402,usage,quota-exhausted", "404,record-not-found,not-found",
            "400,invalid-input,unfit", "429,rate-limit-exceeded,retry-later", "500,internal,retry-later"})
    void errorsHaveTheMeaningOfTheContract(int status, String type, String label) {
        reply(status, "{\"error\":{\"type\":\"" + type + "\",\"message\":\"because of apify-s3cret\"}}");

        Answer answer = ask("hashtag:rest", "run HG7");

        assertThat(answer.label()).isEqualTo(label);
        assertThat(answer.toString()).contains("because").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"run HG7|{}", "run HG7|{\"data\":{\"status\":\"SUCCEEDED\"}}",
            "run HG7|<html>",
            "items wm 0 SUCCEEDED|{}"})
    void whatIsNotOfTheContractIsMalformed(String cursor, String body) {
        reply(200, body);

        assertThat(ask("hashtag:rest", cursor)).isInstanceOf(Answer.Malformed.class);
    }
}
