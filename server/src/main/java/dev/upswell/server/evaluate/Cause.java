package dev.upswell.server.evaluate;

import java.util.Locale;

/// Why a call was wrong, in the order in which the rules are asked: the first that holds is the cause.
///
/// Something wrong with the data comes first, because every later rule would judge the model by what it could not see.
public enum Cause {

    /// In the 24 hours before the cut fewer than half as many readings came as on a usual day of the week before, or the
    /// last one was older than three usual steps.
    DATA_GAP,

    /// A miss that was called at a later cut, before the bar was passed; or a false surge that had passed the bar of an
    /// earlier cut within the last horizon, so that the call came after the growth it spoke of.
    LATE_DETECTION,

    /// The entity was judged by the wrong company: never given until themes exist.
    MISLABELLED_CLUSTER,

    /// Drift of the model was confirmed at the cut, or another model that spoke of the same cut was right.
    MODEL_DRIFT,

    /// A miss at which no feature spoke as loudly as in the model's usual hit; or a false surge of which the model was sure
    /// (probability of 0.8 or more): what tells these cases apart is not among the features.
    FEATURE_GAP,

    /// None of the above: the signs were there and weighed too little, or a call failed as calls of its probability may.
    WITHIN_ODDS;

    /// The code in rows, documents and message keys.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
