package dev.upswell.server.collect;

import dev.upswell.server.refusal.Refused;
import java.io.Serial;

/// A file could not be imported, or not any further: what is wrong, and what to do about it.
public final class ImportRefused extends Refused {

    @Serial
    private static final long serialVersionUID = 1;

    public ImportRefused(String what, String advice) {
        super(what, advice);
    }

    public ImportRefused(String what, String advice, Throwable cause) {
        super(what, advice, cause);
    }

    /// The refusal of a file that the disk does not give.
    public static ImportRefused unreadable(String name, Exception cause) {
        return new ImportRefused("The file " + name + " cannot be read: " + cause.getMessage(),
                "Check the disk and the path, then import it again.", cause);
    }
}
