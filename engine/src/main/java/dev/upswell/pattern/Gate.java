package dev.upswell.pattern;

/// How many of three measures agree that a choice goes with success: difference of tiers, importance, lift.
public enum Gate {
    /// All three.
    HIGH,
    /// Two.
    MEDIUM,
    /// One or none.
    EXCLUDED;

    private static final double DIFFERENTIAL = 30;
    private static final double IMPORTANCE = .05;
    private static final double LIFT = 2;

    /// The gate that a finding passes; it describes, and no label rests on it.
    public static Gate of(Finding finding) {
        Double lift = finding.evidence().tierLift();
        int agreeing = (finding.differential() > DIFFERENTIAL ? 1 : 0)
                + (finding.evidence().importance() > IMPORTANCE ? 1 : 0) + (lift != null && lift > LIFT ? 1 : 0);
        return agreeing == 3 ? HIGH : agreeing == 2 ? MEDIUM : EXCLUDED;
    }
}
