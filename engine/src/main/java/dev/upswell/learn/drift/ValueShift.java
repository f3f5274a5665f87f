package dev.upswell.learn.drift;

/// How the known values of a feature moved.
///
/// @param psi population stability index over about ten cells of equal mass at training [nats, 0 and up]
/// @param psiByChance what it would be without drift, from rows that are so few and resemble each other within an entity
/// @param psiUsual 95th percentile of past windows of this length against the rest; 0 where the past was too short to tell
/// @param jensenShannon distance of the same shares [0..1]
/// @param kolmogorovSmirnov largest gap of the distribution functions at the edges of at most 128 bins [0..1]; at most the mass of
///     a bin, about 1 %, below that of the raw values
/// @param pValue probability of such a gap without drift, by the effective rows
/// @param qValue lowest false-discovery rate at which the gap is a finding among all tests of the comparison
/// @param effectiveRows independent rows that would tell as much as the window's rows
/// @param medianBefore median at training, to the accuracy of a bin
/// @param medianNow median in the window, likewise
public record ValueShift(double psi, double psiByChance, double psiUsual, double jensenShannon,
        double kolmogorovSmirnov, double pValue, double qValue, double effectiveRows, double medianBefore,
        double medianNow) {

    /// The stability index beyond what chance or the past explain, never below 0: what is held against the bars.
    public double excess() {
        return Math.max(0, psi - Math.max(psiByChance, psiUsual));
    }

    ValueShift withQValue(double found) {
        return new ValueShift(psi, psiByChance, psiUsual, jensenShannon, kolmogorovSmirnov, pValue, found,
                effectiveRows, medianBefore, medianNow);
    }
}
