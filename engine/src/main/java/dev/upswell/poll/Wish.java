package dev.upswell.poll;

import java.time.Duration;

/// What a person asks of a plan for a subject.
public sealed interface Wish {

    /// The plan chooses.
    record Automatic() implements Wish {
    }

    /// This often, neither more nor less, whatever it adds; less only when all that is pinned cannot be paid.
    record Pinned(Duration length) implements Wish {
    }
}
