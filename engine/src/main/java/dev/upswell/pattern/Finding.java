package dev.upswell.pattern;

import dev.upswell.content.EntityId;
import java.util.List;

/// A choice that goes with engagement, or, as an anti-pattern, with the lack of it, in one bucket.
///
/// @param good true for a pattern, false for an anti-pattern
/// @param proxies choices so correlated with it (above 0.7) that either may be the cause
/// @param examples videos that do so, the best engaged first for a pattern and the worst for an anti-pattern; at most five
public record Finding(Choice choice, boolean good, Label label, Evidence evidence, List<Choice> proxies,
        List<EntityId> examples) {

    public Finding {
        proxies = List.copyOf(proxies);
        examples = List.copyOf(examples);
    }
}
