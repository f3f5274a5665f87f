package dev.upswell.server.wording;

import dev.upswell.grounding.Verdict;
import java.util.List;

/// What holds of an answer that is no text of sentences with citations, such as the name of a category.
@FunctionalInterface
public interface Proof {

    /// What holds of each sentence, in the order in which they were written.
    Verdict of(List<String> sentences);
}
