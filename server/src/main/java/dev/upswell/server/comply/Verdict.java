package dev.upswell.server.comply;

/// Whether something may be done, and by which rule.
public sealed interface Verdict {

    /// The rule that decided, such as `policy ensembledata` or `unlisted`.
    String rule();

    /// It may be done, for this purpose.
    record Allowed(String rule, String purpose) implements Verdict {
    }

    /// It may not.
    ///
    /// @param why a sentence
    /// @param advice what somebody could do about it, a sentence
    record Denied(String rule, String why, String advice) implements Verdict {
    }
}
