package dev.upswell.server.creative;

import dev.upswell.brief.ChoiceWords;
import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.Choice;
import dev.upswell.pattern.Evidence;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.PatternAnalysis;
import java.util.List;
import java.util.Locale;

/// A pattern or an anti-pattern with its evidence, as pages, commands and answers show it.
///
/// @param says what it asks to do, in a sentence
/// @param good false for an anti-pattern, which goes with less engagement
/// @param label strong_evidence, moderate_evidence, emerging_pattern or not_confirmed
/// @param confidence share of the four models that point at it
/// @param differential how much more frequent it is in the top than in the middle tier, in percentage points
/// @param evidence all figures
/// @param holds lengths in which the same choice is confirmed; for one of unknown length that alone
/// @param proxies choices so correlated with it that either may be the cause, in sentences
/// @param examples ids of videos that do so
public record PatternDocument(String says, String feature, String side, double threshold, boolean good, String label,
        double confidence, double differential, Evidence evidence, List<String> holds, List<String> proxies,
        List<String> examples) {

    public PatternDocument {
        holds = List.copyOf(holds);
        proxies = List.copyOf(proxies);
        examples = List.copyOf(examples);
    }

    static PatternDocument of(Finding one, DurationBucket bucket, PatternAnalysis analysis, ChoiceWords words) {
        Choice choice = one.choice();
        return new PatternDocument(words.say(choice, bucket), choice.feature().name(), label(choice.side()),
                choice.threshold(), one.good(), label(one.label()), one.evidence().confidence(),
                one.evidence().differential(), one.evidence(), holds(one, bucket, analysis),
                one.proxies().stream().map(proxy -> words.say(proxy, bucket)).toList(),
                one.examples().stream().map(EntityId::value).toList());
    }

    /// Lengths in which the same feature is confirmed on the same side, to the same effect.
    private static List<String> holds(Finding one, DurationBucket of, PatternAnalysis analysis) {
        return !of.isLength()
                ? List.of(of.label())
                : analysis.buckets().stream()
                        .filter(bucket -> bucket.confirmed(one.good()).stream().map(Finding::choice)
                                .anyMatch(other -> other.feature().equals(one.choice().feature())
                                        && other.side() == one.choice().side()))
                        .map(BucketAnalysis::bucket).filter(DurationBucket::isLength).map(DurationBucket::label)
                        .toList();
    }

    static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
