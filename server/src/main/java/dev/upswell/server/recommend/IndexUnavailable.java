package dev.upswell.server.recommend;

import org.jspecify.annotations.Nullable;

/// The index of videos cannot be read or written now.
public final class IndexUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /// @param retryable whether the same may work a moment later
    public IndexUnavailable(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /// Whether the same may work a moment later.
    public boolean retryable() {
        return retryable;
    }
}
