package dev.upswell.ask;

import java.util.List;

/// A question that is not answered, and why.
///
/// @param words that nothing accounts for, or names that nothing is called by; empty for other reasons
/// @param understood what was understood of it
/// @param meant what may be meant where a name is not enough, at most three
public record Misunderstood(Reason reason, List<String> words, List<Slot> understood, List<Slot.Named> meant) implements Understood {

    /// Why a question is not answered.
    public enum Reason {
        /// Nothing was asked.
        EMPTY,
        /// It is longer than questions may be.
        TOO_LONG,
        /// It has words that nobody accounts for.
        UNKNOWN_WORDS,
        /// It names what is not stored.
        UNKNOWN_NAME,
        /// What it names may be several things.
        AMBIGUOUS_NAME,
        /// It speaks of "it", and nobody knows of what.
        NO_SUBJECT,
        /// It asks for themes, which do not exist yet.
        THEMES,
        /// All its words are known, but no intent wants just these.
        NO_INTENT,
        /// Several intents want just these.
        SEVERAL_INTENTS
    }

    public Misunderstood {
        words = List.copyOf(words);
        understood = List.copyOf(understood);
        meant = List.copyOf(meant);
    }
}
