package dev.upswell.server.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.grounding.BlockedPhrases;
import dev.upswell.grounding.Check;
import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The check judged by statements of another hand: false ones, of which none with a wrong number may pass, and true ones, of which at
/// most one in fifty may be refused.
///
/// Both files come from a generator that knows nothing of the check; `benchmarks/statements.sh` writes others.
class PlantedStatementsTest {

    private static final Path FOLDER = Path.of("..", "engine", "src", "test", "resources", "dev", "upswell",
            "grounding");
    private static final Check CHECK = new Check(BlockedPhrases.standard(), 400);

    /// A statement with its evidence.
    private record Case(String kind, String language, Evidence evidence, String statement, String about) {

        boolean holds() {
            return CHECK.of(statement, evidence, Locale.of(language)).holds();
        }
    }

    private static List<Case> cases(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream().map(JsonMapper.shared()::readTree)
                    .map(PlantedStatementsTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(JsonNode line) {
        List<Fact> facts = new ArrayList<>();
        line.get("evidence").forEach(fact -> facts.add(fact(fact)));
        return new Case(line.get("kind").asString(), line.get("language").asString(),
                Evidence.of(facts, Instant.parse(line.get("as_of").asString())), line.get("statement").asString(),
                line.get("about").asString());
    }

    private static Fact fact(JsonNode fact) {
        JsonNode value = fact.path("value");
        String of = fact.path("of").asString(null);
        String at = fact.path("at").asString(null);
        String entity = fact.path("entity").asString(null);
        Instant instant = at == null ? null : Instant.parse(at);
        return value.isNumber()
                ? new Fact(fact.get("id").asString(), entity, fact.get("measure").asString(), value.asDouble(),
                        Unit.of(fact.path("unit").asString(""), fact.get("measure").asString()), instant, of)
                : Fact.named(fact.get("id").asString(), entity, fact.get("measure").asString(), value.asString(),
                        instant);
    }

    @Test
    void noFalseNumberPassesAndHardlyAnythingElseThatIsFalse() {
        Map<String, Integer> passed = new TreeMap<>();
        List<String> told = new ArrayList<>();
        for (Case one : cases("planted.jsonl")) {
            passed.merge(one.kind(), one.holds() ? 1 : 0, Integer::sum);
            if (one.holds()) {
                told.add(one.kind() + " " + one.statement() + " -- " + one.about());
            }
        }
        System.out.println("false statements that passed: " + passed);

        assertThat(told).isEmpty();
    }

    @Test
    void atMostOneTrueStatementInFiftyIsRefused() {
        List<Case> cases = cases("paraphrases.jsonl");
        Map<String, Integer> refused = new TreeMap<>();
        List<String> told = new ArrayList<>();
        for (Case one : cases) {
            if (!one.holds()) {
                refused.merge(one.kind(), 1, Integer::sum);
                told.add(one.kind() + " " + one.statement() + " "
                        + CHECK.of(one.statement(), one.evidence(), Locale.of(one.language())).failures());
            }
        }
        System.out.println("true statements refused: " + told.size() + " of " + cases.size() + " " + refused);
        told.forEach(System.out::println);

        assertThat(told.size()).isLessThanOrEqualTo(cases.size() / 50);
    }
}
