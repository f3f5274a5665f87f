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
}
