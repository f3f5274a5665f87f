package dev.upswell.server.forecast.page;

/// The scores that models are compared by.
public enum Score {

    /// Area under the precision-recall curve.
    PR_AUC("prAuc", 3, true),

    /// Area under the ROC curve.
    AUC("auc", 3, true),

    /// Share of the ten likeliest of each cut that surged.
    PRECISION_AT_10("precisionAt10", 2, true),

    /// Share of the surges that were among the fifty likeliest of their cut.
    RECALL_AT_50("recallAt50", 2, true),

    /// Mean squared error of the probabilities.
    BRIER("brier", 4, false),

    /// Expected calibration error over 15 bins of equal mass.
    ECE("ece", 4, false),

    /// Hours from the first call to the surge, median over hits.
    LEAD_TIME("leadTimeHours", 1, true),

    /// Share of calls that did not come true.
    FALSE_SURGE_RATE("falseSurgeRate", 2, false);

    private final String key;
    private final int places;
    private final boolean moreIsBetter;

    Score(String key, int places, boolean moreIsBetter) {
        this.key = key;
        this.places = places;
        this.moreIsBetter = moreIsBetter;
    }

    /// The key in files and message codes (`score.…`).
    public String key() {
        return key;
    }

    /// How many decimals are shown.
    public int places() {
        return places;
    }

    /// Whether more is better.
    public boolean moreIsBetter() {
        return moreIsBetter;
    }
}
