package dev.upswell.grounding;

/// What a sentence can be discarded for.
public enum Rule {
    /// It cites nothing.
    UNCITED,
    /// It cites a fact and tells nothing of it: no number, time, name or direction.
    NOTHING_TOLD,
    /// It cites a fact that is not there.
    UNKNOWN_CITATION,
    /// A number is not that of a fact that its clause cites, or in another unit.
    NUMBER,
    /// A date or time is not that of a fact that its clause cites.
    DATE,
    /// A name is not in the evidence, or not that of a fact that its clause cites.
    NAME,
    /// It says that something rose, fell or is more than another, and the facts do not.
    DIRECTION,
    /// It gives a place in an order that the facts do not give.
    RANK,
    /// It says why, and no fact that it cites is a cause.
    CAUSE,
    /// It rests on a rate of engagement above one.
    IMPOSSIBLE_ENGAGEMENT,
    /// It has a phrase that is not wanted.
    BLOCKED_PHRASE,
    /// It is in another language than was asked for.
    LANGUAGE,
    /// It is longer than was asked for.
    LENGTH
}
