package dev.upswell.recommend;

import dev.upswell.taste.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// A video's score for a person by formula, with the parts it is made of.
///
/// @param value 0 to 1
/// @param virality parts of how far it spreads
/// @param relevance parts of how much it is to the person's taste
/// @param engagement how much viewers do with it; empty when unknown
/// @param whole the parts and objectives by their weights
public record FinalScore(double value, Score virality, Score relevance, OptionalDouble engagement, Score whole) {

    /// The parts by name.
    public static final String VIRALITY = "virality";
    public static final String RELEVANCE = "relevance";
    public static final String ENGAGEMENT = "engagement";
    /// The objective that is told by what all people did.
    public static final String CROWD = "crowd";

    /// How scores are made for one person at one time.
    ///
    /// @param now when videos would be shown
    public record Scoring(Relevance relevance, EngagementQuality quality, CrowdMatch crowd, ScoreWeights weights,
            Instant now) {

        /// Scoring for this person by the profile alone.
        public static Scoring of(Profile profile, EngagementQuality quality, ScoreWeights weights, Instant now) {
            return new Scoring(Relevance.to(profile), quality, CrowdMatch.NONE, weights, now);
        }

        /// Scoring of these candidates for this person, by all that is known.
        public static Scoring among(List<Candidate> candidates, Profile profile, Leanings leanings,
                ScoreWeights weights, Instant now) {
            return new Scoring(Relevance.to(profile, leanings), EngagementQuality.among(candidates),
                    CrowdMatch.among(candidates, leanings.acts()), weights, now);
        }

        /// The score of a video. The way it was found is always known, and so is some score.
        public FinalScore of(Candidate candidate) {
            Score virality = Virality.of(candidate, now);
            Score relevant = relevance.of(candidate);
            OptionalDouble engagement = quality.of(candidate.counts());
            List<Score.Term> terms = new ArrayList<>(3 + weights.objectives().size());
            add(terms, VIRALITY, weights.virality(), virality.value());
            add(terms, RELEVANCE, weights.relevance(), relevant.value());
            add(terms, ENGAGEMENT, weights.engagement(), engagement);
            for (Map.Entry<Objective, Double> objective : weights.objectives().entrySet()) {
                // That no crowd is known says nothing of this video, so nothing of it is missing.
                if (objective.getKey() == Objective.CROWD && !crowd.isKnown()) {
                    continue;
                }
                add(terms, objective.getKey().label(), objective.getValue(),
                        told(candidate, objective.getKey()));
            }
            Score whole = Score.of(terms);
            return new FinalScore(whole.value().orElse(0), virality, relevant, engagement, whole);
        }

        private OptionalDouble told(Candidate candidate, Objective objective) {
            Double told = candidate.told().get(objective);
            if (told != null) {
                return OptionalDouble.of(told);
            }
            return switch (objective) {
                case FRESHNESS -> Virality.byAge(candidate.postedAt(), now);
                case CROWD -> crowd.of(candidate);
                case COMPLETION, WATCH_TIME, AUTHORITY, BRAND_SAFETY -> OptionalDouble.empty();
            };
        }

        private static void add(List<Score.Term> terms, String name, double weight, OptionalDouble value) {
            if (weight > 0) {
                terms.add(new Score.Term(name, weight, value));
            }
        }
    }

    /// The value that a threshold is held against: with what all people did or without, and with words or the categories that stand beside
    /// them, whichever is highest. That they did nothing with a video yet, or that it says little, keeps it out of no list that it would
    /// reach by what it is about.
    public double reached() {
        return Math.max(value, Math.max(withoutCrowd(relevance.value()), withoutCrowd(relevanceByCategories())));
    }

    private double withoutCrowd(OptionalDouble relevant) {
        double sum = 0;
        double weights = 0;
        for (Score.Term term : whole.terms()) {
            OptionalDouble told = term.name().equals(RELEVANCE) ? relevant : term.value();
            if (told.isPresent() && !term.name().equals(CROWD)) {
                sum += term.weight() * told.getAsDouble();
                weights += term.weight();
            }
        }
        return weights > 0 ? sum / weights : value;
    }

    private OptionalDouble relevanceByCategories() {
        OptionalDouble categories = relevance.term(Relevance.CATEGORIES);
        return categories.isEmpty()
                ? relevance.value()
                : Score.of(new Score.Term(Relevance.CATEGORIES, 0.4, categories),
                        new Score.Term(Relevance.MEANING, 0.4, relevance.term(Relevance.MEANING)),
                        new Score.Term(Relevance.WAY, 0.2, relevance.term(Relevance.WAY))).value();
    }

    /// Names of all terms that are unknown, the parts' own ones first.
    public List<String> unknown() {
        List<String> unknown = new ArrayList<>(virality.unknown());
        unknown.addAll(relevance.unknown());
        unknown.addAll(whole.unknown());
        return unknown;
    }
}
