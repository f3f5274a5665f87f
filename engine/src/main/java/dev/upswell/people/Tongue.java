package dev.upswell.people;

import java.util.Locale;

/// The languages of this world, and how many speak them.
public enum Tongue {
    EN(0.45),
    ID(0.35),
    VI(0.10),
    DE(0.10);

    private static final Tongue[] ALL = values();

    private final double share;

    Tongue(double share) {
        this.share = share;
    }

    /// Its ISO 639-1 code.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The language at this point of [0, 1), as shares divide it.
    static Tongue at(double point) {
        double left = point;
        for (Tongue tongue : ALL) {
            left -= tongue.share;
            if (left < 0) {
                return tongue;
            }
        }
        return DE;
    }
}
