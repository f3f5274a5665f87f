package dev.upswell.server.quality;

import dev.upswell.quality.GateLimit;
import dev.upswell.quality.GateRule;
import dev.upswell.server.refusal.Refused;
import java.io.Serial;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something about quality gates cannot be done for whoever asked.
public final class QualityRefused extends Refused {

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean unknown;

    private QualityRefused(String what, String advice, boolean unknown) {
        super(what, advice);
        this.unknown = unknown;
    }

    /// Whether what was asked about does not exist.
    public boolean isUnknown() {
        return unknown;
    }

    /// No batch waits under this id.
    public static QualityRefused noHeldBatch(String id) {
        return new QualityRefused("no batch " + id + " is set aside", "List those that wait: quality --held.", true);
    }

    /// The limit that this text asks for.
    ///
    /// @param warn a number in the unit of the rule, percent for shares; `never`; empty to leave it as it is
    /// @param block the same
    /// @param least a whole number; null to leave it as it is
    /// @param now what applies now
    ///
    /// **errors** [QualityRefused] when it cannot be one
    public static GateLimit limit(GateLimit now, String warn, String block, @Nullable Integer least) {
        GateRule rule = now.rule();
        try {
            return new GateLimit(rule, warn.isEmpty() ? now.warnAbove() : number(rule, "warn", warn),
                    block.isEmpty() ? now.blockAbove() : number(rule, "block", block),
                    least == null ? now.least() : least);
        } catch (IllegalArgumentException e) {
            throw new QualityRefused(
                    "rule " + rule.label() + " cannot warn above " + (warn.isEmpty() ? "its limit" : warn)
                            + " and block above " + (block.isEmpty() ? "its limit" : block),
                    "A rule warns before it blocks, from 0 on; write never for no limit.", false);
        }
    }

    private static @Nullable Double number(GateRule rule, String what, String text) {
        if (text.equals("never")) {
            return null;
        }
        try {
            double value = Double.parseDouble(text.replace("%", "").strip());
            return rule.unit() == GateRule.Unit.SHARE ? value / 100 : value;
        } catch (NumberFormatException e) {
            throw new QualityRefused(what + " (" + text + ") is no number",
                    "Write a number in " + unit(rule) + ", or never.", false);
        }
    }

    /// The unit of a rule in words.
    public static String unit(GateRule rule) {
        return switch (rule.unit()) {
            case SHARE -> "percent";
            case MINUTES -> "minutes";
            case TIMES -> "times the usual";
            case FIELDS -> "fields";
        };
    }

    /// The rule of this name.
    ///
    /// **errors** [QualityRefused] when there is none
    public static GateRule rule(String label) {
        Optional<GateRule> rule = Arrays.stream(GateRule.values()).filter(one -> one.label().equals(label)).findFirst();
        return rule.orElseThrow(() -> new QualityRefused("there is no rule \"" + label + "\"", "Use one of: "
                + Arrays.stream(GateRule.values()).map(GateRule::label).collect(Collectors.joining(", ")), false));
    }
}
