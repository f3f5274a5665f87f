package dev.upswell.recommend;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A candidate with what it is ordered by, and its score for a person.
///
/// The score by formula is made when it is first asked for: of a thousand candidates that a ranker orders, only those that are shown are
/// told with its parts.
public final class Ranked {

    /// Highest first; equals by the id of the video, so that equal requests have equal lists.
    public static final Comparator<Ranked> BEST_FIRST = Ranked::bestFirst;

    private final Candidate candidate;
    private final double order;
    private final FinalScore.@Nullable Scoring scoring;
    private volatile @Nullable FinalScore score;

    private Ranked(Candidate candidate, double order, FinalScore.@Nullable Scoring scoring,
            @Nullable FinalScore score) {
        this.candidate = candidate;
        this.order = order;
        this.scoring = scoring;
        this.score = score;
    }

    /// A candidate whose score is at hand.
    ///
    /// @param order what it is ordered by, 0 to 1: the formula's value, a ranker's, or for strangers what all people did
    public static Ranked of(Candidate candidate, FinalScore score, double order) {
        return new Ranked(candidate, order, null, score);
    }

    /// A candidate whose score is made when it is asked for.
    ///
    /// @param order what it is ordered by, 0 to 1
    public static Ranked of(Candidate candidate, FinalScore.Scoring scoring, double order) {
        return new Ranked(candidate, order, scoring, null);
    }

    /// Ordered by what all people did, where that is known and weighed, and else by the formula: nothing more is known of strangers.
    public static Ranked forStranger(Candidate candidate, FinalScore score) {
        return of(candidate, score, score.whole().term(FinalScore.CROWD).orElse(score.value()));
    }

    /// Ordered by the formula itself.
    public static Ranked byFormula(Candidate candidate, FinalScore score) {
        return of(candidate, score, score.value());
    }

    private static int bestFirst(Ranked one, Ranked other) {
        int byOrder = Double.compare(other.order, one.order);
        return byOrder != 0 ? byOrder : one.candidate.video().compareTo(other.candidate.video());
    }

    public Candidate candidate() {
        return candidate;
    }

    /// What it is ordered by, 0 to 1.
    public double order() {
        return order;
    }

    /// By formula.
    public FinalScore score() {
        FinalScore made = score;
        if (made == null && scoring != null) {
            made = scoring.of(candidate);
            score = made;
        }
        if (made == null) {
            throw new IllegalStateException("a candidate has a score or what makes it");
        }
        return made;
    }

    /// Whether its score reaches a threshold; each reaches 0.
    boolean reaches(double threshold) {
        return threshold <= 0 || score().reached() >= threshold;
    }

    @Override
    public String toString() {
        return candidate.video() + " (" + order + ")";
    }
}
