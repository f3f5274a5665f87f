package dev.upswell.ranking;

/// How much one logged slate says about each of several configurations, whichever of them drew it.
///
/// The weight for a configuration is its probability of the slate over the probability under the mixture of all that were dealt, so
/// that it is never above one over the configuration's share.
///
/// **source** Agarwal et al., Effective evaluation using logged bandit feedback from multiple loggers (KDD 2017)
public final class BalancedWeights {

    private BalancedWeights() {
    }

    /// One weight a configuration.
    ///
    /// @param logProbabilities of the slate under each configuration; minus infinity where it could not have drawn it
    /// @param shares how often each configuration is dealt, above 0, in any sum
    ///
    /// **errors** `IllegalArgumentException` where none could have drawn the slate
    public static double[] of(double[] logProbabilities, double[] shares) {
        double most = Double.NEGATIVE_INFINITY;
        double dealt = 0;
        for (int i = 0; i < shares.length; i++) {
            most = Math.max(most, logProbabilities[i]);
            dealt += shares[i];
        }
        if (!(most > Double.NEGATIVE_INFINITY && most <= 1e-9)) {
            throw new IllegalArgumentException("slate (log probability at most " + most
                    + ") must be possible under a configuration\nMaybe it was logged with other configurations.");
        }
        double mixture = 0;
        for (int i = 0; i < shares.length; i++) {
            mixture += shares[i] / dealt * Math.exp(logProbabilities[i] - most);
        }
        double[] weights = new double[shares.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(logProbabilities[i] - most) / mixture;
        }
        return weights;
    }

    /// The weight for a configuration that did not serve, cut off at `most`, which keeps single slates from deciding alone.
    ///
    /// @param target log probability of the slate under the configuration in question
    /// @param logged the same under the mixture that served
    public static double truncated(double target, double logged, double most) {
        return Math.min(most, Math.exp(target - logged));
    }
}
