package dev.upswell.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is known of a creator for a scorecard, each value within its range; targets that are not told are the usual ones.
public final class CreatorInputs {

    private static final long TARGETS = targets();

    private final double[] values;
    private final long told;
    private final long known;

    private CreatorInputs(double[] values, long told, long known) {
        this.values = values;
        this.told = told;
        this.known = known;
    }

    private static long targets() {
        long targets = 0;
        for (Input input : Input.values()) {
            targets |= input.kind() == Input.Kind.TARGET ? input.bit() : 0;
        }
        return targets;
    }

    /// What these values tell.
    ///
    /// @param values each within the range of its input: see [#violations]
    public static CreatorInputs of(Map<Input, Double> values) {
        List<Violation> violations = violations(values);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("inputs (" + violations + ") must lie in their ranges\n"
                    + "Maybe they were not looked through first.");
        }
        return filled(values, TARGETS);
    }

    /// The same as the arithmetic of the origin has it: what is missing counts as the default that it wrote down, mostly 0, and no value
    /// is looked at but for being a number.
    public static CreatorInputs asSeed(Map<Input, Double> values) {
        values.forEach((input, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        input.field() + " (" + value + ") must be a number\nMaybe it was divided by 0.");
            }
        });
        return filled(values, -1);
    }

    private static CreatorInputs filled(Map<Input, Double> values, long filled) {
        double[] all = new double[Input.values().length];
        long told = 0;
        for (Input input : Input.values()) {
            Double value = values.get(input);
            all[input.ordinal()] = value == null ? input.seed() : value;
            told |= value == null ? 0 : input.bit();
        }
        return new CreatorInputs(all, told, told | filled);
    }

    /// All values that lie outside the range of their input, in the order of inputs.
    public static List<Violation> violations(Map<Input, Double> values) {
        List<Violation> violations = new ArrayList<>();
        for (Input input : Input.values()) {
            Double value = values.get(input);
            Violation violation = value == null ? null : input.check(value);
            if (violation != null) {
                violations.add(violation);
            }
        }
        return violations;
    }

    /// Whether this value was told, and is not a usual target.
    public boolean isTold(Input input) {
        return (told & input.bit()) != 0;
    }

    /// Whether all of these can be reckoned with.
    boolean knows(long inputs) {
        return (known & inputs) == inputs;
    }

    /// The value of an input that is known.
    double get(Input input) {
        return values[input.ordinal()];
    }
}
