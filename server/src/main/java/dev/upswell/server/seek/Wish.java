package dev.upswell.server.seek;

import org.jspecify.annotations.Nullable;

/// Whether a live source is to be asked for a list.
public enum Wish {
    /// As the settings say.
    AS_SET,
    /// It is.
    LIVE,
    /// What is stored is enough.
    STORED;

    /// The wish of somebody who said yes, no, or nothing.
    public static Wish of(@Nullable Boolean live) {
        if (live == null) {
            return AS_SET;
        }
        return live ? LIVE : STORED;
    }

    boolean isLive(boolean usually) {
        return switch (this) {
            case AS_SET -> usually;
            case LIVE -> true;
            case STORED -> false;
        };
    }
}
