package dev.upswell.server.store;

import dev.upswell.server.postgres.PostgresException;
import org.jspecify.annotations.Nullable;

/// The database, the lake or the disk beneath them did not do what was asked.
///
/// The message has two lines: what failed and where, then what to do about it.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    private StoreException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /// A failure that the same call may not meet again, such as a lost connection.
    public static StoreException retryable(String what, String where, String advice, @Nullable Throwable cause) {
        return new StoreException(message(what, where, advice, cause), true, cause);
    }

    /// A failure that stays until somebody acts.
    public static StoreException permanent(String what, String where, String advice, @Nullable Throwable cause) {
        return new StoreException(message(what, where, advice, cause), false, cause);
    }

    /// What went wrong below, in the same words.
    static StoreException of(PostgresException cause) {
        String message = cause.getMessage();
        return new StoreException(message == null ? "" : message, cause.isRetryable(), cause);
    }

    /// Whether the same call may succeed when made again.
    public boolean isRetryable() {
        return retryable;
    }

    private static String message(String what, String where, String advice, @Nullable Throwable cause) {
        return what + " (" + where + ")" + reason(cause) + "\n" + advice;
    }

    /// The first line of the innermost cause, which is nearest to what happened.
    private static String reason(@Nullable Throwable cause) {
        String reason = "";
        for (Throwable t = cause; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null && !message.isBlank()) {
                reason = ": " + message.lines().findFirst().orElse("");
            }
        }
        return reason;
    }
}
