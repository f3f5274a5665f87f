package dev.upswell.server.fyp;

import dev.upswell.fyp.rule.Prescription;
import dev.upswell.fyp.rule.RuleBook;
import dev.upswell.fyp.rule.Truth;
import java.util.List;

/// A rule, and which of the videos posted last it fires for.
///
/// @param undecided of how many it cannot be told, because something was not measured
public record FiringRule(Prescription rule, List<ScoredVideo> videos, int undecided) {

    private static final int LOOKED_AT = 200;

    public FiringRule {
        videos = List.copyOf(videos);
    }

    /// Each rule of a book over the last 200 videos, by their latest scores.
    public static List<FiringRule> of(RuleBook book, VideoScores scores) {
        List<ScoredVideo> looked = scores.list(ScoreFilter.ALL, LOOKED_AT, 0).items();
        return book.rules().stream().map(rule -> new FiringRule(rule,
                looked.stream().filter(one -> rule.of(one.score()) == Truth.YES).toList(),
                (int) looked.stream().filter(one -> rule.of(one.score()) == Truth.UNKNOWN).count())).toList();
    }
}
