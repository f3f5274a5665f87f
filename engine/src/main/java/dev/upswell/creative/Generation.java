package dev.upswell.creative;

/// Which of the two generations of analysers wrote a payload: they tell different things under the same names.
public enum Generation {
    /// A language model filled in the payload.
    FIRST("first"),
    /// Programs computed the payload; what they did not compute yet is filled with constants.
    SECOND("second");

    private final String label;

    Generation(String label) {
        this.label = label;
    }

    /// Its name on pages.
    public String label() {
        return label;
    }
}
