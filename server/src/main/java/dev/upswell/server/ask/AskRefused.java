package dev.upswell.server.ask;

import dev.upswell.server.refusal.Refused;

/// A question cannot be taken, for a reason that the person who asked can act on. A question that is not understood is no such case: it is
/// answered with what was understood.
public final class AskRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private AskRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static AskRefused unknown(String id) {
        return new AskRefused(Kind.UNKNOWN, "There is no question " + id + ".",
                "Use the id that an answer gives; questions are kept as long as logs.");
    }

    /// The language that is named is none of ours.
    public static AskRefused language(String language) {
        return new AskRefused(Kind.UNUSABLE, "Questions are not understood in \"" + language + "\".",
                "Ask in en or id, or leave the language out.");
    }

    /// What a question is to be about is no entity.
    public static AskRefused about(String about) {
        return new AskRefused(Kind.UNKNOWN, "Nothing is stored that \"" + about + "\" means.",
                "Name a kind and an id, for example hashtag/glowskin.");
    }
}
