package dev.upswell.people.judge.served;

import dev.upswell.numeric.Dice;
import dev.upswell.people.PeopleWorld;
import dev.upswell.people.judge.RecommendJudge;
import dev.upswell.ranking.BalancedWeights;
import dev.upswell.ranking.OffPolicyValue.Logged;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Requests of people in the judged days, and what people do with the lists that configurations draw for them.
///
/// What a person does with a list changes nothing in the next request, so that a configuration is worth the same whichever serves beside
/// it. Rewards are of the world: what was done with ten places, as it values acts.
public final class ServedRequests {

    private static final double[] HALF_AND_HALF = {1, 1};

    private final List<List<Request>> byPerson;

    private ServedRequests(List<List<Request>> byPerson) {
        this.byPerson = byPerson.stream().map(List::copyOf).toList();
    }

    /// Requests of every `every`-th person.
    ///
    /// **cost** a ranker, and the scores of some thousand videos a request
    public static ServedRequests of(PeopleWorld world, int every) {
        var keeping = new RequestKeeping(world);
        new RecommendJudge(world, () -> 0).judge(List.of(keeping), every);
        return new ServedRequests(keeping.byPerson());
    }

    /// How many people ask.
    public int people() {
        return byPerson.size();
    }

    /// How many requests there are.
    public int size() {
        return byPerson.stream().mapToInt(List::size).sum();
    }

    /// Logs of one life in which this configuration serves all requests.
    public List<Logged> alone(ServedBy by, long life) {
        List<Logged> logs = new ArrayList<>();
        for (int person = 0; person < byPerson.size(); person++) {
            for (Request request : byPerson.get(person)) {
                Dice dice = Dice.of(life, "alone " + by, logs.size());
                logs.add(new Logged(person, request.reward(request.draw(by, dice), dice), 1));
            }
        }
        return logs;
    }

    /// Logs of one life in which each request is dealt to either, weighed for each of both.
    ///
    /// @return those of `one` and those of `other`
    public List<List<Logged>> dealt(ServedBy one, ServedBy other, long life) {
        return dealt(one, other, life, byPerson);
    }

    /// The same of as many people drawn from these with replacement, who are people of their own each time they are drawn.
    public List<List<Logged>> dealtToDrawn(ServedBy one, ServedBy other, long life) {
        Dice dice = Dice.of(life, "people", 0);
        return dealt(one, other, life,
                IntStream.range(0, people()).mapToObj(person -> byPerson.get(dice.below(people()))).toList());
    }

    private static List<List<Logged>> dealt(ServedBy one, ServedBy other, long life, List<List<Request>> people) {
        List<Logged> ofOne = new ArrayList<>();
        List<Logged> ofOther = new ArrayList<>();
        for (int person = 0; person < people.size(); person++) {
            for (Request request : people.get(person)) {
                Dice dice = Dice.of(life, "dealt", ofOne.size());
                List<String> shown = request.draw(dice.below(2) == 0 ? one : other, dice);
                double reward = request.reward(shown, dice);
                double[] weights = BalancedWeights.of(new double[]{Math.min(0, request.logProbability(one, shown)),
                        Math.min(0, request.logProbability(other, shown))}, HALF_AND_HALF);
                ofOne.add(new Logged(person, reward, weights[0]));
                ofOther.add(new Logged(person, reward, weights[1]));
            }
        }
        return List.of(List.copyOf(ofOne), List.copyOf(ofOther));
    }
}
