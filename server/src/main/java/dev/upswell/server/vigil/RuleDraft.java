package dev.upswell.server.vigil;

import dev.upswell.content.EntityKind;
import dev.upswell.server.alert.Severity;
import java.time.Duration;
import java.util.List;

/// What a rule asks, before it is one or as it is to be from now on.
///
/// @param name by which people call it, up to 80 characters
/// @param all what must hold together of one thing, one to five conditions
/// @param coolDown for how long after it rang of something it does not ring of the same again, in the data's time; up to 30 days
public record RuleDraft(String name, EntityKind kind, List<Condition> all, Scope scope, Severity severity,
        Duration coolDown) {

    /// What is usual: once a day.
    public static final Duration USUAL_COOL_DOWN = Duration.ofDays(1);

    static final int LONGEST_NAME = 80;
    static final int MOST_CONDITIONS = 5;
    private static final Duration LONGEST_COOL_DOWN = Duration.ofDays(30);

    public RuleDraft {
        name = name.strip();
        all = List.copyOf(all);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name (" + name + ") must be 1 to " + LONGEST_NAME
                    + " characters\nCall it by what it rings of, such as Fast risers.");
        }
        if (all.isEmpty() || all.size() > MOST_CONDITIONS) {
            throw new IllegalArgumentException("conditions (" + all.size() + ") must be 1 to " + MOST_CONDITIONS
                    + "\nWrite for example velocity 24h above 0.5.");
        }
        for (Condition one : all) {
            if (!one.isOf(kind)) {
                throw new IllegalArgumentException("condition (" + one.text() + ") must be one that things of kind "
                        + kind.label() + " can meet\nChoose another kind or another condition.");
            }
        }
        if (coolDown.isNegative() || coolDown.compareTo(LONGEST_COOL_DOWN) > 0) {
            throw new IllegalArgumentException("cool-down (" + coolDown + ") must be 0 minutes to 30 days"
                    + "\nA day is usual.");
        }
    }
}
