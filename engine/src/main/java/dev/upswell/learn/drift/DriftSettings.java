package dev.upswell.learn.drift;

import java.time.Duration;

/// What counts as drift.
///
/// @param window length of the windows that will be compared; the past is cut into such windows to see how much they usually differ
/// @param falseDiscoveryRate expected share of false ones among the shifts called real, over all tests of one comparison
/// @param psi bars for the population stability index beyond what chance or the past explain; 0.1 and 0.2 by convention
/// @param missing bars for the change of a missing share beyond what the past explains [share of rows]
/// @param prevalence bars for the change of the positives' share, relative to the training's [ratio]
public record DriftSettings(Duration window, double falseDiscoveryRate, Bars psi, Bars missing,
        Bars prevalence) {

    /// What the product uses: windows of a week, 5 % false discoveries, the usual bars.
    public static final DriftSettings USUAL = new DriftSettings(Duration.ofDays(7), 0.05, new Bars(0.1, 0.2),
            new Bars(0.05, 0.1), new Bars(0.25, 0.5));

    public DriftSettings {
        if (!(falseDiscoveryRate > 0 && falseDiscoveryRate < 1) || window.toSeconds() < 1) {
            throw new IllegalArgumentException("drift settings (window " + window + ", false discoveries "
                    + falseDiscoveryRate + ") must have a second at least and a rate in (0, 1)"
                    + "\nMaybe the rate was given in percent.");
        }
    }

    /// The same for windows of another length.
    public DriftSettings withWindow(Duration other) {
        return new DriftSettings(other, falseDiscoveryRate, psi, missing, prevalence);
    }

    /// From which size on a shift is worth a look, and from which it is drift; both are reached, not passed.
    ///
    /// **range** watch above 0 and at most drift
    public record Bars(double watch, double drift) {

        public Bars {
            if (!(watch > 0 && drift >= watch)) {
                throw new IllegalArgumentException("bars (watch " + watch + ", drift " + drift
                        + ") must be above 0 and ascend\nMaybe they are swapped.");
            }
        }

        /// What a shift of this size comes to, once chance is ruled out.
        DriftVerdict verdict(double size) {
            if (size >= drift) {
                return DriftVerdict.DRIFTED;
            }
            return size >= watch ? DriftVerdict.WATCH : DriftVerdict.STABLE;
        }
    }
}
