package dev.upswell.server.scorecard.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.scorecard.Input;
import dev.upswell.server.scorecard.Scoring;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.ShellSettings;
import dev.upswell.server.web.SiteClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ScorecardRestTest {

    private static final Offset<Double> EXACT = within(1e-9);
    /// What the origin was asked and what it answered; the engine's own test explains the lines.
    private static final Path SEED_CASES = Path.of("..", "engine", "src", "test", "resources", "dev", "upswell",
            "scorecard", "seed-cases.txt");
    private static final JsonMapper JSON = new JsonMapper();

    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        server = LocalSite.of(List.of(ScorecardRestConfiguration.class), InstantSource.fixed(Instant.EPOCH),
                ShellSettings.loopback(), (Scoring.Source) () -> Scoring.WRITTEN);
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode asked(String path, String document, int status) {
        HttpResponse<String> answer = site.postJson(path, document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private record Case(String path, ObjectNode inputs, List<String[]> answers) {
    }

    private static List<Case> seedCases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(SEED_CASES)) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "case" -> cases.add(new Case(words[1].equals("compare") ? "/compare-algorithms" : "/analyze",
                        JSON.createObjectNode().put("creator_id", "c"), new ArrayList<>()));
                case "input" -> cases.getLast().inputs().put(words[1], Double.parseDouble(words[2]));
                default -> cases.getLast().answers().add(words);
            }
        }
        return cases;
    }

    @Test
    void compatibilityAnswersWhatTheOriginAnswers() throws IOException {
        List<Case> cases = seedCases();
        assertThat(cases).hasSize(10);
        int compared = 0;
        for (Case one : cases) {
            JsonNode answer = asked(one.path() + "?mode=compatibility", one.inputs().toString(), 200);
            int advice = 0;
            int low = 0;
            for (String[] wanted : one.answers()) {
                compared += switch (wanted[0]) {
                    case "compare" -> numbers(wanted, 1, answer.at("/comparison"), "new_weighted_score",
                            "equal_weighted_score", "score_difference", "percentage_change",
                            "revenue_focus_improvement");
                    case "overall" -> number(wanted[1], answer.at("/overall_score"))
                            + number(wanted[3], answer.at("/revenue_focus_score"))
                            + number(wanted[1], answer.at("/insights/overall_performance"))
                            + number(wanted[3], answer.at("/insights/current_revenue_score"));
                    case "score" -> number(wanted[2], answer.at("/individual_scores/" + wanted[1] + "_scorer"))
                            + same(wanted[3], answer.at("/performance_levels/" + wanted[1] + "_scorer"));
                    case "tier" -> numbers(wanted, 2, answer.at("/tier_breakdown/tier_" + wanted[1]), "total_weight",
                            "average_score")
                            + number(wanted[3], answer.at("/insights/tier_performance/tier_" + wanted[1]));
                    case "advice" -> {
                        JsonNode next = answer.at("/recommendations/" + advice++);
                        yield same(wanted[1], next.at("/component")) + same(wanted[2], next.at("/severity"))
                                + numbers(wanted, 3, next, "current_score", "target_score", "expected_improvement",
                                        "priority_score", "confidence");
                    }
                    case "low" -> {
                        JsonNode next = answer.at("/insights/low_performance_kpis/" + low++);
                        yield same(wanted[1] + "_scorer", next.at("/kpi"))
                                + numbers(wanted, 2, next, "score", "weight", "impact");
                    }
                    default -> numbers(wanted, 1, answer.at("/insights"), "max_possible_revenue_score",
                            "improvement_potential");
                };
            }
            assertThat(answer.at("/recommendations").size()).isEqualTo(advice);
            assertThat(answer.at("/insights/low_performance_kpis").size()).isEqualTo(low);
        }
        assertThat(compared).isEqualTo(5 + 9 * (4 + 26 + 9 + 2) + 25 * 7 + 15 * 4);
    }

    private static int numbers(String[] wanted, int from, JsonNode node, String... fields) {
        for (int i = 0; i < fields.length; i++) {
            assertThat(node.path(fields[i]).isNumber()).as(fields[i]).isTrue();
            assertThat(node.path(fields[i]).asDouble()).as(fields[i]).isEqualTo(Double.parseDouble(wanted[from + i]),
                    EXACT);
        }
        return fields.length;
    }

    private static int number(String wanted, JsonNode node) {
        assertThat(node.isNumber()).isTrue();
        assertThat(node.asDouble()).isEqualTo(Double.parseDouble(wanted), EXACT);
        return 1;
    }

    private static int same(String wanted, JsonNode node) {
        assertThat(node.asString()).isEqualTo(wanted);
        return 1;
    }

    @Test
    void whatIsMissingIsLeftOutAndNamed() {
        JsonNode card = asked("/analyze", "{\"creator_id\":\"me\",\"conversion_rate\":0.05,\"total_revenue\":null}",
                200);

        assertThat(card.at("/overall_score").asDouble()).isEqualTo(0.5);
        assertThat(card.at("/creator_id").asString()).isEqualTo("me");
        assertThat(card.at("/indicators/sales_performance/coverage").asDouble()).isEqualTo(0.4);
        assertThat(card.at("/indicators/sales_performance/missing").toString())
                .isEqualTo("[\"total_revenue\",\"avg_order_value\"]");
        assertThat(card.at("/indicators/tiktok_shop").has("score")).isFalse();
        assertThat(card.at("/tier_breakdown/tier_3").has("average_score")).isFalse();
        assertThat(card.at("/best_score").asDouble() - card.at("/worst_score").asDouble()).isEqualTo(0.88, EXACT);
        assertThat(card.at("/recommendations").size()).isZero();
        assertThat(card.at("/unknown").size()).isEqualTo(5);
        assertThat(asked("/analyze", "{}", 200).has("overall_score")).isFalse();
    }

    @Test
    void aBottleneckComesWithStepsAndAnExperimentOfKnownSize() {
        JsonNode first = asked("/analyze", "{\"conversion_rate\":0.02,\"video_quality\":0.3}", 200)
                .at("/recommendations/0");

        assertThat(first.at("/component").asString()).isEqualTo("conversion_rate");
        assertThat(first.at("/severity").asString()).isEqualTo("medium");
        assertThat(first.at("/title").asString()).isEqualTo("Turn more visits into orders");
        assertThat(first.at("/actions").size()).isEqualTo(5);
        assertThat(first.at("/experiment/formula").asString()).isEqualTo("two-proportion z test, pooled variance");
        assertThat(first.at("/experiment/expected").asDouble()).isEqualTo(0.036, EXACT);
        assertThat(first.at("/experiment/units_per_group").asLong()).isEqualTo(1_668);
    }

    @Test
    void allThatIsWrongComesBackTogether() {
        JsonNode problem = asked("/analyze",
                "{\"conversion_rate\":1.5,\"total_revenue\":\"much\",\"convertion_rate\":0.1,\"creator_id\":7,\"target_aov\":0}",
                400);

        assertThat(problem.at("/problems").valueStream().map(JsonNode::asString).toList()).containsExactlyInAnyOrder(
                "conversion_rate must be from 0 to 1, and is 1.5.", "total_revenue must be a number, and is \"much\".",
                "There is no input convertion_rate.", "creator_id must be a text of 1 to 200 characters.",
                "target_aov must be above 0, and is 0.0.");
        assertThat(asked("/analyze", "{\"conversion_rate\":", 400).at("/detail").asString())
                .startsWith("This is no JSON");
        assertThat(asked("/analyze", "", 400).at("/detail").asString())
                .isEqualTo("A part of the request cannot be read.");
        assertThat(asked("/analyze", "[1]", 400).at("/detail").asString()).startsWith("A JSON object is expected");
    }

    @Test
    void comparisonSaysThatMorePointsAreNotMoreRight() {
        JsonNode told = asked("/compare-algorithms", "{\"conversion_rate\":0.05}", 200).at("/comparison");

        assertThat(told.at("/new_weighted_score").asDouble()).isEqualTo(told.at("/equal_weighted_score").asDouble());
        assertThat(told.at("/what_it_says").asString()).contains("does not say that it is right");
    }

    @Test
    void theDemoIsRealArithmetic() {
        JsonNode demo = JSON.readTree(site.json("/demo-data").body());

        JsonNode again = asked("/analyze", demo.at("/demo_data").toString(), 200);
        assertThat(again).isEqualTo(demo.at("/analysis"));
        assertThat(again.at("/overall_score").asDouble()).isBetween(0.4, 0.6);
        assertThat(again.at("/recommendations").size()).isGreaterThan(2);
        assertThat(demo.at("/comparison/new_weighted_score").asDouble())
                .isEqualTo(again.at("/overall_score").asDouble());
        assertThat(demo.at("/comparison/score_difference").asDouble()).isNotZero();
        assertThat(JSON.readTree(site.json("/health").body()).at("/status").asString()).isEqualTo("healthy");
    }

    private static HttpResponse<String> batch(String type, byte[] body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.address() + "/analyze/batch")).header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aBatchScoresGoodRowsAndNamesBadOnesWithTheirLine() throws Exception {
        String table = "creator_id,conversion_rate,total_revenue\nada,0.05,\nbob,2,-1\n";
        String lines = "{\"creator_id\":\"ada\",\"conversion_rate\":0.05}\n\n{\"creator_id\":\"bob\",\"conversion_rate\":2,\"total_revenue\":-1}\n";

        JsonNode byTable = JSON.readTree(batch("text/csv", table.getBytes(StandardCharsets.UTF_8)).body());
        JsonNode byLines = JSON.readTree(batch("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8)).body());

        for (JsonNode answer : List.of(byTable, byLines)) {
            assertThat(answer.at("/scored/0/creator_id").asString()).isEqualTo("ada");
            assertThat(answer.at("/scored/0/overall_score").asDouble()).isEqualTo(0.5);
            assertThat(answer.at("/scored/0/tier1").asDouble()).isEqualTo(0.5);
            assertThat(answer.at("/scored/0").has("tier2")).isFalse();
            assertThat(answer.at("/refused/0/line").asInt()).isEqualTo(3);
            assertThat(answer.at("/refused/0/problems").size()).isEqualTo(2);
        }
    }

    @Test
    void aBatchIsBounded() throws Exception {
        String rows = "creator_id,conversion_rate\n" + "ada,0.05\n".repeat(BatchText.MOST_ROWS + 1);
        HttpResponse<String> tooMany = batch("text/csv", rows.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> tooLarge = batch("text/csv", new byte[BatchText.LARGEST + 1]);
        HttpResponse<String> noText = batch("text/csv", new byte[]{(byte) 0xC3, (byte) 0x28});

        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("There are 20,001 rows, and at most 20,000 can be scored at once");
        assertThat(tooLarge.statusCode()).isEqualTo(422);
        assertThat(tooLarge.body()).contains("More than 10 MB cannot be read at once");
        assertThat(noText.statusCode()).isEqualTo(422);
        assertThat(noText.body()).contains("This is no UTF-8");
    }

    @Test
    void weightsAreThoseOfTheTiers() {
        JsonNode weights = JSON.readTree(site.json("/weights/api").body()).at("/weights");

        assertThat(weights.size()).isEqualTo(13);
        assertThat(weights.at("/sales_performance/weight").asDouble()).isEqualTo(0.3);
        assertThat(weights.at("/brand_fit/tier").asInt()).isEqualTo(2);
    }

    @Test
    @Tag("slow")
    void noRequestWhateverItHoldsIsAFailure() {
        var random = new SplittableRandom(20261122);
        int sound = 0;
        for (int i = 0; i < 20_000; i++) {
            String path = random.nextBoolean() ? "/analyze" : "/compare-algorithms";
            HttpResponse<String> answer = site.postJson(path + (random.nextInt(3) == 0 ? "?mode=compatibility" : ""),
                    odd(random));
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
            sound += answer.statusCode() == 200 ? 1 : 0;
        }
        assertThat(sound).as("some can be scored").isBetween(2_000, 18_000);
    }

    private static String odd(SplittableRandom random) {
        String[] values = {"0", "1", "0.5", "-1", "1e308", "-1e308", "1e999", "null", "true", "\"x\"", "[]", "{}",
                "1e-320", "\"\\u0000\"", "99999999999999999999999", "0.30000000000000004", "NaN", ""};
        StringBuilder document = new StringBuilder("{");
        int fields = random.nextInt(12);
        for (int i = 0; i < fields; i++) {
            String name = random.nextInt(40) == 0
                    ? "\u2028'\\\"é".substring(0, 1) + i
                    : Input.values()[random.nextInt(Input.values().length)].field();
            String value = values[random.nextInt(random.nextInt(3) == 0 ? values.length : 3)];
            document.append(i == 0 ? "" : ",").append('"').append(name).append("\":").append(value);
        }
        document.append('}');
        return random.nextInt(50) == 0 ? document.substring(0, random.nextInt(document.length())) : document.toString();
    }
}
