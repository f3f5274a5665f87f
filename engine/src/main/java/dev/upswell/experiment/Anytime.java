package dev.upswell.experiment;

import java.util.OptionalDouble;

/// An effect estimated by a linear model whose noise is not known beforehand, with evidence against other effects that holds at any time,
/// however few units there are and however often it is looked at.
///
/// Where [Sequential] takes the variance for known, this one pays for not knowing it: the likelihood of what was seen is averaged over
/// effects, in deviations, drawn from a normal distribution around the one asked about, and over all deviations and all values of what
/// else the model holds, by the measure under which they cancel out. What remains depends on the t statistic alone and is a martingale
/// where the effect is the one asked about, so that by Ville's inequality it exceeds `1 / error` at any look with the chance `error` at
/// most. Evidence of several such estimates from different units multiplies.
///
/// @param effect by least squares
/// @param deviation of one unit around the model, above 0
/// @param information how much the units tell of the effect: the deviation squared over the effect's variance, above 0
/// @param degrees of freedom the deviation was estimated with, from 1
/// @param spread effects that would not surprise, in deviations, above 0: evidence grows fastest for those; fixed before the first look
///
/// **source** Lindon, Ham, Tingley and Bojinov, Anytime-Valid Linear Models and Regression Adjusted Causal Inference (2022); Rouder et al.,
/// Bayesian t tests for accepting and rejecting the null hypothesis (2009), for the closed form
public record Anytime(double effect, double deviation, double information, int degrees, double spread) {

    public Anytime {
        if (!(Double.isFinite(effect) && deviation > 0 && information > 0 && degrees > 0 && spread > 0)) {
            throw new IllegalArgumentException("estimate (effect " + effect + ", deviation " + deviation
                    + ", information " + information + ", degrees " + degrees + ", spread " + spread
                    + ") must have positive figures\nMaybe all units are in one group, or are all alike.");
        }
    }

    /// The logarithm of the evidence against the effect being this one.
    public double against(double other) {
        double distance = effect - other;
        double square = distance * distance * information / (deviation * deviation * degrees);
        double shrunk = shrunk();
        return (Math.log(shrunk) - (degrees + 1) * (Math.log1p(shrunk * square) - Math.log1p(square))) / 2;
    }

    /// What [#against] comes near to for effects ever further away: so many units cannot tell more.
    public double most() {
        return -degrees * Math.log(shrunk()) / 2;
    }

    /// How far away an effect must be for so much evidence against it.
    ///
    /// **absence** empty where so many units cannot tell so much
    public OptionalDouble reach(double evidence) {
        double shrunk = shrunk();
        double limit = Math.exp((Math.log(shrunk) - 2 * evidence) / (degrees + 1));
        return limit <= shrunk
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        deviation * Math.sqrt(degrees * (1 - limit) / ((limit - shrunk) * information)));
    }

    /// How far the effect may be off by chance: its standard error.
    public double error() {
        return deviation / Math.sqrt(information);
    }

    private double shrunk() {
        return 1 / (1 + information * spread * spread);
    }
}
