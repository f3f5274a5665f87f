package dev.upswell.people.judge.served;

import dev.upswell.numeric.Dice;
import dev.upswell.people.Behaviour;
import dev.upswell.people.Occasion;
import dev.upswell.people.judge.Asked;
import dev.upswell.people.judge.contender.ProductScores.Scored;
import dev.upswell.recommend.Candidate;
import dev.upswell.recommend.FinalScore;
import dev.upswell.recommend.Ranked;
import dev.upswell.recommend.Score;
import dev.upswell.recommend.Slate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A request of a person: what each configuration would draw from, and what the person does with a list.
///
/// Of each score the 250 best are kept, without what only scoring needed.
///
/// @param numbers of all videos that can be shown, by id
record Request(Occasion occasion, Scored scored, Map<String, Integer> numbers) {

    /// Places of a list.
    static final int PLACES = 10;

    private static final int KEPT = 250;
    private static final Score UNTOLD = Score.of();

    static Request of(Occasion occasion, Asked asked, Scored all) {
        Scored kept = new Scored(best(all.byFormula()), best(all.byRanker()), all.stranger());
        Map<String, Integer> numbers = new HashMap<>();
        for (int candidate : asked.candidates()) {
            numbers.put(asked.known().video(candidate).id(), candidate);
        }
        numbers.keySet().retainAll(Stream.concat(kept.byFormula().stream(), kept.byRanker().stream())
                .map(one -> one.candidate().video()).collect(Collectors.toSet()));
        return new Request(occasion, kept, Map.copyOf(numbers));
    }

    private static List<Ranked> best(List<Ranked> ranked) {
        return ranked.stream().sorted(Ranked.BEST_FIRST).limit(KEPT).map(Request::bare).toList();
    }

    /// Alone what lists are drawn by.
    private static Ranked bare(Ranked one) {
        Candidate all = one.candidate();
        return Ranked.of(
                new Candidate(all.video(), all.creator(), null, null, Candidate.Tally.NONE, all.categories(), null,
                        all.way(), Candidate.Form.UNKNOWN, Map.of()),
                new FinalScore(one.score().value(), UNTOLD, UNTOLD, OptionalDouble.empty(), UNTOLD), one.order());
    }

    /// Videos that a configuration shows.
    List<String> draw(ServedBy by, Dice dice) {
        return Slate.draw(by.of(scored), by.configuration(scored.stranger()), PLACES, dice).videos();
    }

    /// The logarithm of the probability that it shows just these.
    double logProbability(ServedBy by, List<String> shown) {
        return Slate.logProbability(by.of(scored), by.configuration(scored.stranger()), shown, PLACES);
    }

    /// What the person does with the list, as the world values it.
    double reward(List<String> shown, Dice dice) {
        List<Integer> order = shown.stream().map(video -> Objects.requireNonNull(numbers.get(video), video)).toList();
        return occasion.served(order, dice).stream().mapToDouble(Behaviour.Reaction::worth).sum();
    }
}
