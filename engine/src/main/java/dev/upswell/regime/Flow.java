package dev.upswell.regime;

/// Posts on their way to views in two stages, taken at their word: what comes out at one view a post.
final class Flow {

    private final RegimeParameters parameters;
    private double fresh;
    private double moving;

    /// A flow in which usual business has been going on for ever.
    Flow(RegimeParameters parameters, double postsPerStep) {
        this.parameters = parameters;
        fresh = postsPerStep * parameters.delayHours() * StepGains.PER_HOUR;
        moving = fresh;
    }

    /// Lets a step pass; what came out in it.
    double pass(double posts, double season) {
        double share = parameters.share(season);
        double out = share * moving;
        moving += share * fresh - out;
        fresh += posts - share * fresh;
        return out;
    }
}
