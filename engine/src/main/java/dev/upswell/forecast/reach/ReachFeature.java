package dev.upswell.forecast.reach;

/// One column of a reach vector.
///
/// @param name snake_case, unique
/// @param topic what it is about, as pages group it
/// @param missing when the value is missing; the models see that it is
public record ReachFeature(String name, Topic topic, String unit, String missing, String meaning) {

    /// What a feature is about.
    public enum Topic {
        /// What the creator's earlier videos reached.
        CREATOR("creator"),
        /// The text.
        CAPTION("caption"),
        /// The hashtags and the sound, and how others did with them.
        SUBJECT("hashtags and sound"),
        /// When it is posted, and how long it is.
        TIMING("time and length"),
        /// Its own first readings.
        START("first readings");

        private final String label;

        Topic(String label) {
            this.label = label;
        }

        /// The words for this topic in tables.
        public String label() {
            return label;
        }
    }
}
