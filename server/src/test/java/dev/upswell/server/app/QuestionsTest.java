package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.fyp.SlotFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sixty questions that Ask is judged by, and the twenty that it must refuse, written before its rules: what the file says is what
/// the data say.
///
/// A line has the question, the intent that it has, the SQL that gives the answer's numbers and the rows that this yields: first what
/// they are about, then the numbers. A question that can be read in two ways has `or` beside it, and either answer is right. A line
/// without SQL cannot be answered, and says why: there is no such data, no such entity, it asks for an opinion, two things at once or
/// something of another tenant, it looks further than anything is foretold, its name means two things, or it is none of our business.
///
/// The small world holds no analysed videos, so questions about creative patterns are among those that cannot be answered.
@Tag("slow")
class QuestionsTest {

    /// Of one part: models are trained on machines that round otherwise.
    private static final double ROUNDING = 0.005;

    private static final Set<String> REASONS = Set.of("NO_DATA", "UNKNOWN_ENTITY", "OPINION", "TWO_AT_ONCE",
            "ANOTHER_TENANT", "BEYOND_HORIZON", "AMBIGUOUS_NAME", "ELSEWHERE");

    @TempDir
    static Path folder;

    private static QuestionWorld world;

    @BeforeAll
    static void makeTheWorld() {
        world = QuestionWorld.made(folder);
    }

    /// The sixty and the twenty.
    static List<JsonNode> all() {
        return read("questions.jsonl");
    }

    /// Those that were written when the rules had been mended by the sixty: `fresh` ones, and `later` ones when they had been mended by
    /// those. Each lot was put to the rules once before they were mended again.
    static List<JsonNode> more() {
        return read("more-questions.jsonl");
    }

    /// Those of a second hand, by which the rules were mended after one run.
    static List<JsonNode> second() {
        return read("second-questions.jsonl");
    }

    /// Those of the same hand by which nobody mends: only how many are answered rightly is looked at.
    static List<JsonNode> third() {
        return read("third-questions.jsonl");
    }

    private static List<JsonNode> read(String name) {
        try (var file = Objects.requireNonNull(
                QuestionsTest.class.getResourceAsStream("/dev/upswell/server/ask/" + name), "the questions")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(JsonMapper.shared()::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> answerable() {
        return all().stream().filter(question -> question.has("sql"));
    }

    static Stream<JsonNode> withSql() {
        return Stream.of(all(), more(), second(), third()).flatMap(List::stream)
                .filter(question -> question.has("sql"));
    }

    @ParameterizedTest
    @MethodSource("withSql")
    void theDataGiveTheNumbersThatTheFileSays(JsonNode question) {
        assertRows(question.get("rows"), world.rows(question.get("sql").asString()));
        if (question.has("or")) {
            assertRows(question.get("orRows"), world.rows(question.get("or").asString()));
        }
    }

    private static void assertRows(JsonNode expected, List<List<String>> found) {
        assertThat(found).as("rows").hasSize(expected.size());
        assertThat(expected.size()).as("an answer has numbers").isPositive();
        for (int row = 0; row < expected.size(); row++) {
            assertThat(found.get(row)).as("cells").hasSize(expected.get(row).size());
            for (int cell = 0; cell < expected.get(row).size(); cell++) {
                JsonNode wanted = expected.get(row).get(cell);
                String value = found.get(row).get(cell);
                if (wanted.isNumber()) {
                    assertThat(Double.parseDouble(value)).isCloseTo(wanted.asDouble(),
                            within(Math.abs(wanted.asDouble()) * ROUNDING));
                } else {
                    assertThat(value).isEqualTo(wanted.asString());
                }
            }
        }
    }

    @Test
    void sixtyCanBeAnsweredAndTwentyCannotHalfOfEachInIndonesian() {
        Map<String, Long> languages = answerable()
                .collect(Collectors.groupingBy(question -> question.get("language").asString(), Collectors.counting()));
        List<JsonNode> refused = new ArrayList<>(all());
        refused.removeIf(question -> question.has("sql"));

        assertThat(languages).isEqualTo(Map.of("en", 30L, "id", 30L));
        assertThat(refused).hasSize(20).allSatisfy(
                question -> assertThat(REASONS).contains(question.get("why").asString()));
        assertThat(refused.stream().filter(question -> question.get("language").asString().equals("id"))).hasSize(10);
        assertThat(all().stream().map(question -> question.get("id").asString())).doesNotHaveDuplicates();
        assertThat(all().stream().map(question -> question.get("question").asString())).doesNotHaveDuplicates();
    }

    @Test
    void theSlotThatSqlFindsBestIsTheOneThatVideosOfTheProductShowBest() {
        SlotFigures best = world.workplace.scoring().videoScores().slots(null).items().stream()
                .max(Comparator.comparingDouble(SlotFigures::strength)).orElseThrow();
        JsonNode asked = answerable().filter(question -> question.get("intent").asString().equals("WhenToPost"))
                .findFirst().orElseThrow().at("/rows/0");

        assertThat(best.slot().day().getValue()).isEqualTo(asked.get(0).asInt());
        assertThat(best.slot().hour()).isEqualTo(asked.get(1).asInt());
        assertThat(best.strength()).isCloseTo(asked.get(2).asDouble(), within(0.01));
    }
}
