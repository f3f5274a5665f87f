package dev.upswell.server.recommend;

import dev.upswell.server.seek.Sought;

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
    /// What all people together tell: nothing is sought by it, and rankers do not know it. Lists from before schema 77 say it too where there
    /// was too little to tell.
    NO_CROWD("What others who turned to the same turned to was not known: nothing was sought by it."),
    /// Little is known of the person: what is popular leads the list, by what all people did where that is known.
    STRANGER("Little is known of this account: what is popular leads the list, one video of a creator, and each reaction moves it."),
    /// No source that can be searched has a key: stored videos alone were looked through.
    LIVE_UNSET("No live source that can be searched has a key: stored videos alone were looked through."),
    /// The terms of the source do not allow its search: stored videos alone.
    LIVE_DENIED("The terms do not allow to search the live source: stored videos alone were looked through."),
    /// What may be spent at the live source is spent, or it is paused: what was told before, and stored videos.
    LIVE_SPENT("What may be asked of the live source is used up: the other queries were looked for among stored videos alone."),
    /// The live source refused, failed or was late: what was told before, and stored videos.
    LIVE_SILENT("The live source did not answer every query: those were looked for among stored videos alone."),
    /// What may be asked could not be looked up for some queries or all: these were not put.
    LIVE_AWAY("What may be asked of the live source could not be looked up for every query: those were looked for among stored videos alone."),
    /// Fewer videos than asked for may be shown; nothing is repeated to fill the list.
    TOO_FEW("Fewer videos than asked for may be shown; what was shown within 14 days is not repeated.");

    private final String says;

    Degraded(String says) {
        this.says = says;
    }

    /// What it means for a list that a live source could not be asked.
    static Degraded of(Sought.Lack lack) {
        return switch (lack) {
            case NO_SOURCE -> LIVE_UNSET;
            case DENIED -> LIVE_DENIED;
            case SPENT -> LIVE_SPENT;
            case SILENT -> LIVE_SILENT;
            case AWAY -> LIVE_AWAY;
        };
    }

    /// A sentence in English on it.
    public String says() {
        return says;
    }
}
