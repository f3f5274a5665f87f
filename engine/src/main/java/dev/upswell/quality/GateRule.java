package dev.upswell.quality;

/// What a quality gate looks at. Each rule measures one value, and the larger it is the worse.
public enum GateRule {
    /// Share of the counters that a source usually gives and that are missing.
    MISSING("missing", Unit.SHARE),
    /// Share of steps in which views fell by more than rounding explains.
    MONOTONIC("monotonic", Unit.SHARE),
    /// Share of steps whose growth lies far above what the same entity grew by before.
    SPIKES("spikes", Unit.SHARE),
    /// Share of readings, of entities watched for a day, none of whose counters moved for a day.
    STANDSTILL("standstill", Unit.SHARE),
    /// Minutes since the newest reading.
    FRESHNESS("freshness", Unit.MINUTES),
    /// How many times more, or fewer, readings than usual.
    VOLUME("volume", Unit.TIMES),
    /// Fields that were steady before and are gone, or are of another type.
    SCHEMA("schema", Unit.FIELDS),
    /// Share of rows that cannot be used and go to the quarantine.
    UNUSABLE("unusable", Unit.SHARE);

    private final String label;
    private final Unit unit;

    GateRule(String label, Unit unit) {
        this.label = label;
        this.unit = unit;
    }

    /// In what a rule's value is counted.
    public enum Unit {
        /// From 0 to 1.
        SHARE,
        /// Minutes, from 0.
        MINUTES,
        /// A factor, from 1.
        TIMES,
        /// A number of fields.
        FIELDS
    }

    /// The lower-case word for this rule.
    public String label() {
        return label;
    }

    /// In what its value is counted.
    public Unit unit() {
        return unit;
    }
}
