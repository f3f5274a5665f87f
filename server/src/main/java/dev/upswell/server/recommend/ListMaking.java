package dev.upswell.server.recommend;

import dev.upswell.numeric.Dice;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.ranking.TeamDraft;
import dev.upswell.ranking.TeamDraft.Team;
import dev.upswell.recommend.Candidate;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Diversity;
import dev.upswell.recommend.EngagementQuality;
import dev.upswell.recommend.Explanation;
import dev.upswell.recommend.FinalScore;
import dev.upswell.recommend.Ranked;
import dev.upswell.recommend.RankingColumns;
import dev.upswell.recommend.Score;
import dev.upswell.recommend.Slate;
import dev.upswell.server.recommend.Tastes.Taste;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a list of candidates at hand: scores, order, draw and words.
///
/// @param rankers those that configurations may name
record ListMaking(Rankers rankers) {

    private static final Logger LOG = LoggerFactory.getLogger(ListMaking.class);

    /// What is asked of the draw.
    record Draw(int count, long seed, Instant now) {
    }

    /// Candidates as each configuration orders them.
    private record Orders(List<Candidate> candidates, Map<String, List<Ranked>> ranked) {

        List<Ranked> of(Configuration configuration) {
            return ranked.getOrDefault(configuration.name(), List.of());
        }
    }

    /// A place with the configuration that picked it.
    ///
    /// @param team null in a list of one
    private record Picked(Slate.Place place, @Nullable Team team) {
    }

    /// The list that is dealt, of which all configurations that are asked tell how probable it is.
    ///
    /// Strangers' lists are made by what all people did, whichever configuration is dealt ([Configuration#forStranger]).
    Given list(List<Candidate> candidates, Taste taste, Dealing dealing, Draw draw, Set<Degraded> degraded) {
        Dealing dealt = taste.profile().isStranger() ? dealing.each(Configuration::forStranger) : dealing;
        Map<String, List<Ranked>> ranked = new HashMap<>();
        for (Configuration configuration : dealt.asked()) {
            ranked.put(configuration.name(), ranked(candidates, taste, configuration, draw.now(), degraded));
        }
        Orders orders = new Orders(candidates, ranked);
        return switch (dealt) {
            case Dealing.ByChance chance -> drawn(orders, taste, draw, degraded, new Terms(
                    chance.one(Dice.of(draw.seed(), "deal", 0)), null, chance.shares(), chance.asked()));
            case Dealing.Assigned assigned -> drawn(orders, taste, draw, degraded,
                    new Terms(assigned.one(), assigned.trial(), assigned.shares(), assigned.asked()));
            case Dealing.Interleaved both -> interleaved(orders, taste, draw, degraded, both);
        };
    }

    /// On which terms a list is drawn by one configuration.
    private record Terms(Configuration by, @Nullable String trial, Map<String, Double> shares,
            List<Configuration> asked) {
    }

    private static Given drawn(Orders orders, Taste taste, Draw draw, Set<Degraded> degraded, Terms terms) {
        Slate slate = Slate.draw(orders.of(terms.by()), terms.by(), draw.count(), Dice.of(draw.seed(), "slate", 0));
        Map<String, Double> probabilities = new HashMap<>();
        for (Configuration configuration : terms.asked()) {
            double log = Slate.logProbability(orders.of(configuration), configuration, slate.videos(), draw.count());
            if (log > Double.NEGATIVE_INFINITY) {
                probabilities.put(configuration.name(), log);
            }
        }
        List<Given.Item> items = items(slate.places().stream().map(place -> new Picked(place, null)).toList(), taste,
                draw, degraded);
        return new Given(null, draw.now(), draw.count(), terms.by().name(), draw.seed(), orders.candidates().size(),
                degraded, terms.trial(), terms.shares(), probabilities, items);
    }

    /// Both draw an order of their own and pick from it in turns. What would be one too many of a creator in the first places is passed
    /// over, and the one whose turn it is picks its next.
    private static Given interleaved(Orders orders, Taste taste, Draw draw, Set<Degraded> degraded,
            Dealing.Interleaved both) {
        Map<String, Slate.Place> ofA = order(orders, both.a(), draw, "slate a");
        Map<String, Slate.Place> ofB = order(orders, both.b(), draw, "slate b");
        Diversity diversity = both.a().diversity();
        List<TeamDraft.Pick<String>> picks = TeamDraft.of(List.copyOf(ofA.keySet()), List.copyOf(ofB.keySet()),
                draw.count(), Dice.of(draw.seed(), "draft", 0));
        Optional<String> beyond = beyond(picks, ofA, ofB, diversity);
        while (beyond.isPresent()) {
            ofA.remove(beyond.get());
            ofB.remove(beyond.get());
            picks = TeamDraft.of(List.copyOf(ofA.keySet()), List.copyOf(ofB.keySet()), draw.count(),
                    Dice.of(draw.seed(), "draft", 0));
            beyond = beyond(picks, ofA, ofB, diversity);
        }
        List<Picked> picked = new ArrayList<>();
        for (TeamDraft.Pick<String> pick : picks) {
            Map<String, Slate.Place> order = pick.team() == TeamDraft.Team.A ? ofA : ofB;
            picked.add(new Picked(Objects.requireNonNull(order.get(pick.item())), pick.team()));
        }
        return new Given(null, draw.now(), draw.count(), both.a().name() + "+" + both.b().name(), draw.seed(),
                orders.candidates().size(), degraded, both.trial(), Map.of(), Map.of(),
                items(picked, taste, draw, degraded));
    }

    /// More than are asked for, so that both have enough where they agree.
    private static Map<String, Slate.Place> order(Orders orders, Configuration by, Draw draw, String stream) {
        Map<String, Slate.Place> order = new LinkedHashMap<>();
        Slate.draw(orders.of(by), by, 2 * draw.count(), Dice.of(draw.seed(), stream, 0)).places()
                .forEach(place -> order.put(place.ranked().candidate().video(), place));
        return order;
    }

    /// The first video of the joint list whose creator has its fill in the first places; empty when there is none.
    private static Optional<String> beyond(List<TeamDraft.Pick<String>> picks, Map<String, Slate.Place> ofA,
            Map<String, Slate.Place> ofB, Diversity diversity) {
        Map<String, Integer> authors = new HashMap<>();
        for (TeamDraft.Pick<String> pick : picks.subList(0, Math.min(diversity.top(), picks.size()))) {
            Slate.Place place = Objects.requireNonNull(
                    (pick.team() == TeamDraft.Team.A ? ofA : ofB).get(pick.item()));
            String author = place.ranked().candidate().creator();
            if (author != null && authors.merge(author, 1, Integer::sum) > diversity.perAuthor()) {
                return Optional.of(pick.item());
            }
        }
        return Optional.empty();
    }

    private static List<Given.Item> items(List<Picked> picked, Taste taste, Draw draw, Set<Degraded> degraded) {
        if (picked.size() < draw.count()) {
            degraded.add(Degraded.TOO_FEW);
        }
        RankingColumns columns = RankingColumns.of(taste.profile(), taste.habits());
        List<Given.Item> items = new ArrayList<>();
        for (Picked one : picked) {
            items.add(item(items.size() + 1, one, taste, columns));
        }
        return items;
    }

    /// All of these in their order, each as at the first place, by the usual formula.
    List<Given.Item> unordered(List<Candidate> candidates, Taste taste, Instant now) {
        RankingColumns columns = RankingColumns.of(taste.profile(), taste.habits());
        return ranked(candidates, taste, Configuration.USUAL, now, EnumSet.noneOf(Degraded.class)).stream()
                .map(one -> item(1, new Picked(new Slate.Place(one, one.score().value(), 1), null), taste, columns))
                .toList();
    }

    private List<Ranked> ranked(List<Candidate> candidates, Taste taste, Configuration configuration, Instant now,
            Set<Degraded> degraded) {
        FinalScore.Scoring scoring = FinalScore.Scoring.among(candidates, taste.profile(),
                taste.habits().leanings(), configuration.weights(), now);
        String ranker = configuration.ranker();
        if (ranker != null) {
            Optional<double[]> margins = margins(ranker, candidates, scoring.quality(), taste);
            if (margins.isPresent()) {
                return RankingColumns.ranked(candidates, scoring, margins.get());
            }
            degraded.add(Degraded.RANKER_AWAY);
        }
        boolean stranger = taste.profile().isStranger();
        return candidates.stream().map(one -> stranger
                ? Ranked.forStranger(one, scoring.of(one))
                : Ranked.byFormula(one, scoring.of(one))).toList();
    }

    private Optional<double[]> margins(String ranker, List<Candidate> candidates, EngagementQuality quality,
            Taste taste) {
        try {
            Optional<PairwiseTrees> trees = rankers.find(ranker);
            return trees.map(found -> found.scores(
                    RankingColumns.of(taste.profile(), taste.habits()).rows(candidates, quality),
                    candidates.size()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.warn("ranker {} is broken; the formula takes its place", ranker, e);
            return Optional.empty();
        }
    }

    private static Given.Item item(int number, Picked picked, Taste taste, RankingColumns columns) {
        Ranked ranked = picked.place().ranked();
        FinalScore score = ranked.score();
        Explanation explanation = Explanation.of(ranked, taste.profile());
        Map<String, Double> terms = new HashMap<>();
        terms(score.virality(), terms);
        terms(score.relevance(), terms);
        score.whole().term(FinalScore.CROWD).ifPresent(value -> terms.put(FinalScore.CROWD, value));
        List<Float> seen = new ArrayList<>();
        for (float value : columns.row(ranked.candidate(), score, number)) {
            seen.add(value);
        }
        return new Given.Item(number, ranked.candidate().video(), score.value(), known(score.virality().value()),
                known(score.relevance().value()), known(score.engagement()), terms, explanation.tags(),
                explanation.why(), picked.place().probability(), picked.team(), seen,
                ranked.candidate().way());
    }

    private static void terms(Score score, Map<String, Double> terms) {
        for (Score.Term term : score.terms()) {
            term.value().ifPresent(value -> terms.put(term.name(), value));
        }
    }

    private static @Nullable Double known(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
