package dev.upswell.people.judge.contender;

import dev.upswell.people.Life;
import dev.upswell.people.judge.Asked;
import dev.upswell.people.judge.ByScore;
import dev.upswell.people.judge.Known;
import dev.upswell.people.judge.Recommender;
import dev.upswell.ranking.ImplicitFactors;
import dev.upswell.ranking.Interaction;
import dev.upswell.ranking.ItemNeighbours;
import dev.upswell.ranking.ItemScorer;
import dev.upswell.ranking.Popularity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Orders by what all people did and knows nothing of what videos are about; learnt anew each week from all that was done before it.
///
/// Where nothing is known of a person or a video its score is 0, and of equal ones the newest stand first.
public final class ByInteractions implements Recommender {

    static final long WEEK_SECONDS = 7 * 86_400;
    static final int NEIGHBOURS = 100;
    static final double SHRINKAGE = 20;
    static final ImplicitFactors.Settings FACTORS = new ImplicitFactors.Settings(32, 8, 10, 5, 82);

    private final Recommender highest;
    private final Function<List<Interaction>, ItemScorer> learner;
    private final Map<Long, ItemScorer> weeks = new HashMap<>();
    private long begins;

    private ByInteractions(String name, Function<List<Interaction>, ItemScorer> learner) {
        this.learner = learner;
        highest = new ByScore(name, asked -> scorer(asked.known()).scores(asked.person(), asked.candidates()));
    }

    /// Videos liked by those who liked the same as this person.
    public static Recommender itemNeighbours() {
        return new ByInteractions("item neighbours", all -> ItemNeighbours.of(all, NEIGHBOURS, SHRINKAGE));
    }

    /// Hidden factors of people and videos.
    public static Recommender implicitFactors() {
        return new ByInteractions("matrix factorisation", all -> ImplicitFactors.of(all, FACTORS));
    }

    /// What most was done with, the same for everybody.
    public static Recommender popularity() {
        return new ByInteractions("popularity: acts", Popularity::of);
    }

    @Override
    public String name() {
        return highest.name();
    }

    @Override
    public void learn(Known known) {
        begins = known.at();
        weeks.clear();
    }

    @Override
    public List<Integer> order(Asked asked) {
        return highest.order(asked);
    }

    private ItemScorer scorer(Known known) {
        long week = begins + (known.at() - begins) / WEEK_SECONDS * WEEK_SECONDS;
        return weeks.computeIfAbsent(week, from -> learner.apply(interactions(known.before(from))));
    }

    static List<Interaction> interactions(Known known) {
        List<Interaction> interactions = new ArrayList<>();
        for (int person = 0; person < known.people(); person++) {
            for (Life.Action action : known.log(person)) {
                interactions.add(new Interaction(person, action.video(), worth(action.kind())));
            }
        }
        return interactions;
    }

    /// What an act is worth, as the world values it.
    static double worth(Life.Kind kind) {
        return switch (kind) {
            case WATCHED -> 1;
            case LIKED -> 2;
            case REPOSTED -> 4;
        };
    }
}
