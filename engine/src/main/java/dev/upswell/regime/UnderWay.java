package dev.upswell.regime;

/// A Kalman filter over what posts have set going: their excitation, and their views still on the way in two stages.
///
/// Each post brings a weight that is not seen, with mean one; the weight excites further posts and becomes views. So views, once they come,
/// tell what the posts hours before really weighed · **units** of excitation and stages: posts of mean weight.
final class UnderWay {

    private static final double OUTLIER = 36;
    private static final double BOUGHT = 1.5;

    private final double forget;
    private final RegimeParameters parameters;
    private double excitation;
    private double fresh;
    private double moving;
    private double ee;
    private double ef;
    private double em;
    private double ff;
    private double fm;
    private double mm;
    private double logLikelihood;
    private double lastSeason = Double.NaN;
    private double lastShare;

    UnderWay(RegimeParameters parameters, double postsPerStep) {
        this.parameters = parameters;
        forget = Math.exp(-1.0 / StepGains.PER_HOUR / parameters.memoryHours());
        excitation = postsPerStep / (1 - forget);
        fresh = postsPerStep * parameters.delayHours() * StepGains.PER_HOUR;
        moving = fresh;
        ee = square(0.3 * excitation) + excitation;
        ff = square(0.3 * fresh) + fresh;
        mm = ff;
    }

    private static double square(double value) {
        return value * value;
    }

    /// Share of a stage that flows on in a step of this season.
    double share(double season) {
        if (season != lastSeason) {
            lastSeason = season;
            lastShare = parameters.share(season);
        }
        return lastShare;
    }

    /// Learns from the views of a step, in posts of mean weight.
    ///
    /// @param resolution display step in the same unit
    void see(double views, double season, double resolution) {
        double share = share(season);
        double noise = square(parameters.viewNoise() * Math.max(views, share * moving)) + square(resolution) / 6
                + 1e-3 * share * moving + 1e-6;
        double variance = share * share * mm + noise;
        double surprise = views - share * moving;
        double odds = surprise * surprise / variance;
        if (odds > OUTLIER && views > BOUGHT * share * moving) {
            logLikelihood -= (OUTLIER + Math.log(variance)) / 2;
            return;
        }
        logLikelihood -= (odds + Math.log(variance)) / 2;
        double ge = share * em / variance;
        double gf = share * fm / variance;
        double gm = share * mm / variance;
        excitation = Math.max(0, excitation + ge * surprise);
        fresh = Math.max(0, fresh + gf * surprise);
        moving = Math.max(0, moving + gm * surprise);
        ee -= ge * share * em;
        ef -= ge * share * fm;
        ff -= gf * share * fm;
        em -= ge * share * mm;
        fm -= gf * share * mm;
        mm -= gm * share * mm;
    }

    /// Lets a step pass in which so many posts came.
    void pass(double posts, double season, double uncertainty) {
        double share = share(season);
        double keep = 1 - share;
        double shown = share * fresh;
        moving = keep * moving + shown;
        fresh = keep * fresh + posts;
        excitation = forget * excitation + posts;
        double newMm = keep * keep * mm + 2 * keep * share * fm + share * share * ff;
        double newFm = keep * keep * fm + keep * share * ff;
        double newEm = forget * (keep * em + share * ef);
        double added = parameters.weightVariance() * posts + uncertainty;
        ee = forget * forget * ee + added;
        ef = forget * keep * ef + added;
        ff = keep * keep * ff + added;
        mm = newMm;
        fm = newFm;
        em = newEm;
    }

    double excitation() {
        return excitation;
    }

    double excitationVariance() {
        return Math.max(0, ee);
    }

    double fresh() {
        return fresh;
    }

    double moving() {
        return moving;
    }

    /// How well views were foretold so far.
    double logLikelihood() {
        return logLikelihood;
    }
}
