package dev.upswell.simulate;

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
