package dev.upswell.people.judge;

import java.util.Set;

/// Which worlds of people may be looked at while something is tuned, and which only once.
public final class JudgedSeeds {

    private static final long DECIDES = 20261125;
    private static final long SECOND = 20261126;
    private static final long THIRD = 20261127;
    private static final Set<Long> KEPT = Set.of(DECIDES, SECOND, THIRD);

    private JudgedSeeds() {
    }

    /// The seed that somebody means: a number for development, or one of the three that are judged once, by word.
    ///
    /// **errors** `IllegalArgumentException` for a judged seed told as a number, so that nobody comes by one unawares
    public static long of(String told) {
        return switch (told) {
            case "judged" -> DECIDES;
            case "judged-second" -> SECOND;
            case "judged-third" -> THIRD;
            default -> development(told);
        };
    }

    private static long development(String told) {
        long seed;
        try {
            seed = Long.parseLong(told);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "seed (" + told + ") must be a number or the word judged\nMaybe use 31, 32 or 33.", e);
        }
        if (KEPT.contains(seed)) {
            throw new IllegalArgumentException("seed (" + told
                    + ") is judged once, when nothing is tuned any more\nMaybe use 31, 32 or 33; if it is time, say judged, judged-second or judged-third.");
        }
        return seed;
    }
}
