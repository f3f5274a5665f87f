package dev.upswell.server.comply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the terms of a known source allow.
///
/// @param name by which pages and the audit trail call it
/// @param covers names of sources and formats; one that ends with `*` stands for all that begin so
/// @param fetched what may be asked for, by the words of feeds; empty when it may only be imported
/// @param stored whether its readings may be kept
/// @param purpose for which it may be used
/// @param rawDays days that its raw answers may be kept at most; null when only the setting says
/// @param freshMinutes for how long what it said answers the same question again; null for its fetch window alone
/// @param terms what its terms say, in words for people
public record Policy(String name, List<String> covers, String title, List<String> fetched, boolean stored,
        String purpose, @Nullable Integer rawDays, @Nullable Integer freshMinutes, String terms) {

    public Policy {
        covers = List.copyOf(covers);
        fetched = List.copyOf(fetched);
        if (covers.isEmpty() || purpose.isBlank() || terms.isBlank()) {
            throw new IllegalArgumentException("policy (" + name
                    + ") must name its sources, its purpose and its terms\nMaybe a line of policies.json was lost.");
        }
    }

    /// How exactly it names this source: the number of characters that it names, 0 when it does not.
    int exactness(String source) {
        return covers.stream().mapToInt(pattern -> exactness(pattern, source)).max().orElse(0);
    }

    private static int exactness(String pattern, String source) {
        if (!pattern.endsWith("*")) {
            return pattern.equals(source) ? Integer.MAX_VALUE : 0;
        }
        String start = pattern.substring(0, pattern.length() - 1);
        return source.startsWith(start) && source.length() > start.length() ? start.length() : 0;
    }
}
