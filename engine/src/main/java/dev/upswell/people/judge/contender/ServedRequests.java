package dev.upswell.people.judge.contender;

import dev.upswell.numeric.Dice;
import dev.upswell.people.Behaviour;
import dev.upswell.people.Occasion;
import dev.upswell.people.PeopleWorld;
import dev.upswell.people.judge.Asked;
import dev.upswell.people.judge.Known;
import dev.upswell.people.judge.RecommendJudge;
import dev.upswell.people.judge.Recommender;
import dev.upswell.ranking.BalancedWeights;
import dev.upswell.ranking.OffPolicyValue.Logged;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.Candidate;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Ranked;
import dev.upswell.recommend.Slate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Requests of people that two configurations can serve, by formula and by ranker, and what people do with the lists that they are shown.
///
/// What a person does with a list of one request changes nothing in the next, so that a configuration is worth the same whichever serves
/// beside it. Of each configuration the 250 best videos are kept, from which it draws as from all.
public final class ServedRequests {

    private static final int KEPT = 250;
    private static final int PLACES = 10;
    private static final double[] DEALT = {1, 1};

    private final List<Request> requests;
    private final List<Configuration> configurations;

    /// A request.
    ///
    /// @param ranked by each configuration
    /// @param numbers of all videos in either, by id
    private record Request(int person, Occasion occasion, List<List<Ranked>> ranked, Map<String, Integer> numbers) {
    }

    private ServedRequests(List<Request> requests, List<Configuration> configurations) {
        this.requests = List.copyOf(requests);
        this.configurations = List.copyOf(configurations);
    }

    /// Requests of every `every`-th person in the judged days.
    ///
    /// **cost** the order of some thousand videos a request
    public static ServedRequests of(PeopleWorld world, int every) {
        Making making = new Making(world);
        new RecommendJudge(world, () -> 0).judge(List.of(making), every);
        Configuration formula = Configuration.USUAL;
        Configuration ranker = new Configuration("ranker", formula.weights(), "trees", formula.temperature(),
                formula.pool(), formula.diversity(), 0);
        return new ServedRequests(making.requests, List.of(formula, ranker));
    }

    /// How many requests there are.
    public int size() {
        return requests.size();
    }

    /// Keeps the lists of each occasion, and recommends nothing.
    private static final class Making implements Recommender {

        private final PeopleWorld world;
        private final List<Request> requests = new ArrayList<>();
        private final Map<Integer, List<Occasion>> occasions = new HashMap<>();
        private @Nullable Product product;
        private @Nullable PairwiseTrees trees;

        Making(PeopleWorld world) {
            this.world = world;
        }

        @Override
        public String name() {
            return "served requests";
        }

        @Override
        public void learn(Known known) {
            Product made = Product.hashed(known);
            trees = RankerTraining.of(made, known);
            product = made;
        }

        @Override
        public List<Integer> order(Asked asked) {
            Product made = product;
            PairwiseTrees grown = trees;
            if (made == null || grown == null) {
                throw new IllegalStateException("served requests must learn before they are asked\nMaybe ask a judge.");
            }
            AtHand.Asking byFormula = AtHand.Asking.of(made, null, asked.known(), asked.person());
            AtHand.Asking byRanker = new AtHand.Asking(made, made.crowd(asked.known()), asked.known(), asked.person(),
                    byFormula.habits());
            int[] candidates = asked.candidates();
            List<List<Ranked>> ranked = List.of(kept(AtHand.found(byFormula, candidates).byFormula()),
                    kept(AtHand.found(byRanker, candidates).by(grown)));
            Map<String, Integer> numbers = new HashMap<>();
            for (int candidate : candidates) {
                numbers.put(asked.known().video(candidate).id(), candidate);
            }
            numbers.keySet().retainAll(ranked.stream().flatMap(List::stream).map(one -> one.candidate().video())
                    .collect(Collectors.toSet()));
            Occasion occasion = occasions.computeIfAbsent(asked.person(), person -> world.life(person).occasions())
                    .stream().filter(one -> one.at() == asked.known().at()).findFirst().orElseThrow();
            requests.add(new Request(asked.person(), occasion, ranked, numbers));
            return List.of();
        }

        /// The best, without what only their scores needed.
        private static List<Ranked> kept(List<Ranked> ranked) {
            return ranked.stream().sorted(Ranked.BEST_FIRST).limit(KEPT).map(one -> {
                Candidate all = one.candidate();
                return new Ranked(new Candidate(all.video(), all.creator(), null, null, Candidate.Tally.NONE,
                        all.categories(), null, all.way(), Candidate.Form.UNKNOWN, Map.of()), one.score(), one.order());
            }).toList();
        }
    }

    /// Logs of one life in which this configuration serves all requests.
    ///
    /// @param configuration 0 by formula, 1 by ranker
    public List<Logged> alone(int configuration, long life) {
        List<Logged> logs = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Dice dice = Dice.of(life, "alone " + configuration, i);
            Request request = requests.get(i);
            logs.add(new Logged(request.person(), reward(request, draw(request, configuration, dice), dice), 1));
        }
        return logs;
    }

    /// Logs of one life in which each request is dealt to either, weighed for each of both.
    public List<List<Logged>> dealt(long life) {
        List<List<Logged>> logs = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < requests.size(); i++) {
            Dice dice = Dice.of(life, "dealt", i);
            Request request = requests.get(i);
            List<String> shown = draw(request, dice.below(2), dice);
            double reward = reward(request, shown, dice);
            double[] weights = BalancedWeights.of(new double[]{likely(request, 0, shown), likely(request, 1, shown)},
                    DEALT);
            for (int configuration = 0; configuration < 2; configuration++) {
                logs.get(configuration).add(new Logged(request.person(), reward, weights[configuration]));
            }
        }
        return logs;
    }

    private List<String> draw(Request request, int configuration, Dice dice) {
        return Slate.draw(request.ranked().get(configuration), configurations.get(configuration), PLACES, dice)
                .videos();
    }

    private double likely(Request request, int configuration, List<String> shown) {
        return Slate.logProbability(request.ranked().get(configuration), configurations.get(configuration), shown);
    }

    /// What the person does with the list, as the world values it.
    private static double reward(Request request, List<String> shown, Dice dice) {
        List<Integer> order = shown.stream().map(request.numbers()::get).toList();
        return request.occasion().served(order, dice).stream().mapToDouble(Behaviour.Reaction::worth).sum();
    }
}
