package dev.upswell.recommend;

import java.util.Comparator;

/// A candidate with its score for a person.
///
/// @param score by formula
/// @param order what it is ordered by, 0 to 1: the formula's value, or a ranker's
public record Ranked(Candidate candidate, FinalScore score, double order) {

    /// Highest first; equals by the id of the video, so that equal requests have equal lists.
    public static final Comparator<Ranked> BEST_FIRST = Ranked::bestFirst;

    private static int bestFirst(Ranked one, Ranked other) {
        int byOrder = Double.compare(other.order, one.order);
        return byOrder != 0 ? byOrder : one.candidate.video().compareTo(other.candidate.video());
    }

    /// Ordered by the formula itself.
    public static Ranked byFormula(Candidate candidate, FinalScore score) {
        return new Ranked(candidate, score, score.value());
    }
}
