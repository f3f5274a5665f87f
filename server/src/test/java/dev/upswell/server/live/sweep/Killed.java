package dev.upswell.server.live.sweep;

/// Ends a piece of work as a kill would: nothing of it catches this.
public final class Killed extends Error {

    private static final long serialVersionUID = 1L;
}
