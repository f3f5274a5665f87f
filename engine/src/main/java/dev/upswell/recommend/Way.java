package dev.upswell.recommend;

/// How a candidate was found.
public enum Way {
    /// By a query of a category that the person likes.
    QUERY(1),
    /// By such a query, put to a provider for this list.
    LIVE(1),
    /// By likeness to what the person liked.
    VECTORS(0.5),
    /// Because it shares its audience with what the person turned to.
    CROWD(0),
    /// Because many watched it.
    POPULARITY(0);

    private final double boost;

    Way(double boost) {
        this.boost = boost;
    }

    /// What it adds to relevance, 0 to 1.
    public double boost() {
        return boost;
    }
}
