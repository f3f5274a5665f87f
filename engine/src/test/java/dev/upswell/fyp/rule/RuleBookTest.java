package dev.upswell.fyp.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.upswell.content.EntityId;
import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {

    @Test
    void theUsualRulesHoldThoseOfTheSpecification() {
        List<Prescription> rules = RuleBook.usual().rules();

        assertThat(rules).hasSize(4);
        assertThat(rules.getFirst().actions()).containsExactly("recut 12–15 s", "hook visual at 1 s",
                "question caption", "trending sound A");
        assertThat(rules.getFirst().sla()).isEqualTo(Duration.ofHours(6));
        assertThat(rules.getFirst().assignee()).isEqualTo("creator");
        assertThat(rules.get(1).actions()).containsExactly("cross-post", "schedule two slots");
        assertThat(rules.get(1).sla()).isNull();
    }

    @Test
    void theFirstExampleFiresForALostHookAndASlowStart() {
        assertThat(fires(RuleBook.USUAL.lines().toList().get(1), Map.of(FypMetric.DROP_0_3S, part(0.7, 80),
                FypMetric.V15, part(3, 30)))).isEqualTo(Truth.YES);
        assertThat(fires(RuleBook.USUAL.lines().toList().get(1), Map.of(FypMetric.DROP_0_3S, part(0.5, 80),
                FypMetric.V15, part(3, 30)))).isEqualTo(Truth.NO);
    }

    @Test
    void whatWasNotMeasuredIsNeitherTrueNorFalse() {
        Map<FypMetric, FypScore.Part> slow = Map.of(FypMetric.V15, part(3, 30));

        assertThat(fires("drop_0_3s > 60 and v15 < p50 -> x", slow)).isEqualTo(Truth.UNKNOWN);
        assertThat(fires("drop_0_3s > 60 and v15 > p50 -> x", slow)).isEqualTo(Truth.NO);
        assertThat(fires("drop_0_3s > 60 or v15 < p50 -> x", slow)).isEqualTo(Truth.YES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        v15 < 3 or v15 < 4 and v15 > 9        | YES
        (v15 < 3 or v15 < 4) and v15 > 9      | NO
        v15 <= 2 and v15 >= 2                 | YES
        v15 ≤ 2 and v15 ≥ 2                   | YES
        v15 < 2                               | NO
        v15 > p29                             | YES
        v15 >= p31                            | NO
        V15 > P29 AND ER > 4.5%               | YES
        er > 5                                | NO
        fyp < 50 and coverage > 20            | YES
        age ≤ 15                              | YES
        cr > 1                                | UNKNOWN""")
    void conditionsReadAsTheyAreWritten(String condition, Truth expected) {
        assertThat(fires(condition + " → x", Map.of(FypMetric.V15, part(2, 30), FypMetric.ENGAGEMENT_RATE,
                part(0.05, 50)))).isEqualTo(expected);
    }

    @Test
    void allThatIsWrongIsToldTogether() {
        var read = RuleBook.read("""
            # fine
            v16 < p50 and fyp ≥ p70 or er = 3 → SLA soon; assign; SLA 6 h

            v15 < p40 recut
            (v15 < and er > 5 → do
            v15 < p0 → do → more
            """);

        assertThat(((RuleBook.Read.Broken) read).problems()).extracting(RuleProblem::line, RuleProblem::column)
                .containsExactly(tuple(2, 1), tuple(2, 21), tuple(2, 31), tuple(2, 37), tuple(2, 47), tuple(2, 36),
                        tuple(4, 16), tuple(5, 8), tuple(5, 1), tuple(6, 7), tuple(6, 12));
        assertThat(((RuleBook.Read.Broken) read).problems()).extracting(RuleProblem::what).contains(
                "fyp is compared with numbers: percentiles are of measures",
                "= must be one of < ≤ > ≥ (or <= >=)",
                "SLA (soon) must be a time of at least a minute, such as SLA 30 min, SLA 6 h or SLA 2 d",
                "assign needs a name of at most 60 characters, such as assign creator",
                "nothing is to be done: write one action or more after the arrow, separated by ;",
                "a rule needs → (or ->) between its conditions and what is to be done",
                "p0 must be a number or a percentile from p1 to p99",
                "a rule has one arrow; write a second rule in a line of its own");
    }

    @Test
    void unknownNamesAreToldWithThoseThereAre() {
        assertThat(problems("views > 3 → x").getFirst().what())
                .startsWith("views must be one of fyp, coverage, age, v15, v60, v24, completion_rate");
    }

    @Test
    void tooManyAndTooLongRulesAreRefused() {
        assertThat(problems("v15 < 1 → x\n".repeat(201)).getFirst().what()).isEqualTo("there are at most 200 rules");
        assertThat(problems("v15 < 1 → " + "x".repeat(1_000)).getFirst().what())
                .isEqualTo("a rule has at most 1,000 characters; this one has 1010");
        assertThat(problems("(".repeat(40) + "v15 < 1" + ")".repeat(40) + " → x")).isNotEmpty();
    }

    @Property
    void anyTextIsReadOrToldWhatIsWrong(@ForAll("texts") String text) {
        switch (RuleBook.read(text)) {
            case RuleBook.Read.Sound(RuleBook book) -> assertThat(book.rules()).hasSizeLessThanOrEqualTo(200);
            case RuleBook.Read.Broken(List<RuleProblem> problems) ->
                assertThat(problems).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.column()).isPositive();
                });
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("v15", "fyp", "and", "or", "(", ")", "<", ">=", "p50", "60", "→", ";", "SLA 6 h",
                "assign me", "x", "!", "\n", "#").list().ofMaxSize(14).map(parts -> String.join(" ", parts));
    }

    private static List<RuleProblem> problems(String text) {
        return ((RuleBook.Read.Broken) RuleBook.read(text)).problems();
    }

    private static Truth fires(String rule, Map<FypMetric, FypScore.Part> parts) {
        RuleBook book = ((RuleBook.Read.Sound) RuleBook.read(rule)).book();
        return book.rules().getFirst().of(new FypScore(EntityId.video("1"), Mark.QUARTER, Instant.EPOCH,
                new EnumMap<>(parts)));
    }

    private static FypScore.Part part(double value, double place) {
        return new FypScore.Part(value, place);
    }
}
