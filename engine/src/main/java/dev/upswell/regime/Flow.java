package dev.upswell.regime;

/// Posts on their way to views in two stages, taken at their word: what comes out at one view a post.
final class Flow {

    private double fresh;
    private double moving;

    /// A flow in which usual business has been going on for ever.
    Flow(RegimeParameters parameters, double postsPerStep) {
        fresh = postsPerStep * parameters.delayHours() * StepGains.PER_HOUR;
        moving = fresh;
    }

    /// Lets a step pass; what came out in it.
    ///
    /// @param share of a stage that flows on in the step
    double pass(double posts, double share) {
        double out = share * moving;
        moving += share * fresh - out;
        fresh += posts - share * fresh;
        return out;
    }
}
