package dev.upswell.quality;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The limits of all rules.
public record RuleTable(Map<GateRule, GateLimit> limits) {

    /// What applies until somebody edits it: the targets of 5 % missing counters and 30 minutes of staleness warn, and only
    /// what no honest source does blocks.
    public static final RuleTable USUAL = new RuleTable(usual());

    public RuleTable {
        var all = new EnumMap<GateRule, GateLimit>(GateRule.class);
        all.putAll(limits);
        if (all.size() != GateRule.values().length || all.entrySet().stream()
                .anyMatch(entry -> entry.getKey() != entry.getValue().rule())) {
            throw new IllegalArgumentException(
                    "rule table (" + all.keySet() + ") must hold every rule once\nMaybe start from RuleTable.USUAL.");
        }
        limits = Collections.unmodifiableMap(all);
    }

    private static Map<GateRule, GateLimit> usual() {
        Map<GateRule, GateLimit> limits = new EnumMap<>(GateRule.class);
        put(limits, GateRule.MISSING, 0.05, 0.5, 20);
        put(limits, GateRule.MONOTONIC, 0.05, 0.5, 50);
        put(limits, GateRule.SPIKES, 0.02, null, 50);
        put(limits, GateRule.STANDSTILL, 0.98, null, 20);
        put(limits, GateRule.FRESHNESS, 30.0, null, 1);
        put(limits, GateRule.VOLUME, 4.0, null, 5);
        put(limits, GateRule.SCHEMA, 0.0, null, 20);
        put(limits, GateRule.UNUSABLE, 0.05, null, 20);
        return limits;
    }

    private static void put(Map<GateRule, GateLimit> limits, GateRule rule, double warn, @Nullable Double block,
            long least) {
        limits.put(rule, new GateLimit(rule, warn, block, least));
    }

    /// The limit of this rule.
    public GateLimit of(GateRule rule) {
        GateLimit limit = limits.get(rule);
        if (limit == null) {
            throw new IllegalStateException("rule (" + rule.label() + ") must be in the table\nMaybe a rule is new.");
        }
        return limit;
    }

    /// The same table with these limits in place of its own.
    public RuleTable with(Collection<GateLimit> others) {
        Map<GateRule, GateLimit> all = new EnumMap<>(limits);
        others.forEach(limit -> all.put(limit.rule(), limit));
        return new RuleTable(all);
    }
}
