package dev.upswell.ask;

/// What became of a question.
public sealed interface Understood permits Understanding, Misunderstood {
}
