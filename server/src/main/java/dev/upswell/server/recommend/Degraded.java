package dev.upswell.server.recommend;

/// What was away or missing when a list was made. The list was made all the same, by the rule told here.
public enum Degraded {
    /// The index of videos: the most viewed videos of the lake were taken in its place.
    INDEX_AWAY("The index of videos could not be read: the most viewed videos stand in for those that fit."),
    /// The catalog: the most viewed videos of the index, nothing left out, and the list is not kept.
    CATALOG_AWAY("The database was away: the most viewed videos, nothing left out, and the list is not kept."),
    /// Descriptions and counts of videos, and what files tell of the account: scores rest on likeness alone.
    LAKE_AWAY("Descriptions and counts of videos, and what files tell of the account, could not be read: scores rest on likeness alone."),
    /// The index is of another version of texts than the profile: only words were looked for.
    OTHER_TEXTS("The index is of another version of texts than the profile: only words were looked for."),
    /// The ranker of the configuration: the formula ordered the list.
    RANKER_AWAY("The ranker could not be read: the formula ordered the list."),
    /// Too few people's activity is stored to tell what goes together, or nobody learnt it since somebody was erased: nothing is sought by it,
    /// and rankers do not know it.
    NO_CROWD("What others who turned to the same turned to is not known: too few people's activity is stored, or it was not learnt yet. Nothing was sought by it."),
    /// Little is known of the person: what is popular was taken as well.
    STRANGER("Little is known of this account: what is popular was taken as well."),
    /// Fewer videos than asked for may be shown; nothing is repeated to fill the list.
    TOO_FEW("Fewer videos than asked for may be shown; what was shown within 14 days is not repeated.");

    private final String says;

    Degraded(String says) {
        this.says = says;
    }

    /// A sentence in English on it.
    public String says() {
        return says;
    }
}
