package dev.upswell.server.web;

import java.util.List;

/// A sentence for people, not yet in any language: a message code and its arguments.
///
/// [Words] says it in the reader's language. Numbers among the arguments are formatted by the message's own pattern;
/// write them with [Figures] first where they should be shortened.
public record Sentence(String code, List<Object> arguments) {

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    /// The sentence with this code and these arguments.
    public static Sentence of(String code, Object... arguments) {
        return new Sentence(code, List.of(arguments));
    }

    /// What a slice refuses to do, in the words that it also tells the command line and the log: they name what only the slice
    /// knows, so they are made there.
    ///
    /// @param what cannot be done, and why
    /// @param advice what the reader can do about it
    public static Sentence ofRefusal(String what, String advice) {
        return of("problem.refused", what, advice);
    }
}
