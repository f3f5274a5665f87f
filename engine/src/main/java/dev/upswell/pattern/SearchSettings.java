package dev.upswell.pattern;

/// How patterns are searched for.
///
/// @param adjustment how p-values allow for the number of tests
/// @param deals how often a bucket's videos are dealt into two halves, at least 1; each deal gives two directions of choosing and testing
/// @param candidates how many choices each half of a bucket may hand to the other for testing, at least 1
/// @param leastContrast how far from 0, in standard errors, a choice must be among those that choose it; above 0
/// @param validated whether models are also judged on videos they have not seen, which takes most of the time and changes no finding
/// @param seed of everything random
public record SearchSettings(Adjustment adjustment, int deals, int candidates, double leastContrast,
        boolean validated, long seed) {

    /// What is found on worlds with known truth; see `docs/pattern-evidence.md`.
    public static final SearchSettings USUAL = new SearchSettings(Adjustment.BENJAMINI_HOCHBERG, 8, 6, 2.5, true, 42);

    /// What is held at 5 % among everything that an analysis labels.
    public enum Adjustment {
        /// The expected share of false patterns.
        BENJAMINI_HOCHBERG,
        /// The chance that there is any false pattern.
        BONFERRONI
    }

    public SearchSettings {
        if (deals < 1) {
            throw new IllegalArgumentException(
                    "deals (" + deals + ") must be at least 1\nMaybe leave the usual number.");
        }
        if (candidates < 1) {
            throw new IllegalArgumentException(
                    "candidates (" + candidates + ") must be at least 1\nMaybe leave the usual number.");
        }
        if (!(leastContrast > 0)) {
            throw new IllegalArgumentException(
                    "least contrast (" + leastContrast + ") must be above 0\nMaybe leave the usual one.");
        }
    }

    /// The same with another adjustment.
    public SearchSettings with(Adjustment another) {
        return new SearchSettings(another, deals, candidates, leastContrast, validated, seed);
    }

    /// The same without judging models.
    public SearchSettings unvalidated() {
        return new SearchSettings(adjustment, deals, candidates, leastContrast, false, seed);
    }

    /// How often some videos choose and others confirm.
    public int directions() {
        return 2 * deals;
    }

    /// Most tests that the videos of one length are put to.
    public int tests() {
        return directions() * candidates;
    }
}
