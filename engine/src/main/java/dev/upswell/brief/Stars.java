package dev.upswell.brief;

import java.util.Optional;

/// How much better videos do that follow a pattern, as creators read it: from three stars for a tenth more to five for 35 %.
enum Stars {
    THREE(0.10),
    FOUR(0.20),
    FIVE(0.35);

    private static final int MOST = 5;

    private final double least;

    Stars(double least) {
        this.least = least;
    }

    /// Stars for a mean lift; empty below 10 %.
    static Optional<Stars> of(double lift) {
        Optional<Stars> earned = Optional.empty();
        for (Stars stars : values()) {
            if (lift >= stars.least) {
                earned = Optional.of(stars);
            }
        }
        return earned;
    }

    /// For example `★★★★☆`.
    String shown() {
        int full = MOST - (FIVE.ordinal() - ordinal());
        return "★".repeat(full) + "☆".repeat(MOST - full);
    }
}
