package dev.upswell.learn;

/// The figures by which forecasts are judged.
public enum Figure {
    /// Probability that a positive stands before a negative; ties count half.
    AUC("AUC"),
    /// Area under precision over recall (average precision, ties entering together); compare with the prevalence.
    PR_AUC("PR-AUC"),
    /// Mean over the cuts of the share of positives among the first ten.
    PRECISION_AT_10("P@10"),
    /// Share of all positives that stand among the first 50 of their cut.
    RECALL_AT_50("recall@50"),
    /// Share of all positives that stand among the first R of their cut, where R is the number of positives in it.
    RECALL_AT_R("recall@R"),
    /// Mean squared difference of probability and label.
    BRIER("Brier"),
    /// Mean absolute difference of probability and rate over 15 bins of equal mass, equal probabilities sharing their rate.
    ECE("ECE");

    private final String label;

    Figure(String label) {
        this.label = label;
    }

    /// The name of the figure in tables.
    public String label() {
        return label;
    }
}
