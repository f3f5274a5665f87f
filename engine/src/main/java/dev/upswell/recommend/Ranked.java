package dev.upswell.recommend;

import java.util.Comparator;

/// A candidate with its score for a person.
///
/// @param score by formula
/// @param order what it is ordered by, 0 to 1: the formula's value, a ranker's, or for strangers what all people did
public record Ranked(Candidate candidate, FinalScore score, double order) {

    /// Highest first; equals by the id of the video, so that equal requests have equal lists.
    public static final Comparator<Ranked> BEST_FIRST = Ranked::bestFirst;

    private static int bestFirst(Ranked one, Ranked other) {
        int byOrder = Double.compare(other.order, one.order);
        return byOrder != 0 ? byOrder : one.candidate.video().compareTo(other.candidate.video());
    }

    /// Ordered by what all people did, where that is known and weighed, and else by the formula: nothing more is known of strangers.
    public static Ranked forStranger(Candidate candidate, FinalScore score) {
        return new Ranked(candidate, score, score.whole().term(FinalScore.CROWD).orElse(score.value()));
    }

    /// Ordered by the formula itself.
    public static Ranked byFormula(Candidate candidate, FinalScore score) {
        return new Ranked(candidate, score, score.value());
    }
}
