package dev.upswell.pattern;

import java.util.Comparator;
import java.util.List;

/// A column and a direction that one half of a bucket's videos suggest, or both, with what the other half said of each.
///
/// @param tests one for each half that chose it, that with the lowest p first; thresholds may differ
/// @param q adjusted for all tests of the analysis
record Suggestion(List<Tested> tests, double q) {

    Suggestion {
        tests = tests.stream().sorted(Comparator.comparingDouble(Tested::p)).toList();
    }

    Candidate candidate() {
        return tests.getFirst().candidate();
    }

    /// The lower of two p-values counts double.
    double p() {
        return Math.min(1, tests.size() * tests.getFirst().p());
    }

    /// A column, and whether engagement is higher above.
    record Key(int column, boolean rises) {
    }

    Key key() {
        return new Key(candidate().column(), candidate().rises());
    }
}
