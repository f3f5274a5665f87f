package dev.upswell.server.collect;

import java.io.Serial;

/// A file could not be imported, or not any further: what is wrong, and what to do about it.
public final class ImportRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String what;
    private final String advice;

    public ImportRefused(String what, String advice) {
        super(what + "\n" + advice);
        this.what = what;
        this.advice = advice;
    }

    public ImportRefused(String what, String advice, Throwable cause) {
        super(what + "\n" + advice, cause);
        this.what = what;
        this.advice = advice;
    }

    /// The refusal of a file that the disk does not give.
    public static ImportRefused unreadable(String name, Exception cause) {
        return new ImportRefused("The file " + name + " cannot be read: " + cause.getMessage(),
                "Check the disk and the path, then import it again.", cause);
    }

    /// What is wrong, in one sentence; may be followed by lines of detail.
    public String what() {
        return what;
    }

    /// What to do about it, in one sentence.
    public String advice() {
        return advice;
    }
}
