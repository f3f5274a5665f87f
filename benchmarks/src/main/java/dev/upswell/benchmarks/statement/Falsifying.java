package dev.upswell.benchmarks.statement;

import dev.upswell.benchmarks.statement.Slot.Figure;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Numbers and names that are near the true ones, or far off, and never true themselves.
final class Falsifying {

    private final Random random;

    Falsifying(Random random) {
        this.random = random;
    }

    /// A figure that nothing in the evidence can be rounded to; nothing when none was found.
    @Nullable
    Figure number(Scene scene, Sentence sentence, String place, Figure truth) {
        Said right = sentence.say(place, truth);
        for (int i = 0; i < 60; i++) {
            double value = another(truth, right);
            if (!(value > 0) || !fits(truth, value)) {
                continue;
            }
            Figure wrong = truth.with(value);
            Said said = sentence.say(place, wrong);
            if (!said.text().equals(right.text()) && Math.abs(said.value() - value) <= said.step()
                    && !trueOf(scene, said)) {
                return wrong;
            }
        }
        return null;
    }

    private double another(Figure truth, Said right) {
        double value = truth.value();
        if (truth.manner() == Slot.Manner.PLACE || truth.manner() == Slot.Manner.PLACE_WORD
                || truth.manner() == Slot.Manner.LISTED) {
            return value + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(3));
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> right.value() + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(3)) * right.step();
            case 2 -> transposed(right.value());
            case 3 -> value * (random.nextBoolean() ? 10 : 0.1);
            default ->
                value * (random.nextBoolean() ? 1.15 + random.nextDouble() * 2 : 0.3 + random.nextDouble() * 0.55);
        };
    }

    private static boolean fits(Figure truth, double value) {
        return switch (truth.manner()) {
            case SHARE, POINTS -> value < 1;
            case PLACE, PLACE_WORD, LISTED, COUNT, COUNT_WITH_NOUN -> value >= 1;
            case TIMES, MULTIPLIED -> value > 1.1 && truth.value() > 1
                    || value < 0.9 && truth.value() < 1 && truth.manner() == Slot.Manner.TIMES;
            case PERCENT, PER_HOUR, HOURS, SECONDS, MONEY -> true;
        };
    }

    /// The number with two digits beside each other swapped.
    private double transposed(double value) {
        double scale = value < 1 ? 100_000 : 1;
        char[] digits = String.valueOf(Math.round(value * scale)).toCharArray();
        if (digits.length < 2) {
            return value;
        }
        int at = random.nextInt(Math.min(3, digits.length - 1));
        char left = digits[at];
        digits[at] = digits[at + 1];
        digits[at + 1] = left;
        return Long.parseLong(new String(digits)) / scale;
    }

    private static boolean trueOf(Scene scene, Said said) {
        return scene.slots().values().stream()
                .anyMatch(slot -> slot instanceof Figure figure && said.mayMean(figure.value()));
    }

    /// A name that no fact is about: a slip of the pen, or somebody else.
    String name(String right, List<Told> facts) {
        while (true) {
            String wrong = random.nextInt(5) < 2 ? slip(right) : other(right);
            if (facts.stream().noneMatch(fact -> fact.entity().equals(wrong) || wrong.equals(fact.of()))) {
                return wrong;
            }
        }
    }

    private String slip(String name) {
        int at = 2 + random.nextInt(name.length() - 3);
        return switch (random.nextInt(3)) {
            case 0 -> name + (Character.isDigit(name.charAt(0)) ? "1" : "s");
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at) + name.substring(at);
        };
    }

    private String other(String name) {
        List<String> pool = name.startsWith("#")
                ? SceneMaking.HASHTAGS
                : name.startsWith("@") ? SceneMaking.CREATORS : SceneMaking.SOUNDS;
        return pool.get(random.nextInt(pool.size()));
    }
}
