package dev.upswell.server.vigil;

import dev.upswell.content.EntityKind;
import dev.upswell.server.alert.Severity;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A rule as people type it.
///
/// @param conditions with semicolons between
/// @param coolDownHours whole hours
public record RuleForm(String name, String kind, String conditions, String scope, String severity, int coolDownHours) {

    private static final int LONGEST_SHOWN = 40;

    /// The rule that is meant.
    ///
    /// **errors** [VigilRefused] when it cannot be read.
    public RuleDraft read() {
        try {
            List<Condition> all = Arrays.stream(conditions.split(";")).map(String::strip).filter(one -> !one.isEmpty())
                    .map(Condition::of).toList();
            return new RuleDraft(name, EntityKind.of(kind), all, Scope.of(scope), read(severity),
                    Duration.ofHours(coolDownHours));
        } catch (IllegalArgumentException refused) {
            throw VigilRefused.unusable(refused);
        }
    }

    private Severity read(String severity) {
        return Arrays.stream(Severity.values()).filter(one -> one.label().equals(severity.toLowerCase(Locale.ROOT)))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("severity ("
                        + severity.substring(0, Math.min(severity.length(), LONGEST_SHOWN))
                        + ") must be info, warning or urgent\nA warning is usual."));
    }
}
