package dev.upswell.server.notify;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Which channels are left alone at an instant.
///
/// @param quiet names of those in their quiet hours
/// @param strict names of those of them where urgent alerts wait too
/// @param hushed names of all that ever have quiet hours
record LeftAlone(List<String> quiet, List<String> strict, List<String> hushed) {

    LeftAlone {
        quiet = List.copyOf(quiet);
        strict = List.copyOf(strict);
        hushed = List.copyOf(hushed);
    }

    static LeftAlone at(Instant now, Map<String, QuietHours> hours) {
        List<Map.Entry<String, QuietHours>> on = hours.entrySet().stream().filter(one -> one.getValue().areOn(now))
                .toList();
        return new LeftAlone(on.stream().map(Map.Entry::getKey).toList(),
                on.stream().filter(one -> !one.getValue().urgentPasses()).map(Map.Entry::getKey).toList(),
                List.copyOf(hours.keySet()));
    }

    /// Whether a delivery there brings all that waited.
    boolean hasQuietHours(String channel) {
        return hushed.contains(channel);
    }

    boolean isQuiet(String channel) {
        return quiet.contains(channel);
    }

    String[] quietNames() {
        return quiet.toArray(String[]::new);
    }

    String[] strictNames() {
        return strict.toArray(String[]::new);
    }
}
