package dev.upswell.server.scorecard.rest;

import dev.upswell.server.scorecard.AlikeCreators;
import dev.upswell.server.scorecard.Pseudonyms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Creators alike who do well where one is held back, as programs read them.
@Schema(name = "SimilarWinners")
record SimilarWinners(@Schema(description = "The bottleneck") String gap,
        @Schema(description = "The indicator that it holds down") String indicator,
        @Schema(description = "Of the creator in that indicator [0..1]") double score,
        @Schema(description = "How many creators are alike") int alike,
        @Schema(description = "At most three, the most alike first: they score 0.6 or more, and 0.1 more than the creator") List<Winner> winners,
        @Schema(description = "At most five, the largest first; a difference is not its cause") List<Difference> differences) {

    /// A creator who does better.
    @Schema(name = "SimilarWinner")
    record Winner(
            @Schema(description = "Handle, or the pseudonym where the setting scorecard.pseudonyms says so") String creator,
            @Schema(description = "Mean of shared hashtag uses and nearness in size [0..1]") double likeness,
            @Schema(description = "How many times as large") double times,
            @Schema(description = "Share of hashtag uses in common [0..1]") double shared,
            @Schema(description = "In the indicator [0..1]") double score) {
    }

    /// An input that stands elsewhere with winners.
    @Schema(name = "SimilarDifference")
    record Difference(String input, double own,
            @Schema(description = "Mean of the winners of whom it is known") double theirs,
            @Schema(description = "Of how many winners it is known") int known) {
    }

    static SimilarWinners of(AlikeCreators.Winners one, Pseudonyms names) {
        return new SimilarWinners(one.bottleneck().gap().field(), one.bottleneck().gap().kpi().field(), one.score(),
                one.alike(),
                one.winners().stream().map(who -> new Winner(names.name(who.creator()), who.likeness(), who.times(),
                        who.shared(), who.score())).toList(),
                one.differences().stream().map(
                        each -> new Difference(each.input().field(), each.own(), each.theirs(), each.known()))
                        .toList());
    }
}
