package dev.upswell.server.collect;

/// Tells readings of the simulated world from real ones, so that no page passes the former off as the latter.
public final class Simulated {

    /// With what the names of the simulated sources begin.
    private static final String PREFIX = "sim-";

    private Simulated() {
    }

    /// Whether a source of this name is a simulated one.
    public static boolean is(String source) {
        return source.startsWith(PREFIX);
    }
}
