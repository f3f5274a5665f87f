package dev.upswell.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The ten cases of the origin, number by number: `seed-cases.txt` has what it was asked and what it answered.
class SeedAnalysisTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private record Case(String asked, Map<Input, Double> inputs, List<String[]> answers) {
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SeedAnalysisTest.class.getResourceAsStream("seed-cases.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                switch (words[0]) {
                    case "case" -> cases.add(new Case(words[1], new EnumMap<>(Input.class), new ArrayList<>()));
                    case "input" -> cases.getLast().inputs().put(Input.find(words[1]).orElseThrow(),
                            Double.valueOf(words[2]));
                    default -> cases.getLast().answers().add(words);
                }
            }
        }
        return cases;
    }

    @Test
    void everyNumberOfTheTenCasesIsTheSame() throws IOException {
        List<Case> cases = cases();
        assertThat(cases).hasSize(10);
        int numbers = 0;
        for (Case one : cases) {
            CreatorInputs inputs = CreatorInputs.asSeed(one.inputs());
            numbers += one.asked().equals("compare")
                    ? compared(inputs, one.answers())
                    : analysed(inputs, one.answers());
        }
        assertThat(numbers).isEqualTo(9 * (2 + 13 + 6 + 2) + 25 * 5 + 15 * 3 + 5);
    }

    private static int compared(CreatorInputs inputs, List<String[]> answers) {
        Comparison comparison = Comparison.of(Scorecard.of(inputs, Weighting.SEED), Weighting.EQUAL);
        assertThat(answers).hasSize(1);
        assertNumbers(answers.getFirst(), 1, comparison.weighted(), comparison.beside(), comparison.difference(),
                comparison.percent(), comparison.revenue() - comparison.revenueBeside());
        return 5;
    }

    private static int analysed(CreatorInputs inputs, List<String[]> answers) {
        SeedAnalysis analysis = SeedAnalysis.of(inputs);
        var advice = analysis.advice().iterator();
        var low = analysis.low().iterator();
        int numbers = 0;
        for (String[] answer : answers) {
            switch (answer[0]) {
                case "overall" -> {
                    assertThat(analysis.card().overall().orElseThrow()).isEqualTo(number(answer[1]), EXACT);
                    assertThat(analysis.revenue()).isEqualTo(number(answer[3]), EXACT);
                    numbers += 2;
                }
                case "score" -> {
                    KpiScore score = analysis.card().of(Kpi.valueOf(answer[1].toUpperCase(Locale.ROOT)));
                    assertThat(score.score().orElseThrow()).as(answer[1]).isEqualTo(number(answer[2]), EXACT);
                    assertThat(KpiScore.Level.of(score.sum())).hasToString(answer[3].toUpperCase(Locale.ROOT));
                    numbers++;
                }
                case "tier" -> {
                    Tier tier = Tier.values()[Integer.parseInt(answer[1]) - 1];
                    assertNumbers(answer, 2, analysis.card().weight(tier), analysis.card().of(tier).orElseThrow());
                    numbers += 2;
                }
                case "advice" -> {
                    SeedAnalysis.Advice next = advice.next();
                    assertThat(next.gap().field()).isEqualTo(answer[1]);
                    assertThat(next.severity()).hasToString(answer[2].toUpperCase(Locale.ROOT));
                    assertNumbers(answer, 3, next.score(), next.target(), next.gain(), next.priority(),
                            next.confidence());
                    numbers += 5;
                }
                case "low" -> {
                    SeedAnalysis.Low next = low.next();
                    assertThat(next.kpi().field()).isEqualTo(answer[1]);
                    assertNumbers(answer, 2, next.score(), next.weight(), next.impact());
                    numbers += 3;
                }
                default -> {
                    assertNumbers(answer, 1, analysis.bestRevenue(), analysis.bestRevenue() - analysis.revenue());
                    numbers += 2;
                }
            }
        }
        assertThat(advice.hasNext() || low.hasNext()).as("more than was answered").isFalse();
        return numbers;
    }

    private static void assertNumbers(String[] answer, int from, double... actual) {
        assertThat(answer).hasSize(from + actual.length);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as(String.join(" ", answer) + " [" + (from + i) + "]")
                    .isEqualTo(number(answer[from + i]), EXACT);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
