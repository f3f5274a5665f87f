package dev.upswell.server.collect;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import java.util.List;

/// Tells what stands in an answer of a provider, without storing anything.
public interface AnswerContents {

    /// Ids of the videos that its usable items describe, each once, in their order. Items that say of themselves that they are deleted or
    /// private are not usable.
    ///
    /// **cost** some milliseconds for a page
    List<String> videos(RawAnswer answer);
}
