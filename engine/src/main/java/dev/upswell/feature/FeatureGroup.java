package dev.upswell.feature;

/// The families of features, with the letters under which the product reports them.
public enum FeatureGroup {
    /// How the counter has grown until the cut.
    A_GROWTH("growth"),
    /// Likes, comments and shares per view.
    B_ENGAGEMENT("engagement"),
    /// How many creators carry the growth.
    C_DIVERSITY("creator diversity"),
    /// Which theme the entity belongs to.
    D_CLUSTER("semantic cluster"),
    /// How large and how new the entity is.
    E_NOVELTY("novelty"),
    /// Hour and weekday of the cut.
    F_CALENDAR("calendar"),
    /// What earlier labels and naive forecasts said, once their horizon had passed.
    G_PAST_OUTCOME("past outcome"),
    /// Counters of other platforms.
    H_OTHER_PLATFORM("other platforms");

    private final String label;

    FeatureGroup(String label) {
        this.label = label;
    }

    /// The words for this group in tables.
    public String label() {
        return label;
    }
}
