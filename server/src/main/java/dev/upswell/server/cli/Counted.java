package dev.upswell.server.cli;

import java.util.Locale;

/// A count with its noun: `1 day`, `1,234 days`.
public final class Counted {

    private Counted() {
    }

    /// @param one the noun of one; of others it ends in s
    public static String of(long count, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
    }
}
