package dev.upswell.people.judge.served;

import dev.upswell.people.Occasion;
import dev.upswell.people.PeopleWorld;
import dev.upswell.people.judge.Asked;
import dev.upswell.people.judge.Known;
import dev.upswell.people.judge.Recommender;
import dev.upswell.people.judge.contender.ProductScores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Keeps what the product scores at each occasion on which it is asked, and recommends nothing.
final class RequestKeeping implements Recommender {

    private final PeopleWorld world;
    private final Map<Integer, List<Request>> requests = new TreeMap<>();
    private final Map<Integer, List<Occasion>> occasions = new HashMap<>();
    private @Nullable ProductScores scores;

    RequestKeeping(PeopleWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "served requests";
    }

    @Override
    public void learn(Known known) {
        scores = ProductScores.learnt(known);
    }

    @Override
    public List<Integer> order(Asked asked) {
        ProductScores learnt = Objects.requireNonNull(scores, "learn comes first");
        requests.computeIfAbsent(asked.person(), person -> new ArrayList<>())
                .add(Request.of(occasion(asked), asked, learnt.of(asked)));
        return List.of();
    }

    private Occasion occasion(Asked asked) {
        return occasions.computeIfAbsent(asked.person(), person -> world.life(person).occasions()).stream()
                .filter(one -> one.at() == asked.known().at()).findFirst().orElseThrow();
    }

    /// What was kept of each person.
    List<List<Request>> byPerson() {
        return List.copyOf(requests.values());
    }
}
