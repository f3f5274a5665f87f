package dev.upswell.server.across;

import dev.upswell.across.Difference;
import dev.upswell.across.Hierarchy.Level;
import dev.upswell.across.Hierarchy.Outcome;
import dev.upswell.across.Hierarchy.Place;
import dev.upswell.across.Hierarchy.Standing;
import dev.upswell.across.PlacedPattern;
import dev.upswell.brief.ChoiceWords;
import dev.upswell.brief.Industry;
import dev.upswell.learn.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The levels at which patterns hold, as pages, commands and answers show them. Clients are counted and not named.
///
/// @param patterns those first that hold widest
public record LevelsDocument(Looked looked, List<Pattern> patterns) {

    public LevelsDocument {
        patterns = List.copyOf(patterns);
    }

    /// What was looked at.
    ///
    /// @param searches the last of each hashtag of a client whose industry is known
    /// @param left older ones that were left out
    /// @param unplaced clients whose industry nobody has said; none of their hashtags speaks here
    public record Looked(long clients, long industries, int searches, int left, List<String> unplaced) {

        public Looked {
            unplaced = List.copyOf(unplaced);
        }
    }

    /// A pattern that a search confirmed, and where it belongs.
    ///
    /// @param level universal, cluster, category, industry or none: the widest at which it holds
    /// @param names of the clusters, categories or industries in which it holds there; empty when universal or none
    /// @param standings what is known of each level, wide ones first
    /// @param evidence what each hashtag says, that first in which it was found
    public record Pattern(String says, String bucket, String label, boolean good, String level, List<String> names,
            List<Standings> standings, List<Evidence> evidence) {
    }

    /// What is known of a level.
    ///
    /// @param name of the cluster, category or industry; empty when universal
    /// @param held hashtags in which it holds
    /// @param contradicted hashtags in which the contrary holds
    /// @param tried hashtags in which it was tried
    public record Standings(String level, String name, int held, int contradicted, int tried, int clients,
            int industries, boolean holds) {
    }

    /// What a hashtag says.
    ///
    /// @param outcome found, held, not_shown, contradicted or untried
    /// @param with creators who do so
    /// @param without creators who do not
    /// @param lift engagement with over without, less 1; null where it was found, and where fewer than three creators do either
    /// @param q one-sided p-value, adjusted for all trials of this length; null as above
    public record Evidence(String hashtag, String industry, String outcome, int with, int without,
            @Nullable Double lift, @Nullable Interval interval, @Nullable Double q) {
    }

    static LevelsDocument of(Looked looked, List<PlacedPattern> patterns, Map<String, Industry> industries,
            Locale language) {
        ChoiceWords words = ChoiceWords.in(language);
        return new LevelsDocument(looked,
                patterns.stream().map(one -> pattern(one, words, new Names(industries, language))).toList());
    }

    /// How industries are called in a language.
    private record Names(Map<String, Industry> industries, Locale language) {

        String of(Place place) {
            Industry industry = industries.get(place.industry());
            return industry == null ? place.industry() : industry.name(language);
        }

        String of(Standing standing) {
            return standing.level() == Level.INDUSTRY
                    ? of(new Place(standing.name(), "", ""))
                    : standing.name();
        }
    }

    private static Pattern pattern(PlacedPattern one, ChoiceWords words, Names names) {
        List<Standing> holds = one.placement().holds();
        return new Pattern(words.say(one.choice(), one.bucket()), lower(one.bucket()), one.bucket().label(), one.good(),
                holds.isEmpty() ? "none" : lower(holds.getFirst().level()),
                holds.stream().map(names::of).filter(name -> !name.isEmpty()).toList(),
                one.placement().all().stream().map(standing -> standings(standing, names)).toList(),
                Stream.concat(Stream.of(evidence(one.found(), "found", names)), one.others().stream().map(other -> {
                    Outcome outcome = other.outcome();
                    return evidence(other, outcome == null ? "untried" : lower(outcome), names);
                })).toList());
    }

    private static Standings standings(Standing one, Names names) {
        return new Standings(lower(one.level()), names.of(one), one.held(), one.contradicted(), one.tried(),
                one.clients(), one.industries(), one.holds());
    }

    private static Evidence evidence(PlacedPattern.Evidence one, String outcome, Names names) {
        Difference found = one.difference();
        return found == null
                ? new Evidence(one.hashtag(), names.of(one.place()), outcome, 0, 0, null, null, null)
                : new Evidence(one.hashtag(), names.of(one.place()), outcome, found.with(), found.without(),
                        found.lift(), found.interval(), one.q());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
