package dev.upswell.server.collect.intake;

import dev.upswell.server.web.ShellSettings;
import java.time.Duration;

/// How much is taken in at once.
///
/// @param mostBytes size of the largest file taken, as it is sent
/// @param mostKept how many files may lie aside without anyone having agreed to import them; the oldest goes first
/// @param mostWaiting how many imports may wait behind the running one
/// @param longestKept how long a file lies aside
public record IntakeLimits(long mostBytes, int mostKept, int mostWaiting, Duration longestKept) {

    /// The largest file that the web server lets through, eight files aside, 32 imports waiting, one day.
    public static final IntakeLimits USUAL = new IntakeLimits(ShellSettings.loopback().largestUpload(), 8, 32,
            Duration.ofDays(1));

    /// Readings and items pack to between a third and a fortieth; a hundredth is more air than content.
    private static final int MOST_EXPANSION = 100;
    private static final long SMALL = 256L << 20;
    private static final long LARGE = 32L << 30;

    /// Unpacked bytes within which the first rows must stand.
    static final long LOOKED_AT = 64L << 20;

    public IntakeLimits {
        if (mostBytes < 1 || mostKept < 1 || mostWaiting < 1) {
            throw new IllegalArgumentException("limits (" + mostBytes + ", " + mostKept + ", " + mostWaiting
                    + ") must be at least 1\nMaybe use IntakeLimits.USUAL.");
        }
    }

    /// How many bytes a file of this size may unpack to: a hundred times its size, at least 256 MB and at most 32 GB.
    long mostUnpacked(long bytes) {
        return Math.clamp(bytes * MOST_EXPANSION, SMALL, LARGE);
    }
}
