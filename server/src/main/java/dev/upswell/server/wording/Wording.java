package dev.upswell.server.wording;

import dev.upswell.grounding.Evidence;
import java.util.Locale;

/// Puts evidence into words that say no more than it does.
public interface Wording {

    /// Words for this purpose, in English or Indonesian.
    ///
    /// It never fails for want of a model: then a template writes.
    ///
    /// **errors** `IllegalArgumentException` when the evidence has no fact: nothing can be said of nothing.
    /// · **cost** nothing by a template; with a model up to its timeout and its price
    default Worded write(Purpose purpose, Evidence evidence, Locale language) {
        return write(Matter.of(purpose, evidence, language));
    }

    /// Words for this matter.
    ///
    /// **absence** no sentence where not even the template's pass the check · **cost** as above
    Worded write(Matter matter);
}
