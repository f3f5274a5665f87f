package dev.upswell.server.refusal;

import org.jspecify.annotations.Nullable;

/// Something cannot be done, for a reason that the person who asked can act on.
///
/// The message is what cannot be done, then on a line of its own what to do about it.
public abstract class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String what;
    private final String advice;

    /// What stands in the way.
    public enum Kind {
        /// What is named does not exist.
        UNKNOWN,
        /// What was brought cannot be used.
        UNUSABLE,
        /// It does not go with the present state.
        CONFLICT
    }

    protected Refused(String what, String advice) {
        this(what, advice, null);
    }

    protected Refused(Kind kind, String what, String advice) {
        super(what + "\n" + advice);
        this.kind = kind;
        this.what = what;
        this.advice = advice;
    }

    /// @param cause **absence** null where nothing else failed
    protected Refused(String what, String advice, @Nullable Throwable cause) {
        super(what + "\n" + advice, cause);
        this.kind = Kind.CONFLICT;
        this.what = what;
        this.advice = advice;
    }

    /// The two lines of a value that was refused.
    ///
    /// @param usualAdvice where it has one line only
    protected Refused(IllegalArgumentException refused, String usualAdvice) {
        this(String.valueOf(refused.getMessage()).split("\n", 2), usualAdvice);
    }

    private Refused(String[] lines, String usualAdvice) {
        this(lines[0], lines.length > 1 ? lines[1] : usualAdvice);
    }

    /// What stands in the way; [Kind#CONFLICT] where it was not said.
    public final Kind kind() {
        return kind;
    }

    /// What cannot be done: a sentence, which lines of detail may follow.
    public final String what() {
        return what;
    }

    /// What to do about it, in one sentence.
    public final String advice() {
        return advice;
    }
}
