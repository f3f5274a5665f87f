package dev.upswell.simulate;

/// The constants by which a hashtag or sound spreads.
///
/// @param postsPerHour posts that nobody's post provoked, per hour, at mean season
/// @param viewsPerPost mean views that a post brings in the end
/// @param onsetsPerHour hazard of an outbreak while calm
/// @param reignition probability that a cooling outbreak becomes a second wave
/// @param fadePerHour rate at which the unprovoked posts die out; 0 for a lasting subject
/// @param boostsPerHour hazard of a bought view campaign; 0 for honest ones
/// @param leader index of the entity whose posters adopt this one too, or its own index for none
/// @param pull share of the leader's provoked posts that carry over
record Contagion(double postsPerHour, double viewsPerPost, double onsetsPerHour, double reignition, double fadePerHour,
        double boostsPerHour, int leader, double pull, Topic.Season season) {

    /// Hours over which a post provokes others.
    static final double MEMORY_HOURS = 3;
    /// Mean hours of each of the two stages between a post and its views: views follow posts by twice that.
    static final double DELAY_HOURS = 4.5;
    static final double CALM_BRANCHING = 0.35;
    static final double SPENT_BRANCHING = 0.2;
    /// Excitation, in multiples of the calm one, at which half of the audience has been reached.
    static final double SATURATION = 70;

    /// Mean posts per hour while calm.
    double calmPostsPerHour() {
        return postsPerHour / (1 - CALM_BRANCHING);
    }

    double calmExcitation() {
        return calmPostsPerHour() * MEMORY_HOURS;
    }

    /// Where a hashtag or sound stands in an outbreak.
    ///
    /// A phase is passed in stages of exponential length, so that its remaining time depends on nothing but the stage: that is
    /// what lets the oracle know everything there is to know at an instant without knowing the future.
    enum Phase {
        /// No outbreak: each post brings about a third of a post.
        CALM(1, Double.POSITIVE_INFINITY),
        /// First creators adopt; posts accelerate, views hardly move yet.
        RISING(4, 2.5),
        /// Supercritical: each post brings more than one.
        HOT(4, 2.5),
        /// The audience has seen it; may flare up again.
        COOLING(2, 8);

        private final int stages;
        private final double stageHours;

        Phase(int stages, double stageHours) {
            this.stages = stages;
            this.stageHours = stageHours;
        }

        int stages() {
            return stages;
        }

        /// Mean hours in one stage.
        double stageHours() {
            return stageHours;
        }
    }
}
