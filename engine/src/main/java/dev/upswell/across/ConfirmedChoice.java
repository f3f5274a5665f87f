package dev.upswell.across;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.Choice;
import dev.upswell.pattern.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A choice that searches of one length confirmed: those on the same side of the same feature are one, with the threshold of the surest.
///
/// @param good true for a pattern, false for an anti-pattern
/// @param surest whose threshold it is
/// @param by all searches that confirmed it
record ConfirmedChoice(Choice choice, boolean good, Searched surest, List<Searched> by) {

    ConfirmedChoice {
        by = List.copyOf(by);
    }

    private record Source(Finding finding, Searched search) {

        double q() {
            return finding.evidence().adjusted().orElse(1);
        }
    }

    /// What these searches confirmed of this length, in their order.
    static List<ConfirmedChoice> of(DurationBucket bucket, List<Searched> searches) {
        Map<String, List<Source>> sources = new LinkedHashMap<>();
        for (Searched search : searches) {
            Stream<Finding> confirmed = search.analysis().find(bucket).map(BucketAnalysis::findings)
                    .orElse(List.of()).stream().filter(finding -> finding.label().confirmed());
            confirmed.forEach(finding -> sources.computeIfAbsent(
                    finding.good() + " " + finding.choice().side() + " " + finding.choice().feature().name(),
                    _ -> new ArrayList<>()).add(new Source(finding, search)));
        }
        return sources.values().stream().map(ConfirmedChoice::of).toList();
    }

    private static ConfirmedChoice of(List<Source> sources) {
        Source surest = sources.stream().reduce((one, other) -> other.q() < one.q() ? other : one).orElseThrow();
        List<Searched> by = new ArrayList<>();
        for (Source source : sources) {
            if (by.isEmpty() || by.getLast() != source.search()) {
                by.add(source.search());
            }
        }
        return new ConfirmedChoice(surest.finding().choice(), surest.finding().good(), surest.search(), by);
    }
}
