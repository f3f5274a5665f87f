package dev.upswell.server.scorecard.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.scorecard.Input;
import dev.upswell.server.scorecard.Scoring;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.TestWords;
import dev.upswell.server.web.WebProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// 100,000 requests of any content: each is answered, or refused with what is wrong with it, and none is a failure.
class FuzzedRequestsTest {

    private static final int REQUESTS = 100_000;
    private static final String[] VALUES = {"0", "1", "0.5", "0.05", "-1", "1e308", "-1e308", "1e999", "null", "true",
            "\"x\"", "\"0.5\"", "[]", "{}", "[[[", "1e-320", "\"\\u0000\"", "99999999999999999999999", "NaN", "",
            "-0.0",
            "\"\\ud800\"", "0.30000000000000004"};
    private static final String[] BREAKS = {"\n", "\r\n", ",", "\"", ";", "\u0000", "\uFEFF", "{", "}", "\u2028", "\t"};

    private final ScorecardResource resource = new ScorecardResource(TestWords.english(), () -> Scoring.WRITTEN);
    private final JsonMapper json = new JsonMapper();

    @Test
    @Tag("slow")
    void noRequestWhateverItHoldsIsAFailure() {
        var random = new SplittableRandom(20261122);
        int answered = 0;
        int refused = 0;
        for (int i = 0; i < REQUESTS; i++) {
            String body = "";
            try {
                body = body(random, i);
                assertThat(json.writeValueAsString(answer(i % 10, body, mode(random))))
                        .doesNotContainPattern(":\"?-?(NaN|Infinity)[\",}]");
                answered++;
            } catch (WebProblem problem) {
                assertThat(problem.getMessage()).as(body).startsWith("4");
                refused++;
            } catch (RuntimeException failure) {
                throw new AssertionError("request " + i + " failed: " + body, failure);
            }
        }
        assertThat(answered).isBetween(REQUESTS / 5, REQUESTS * 4 / 5);
        assertThat(answered + refused).isEqualTo(REQUESTS);
    }

    private Object answer(int kind, String body, Map<String, String[]> query) {
        return switch (kind) {
            case 0, 1 -> resource.compare(body, Query.of(query));
            case 2, 3 -> resource.batch(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                    Query.of(Map.of()));
            default -> resource.analyze(body, Query.of(query));
        };
    }

    private static Map<String, String[]> mode(SplittableRandom random) {
        String[] modes = {"compatibility", "default", "compatibility", "", "\u0000", "COMPATIBILITY"};
        return random.nextInt(3) > 0
                ? Map.of()
                : Map.of(random.nextInt(20) == 0 ? "mod" : "mode", new String[]{modes[random.nextInt(modes.length)]});
    }

    private static String body(SplittableRandom random, int i) {
        if (i % 10 == 2) {
            return table(random);
        }
        String document = document(random);
        String mangled = random.nextInt(20) == 0 ? mangled(random, document) : document;
        return i % 10 == 3 ? mangled + "\n" + document(random) + "\n\n" + document(random) : mangled;
    }

    private static String document(SplittableRandom random) {
        StringBuilder document = new StringBuilder("{");
        int fields = random.nextInt(8);
        for (int field = 0; field < fields; field++) {
            document.append(field == 0 ? "" : ",").append('"').append(name(random)).append("\":").append(value(random));
        }
        return document.append('}').toString();
    }

    private static String table(SplittableRandom random) {
        StringBuilder table = new StringBuilder("creator_id");
        int columns = random.nextInt(5);
        for (int column = 0; column < columns; column++) {
            table.append(',').append(name(random));
        }
        int rows = random.nextInt(4);
        for (int row = 0; row < rows; row++) {
            table.append("\nsomebody");
            int cells = random.nextInt(6) == 0 ? random.nextInt(9) : columns;
            for (int cell = 0; cell < cells; cell++) {
                table.append(',').append(value(random));
            }
        }
        return random.nextInt(10) == 0 ? mangled(random, table.toString()) : table.toString();
    }

    private static String name(SplittableRandom random) {
        return switch (random.nextInt(60)) {
            case 0 -> "creator_id";
            case 1 -> "convertion_rate";
            case 2 -> "";
            default -> Input.values()[random.nextInt(Input.values().length)].field();
        };
    }

    private static String value(SplittableRandom random) {
        return VALUES[random.nextInt(random.nextInt(6) == 0 ? VALUES.length : 4)];
    }

    /// The text with something put in, cut off or doubled.
    private static String mangled(SplittableRandom random, String text) {
        int at = random.nextInt(text.length());
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + BREAKS[random.nextInt(BREAKS.length)] + text.substring(at);
            default -> text + text.substring(at);
        };
    }
}
