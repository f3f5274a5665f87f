package dev.upswell.server.recommend;

import dev.upswell.numeric.Dice;
import dev.upswell.server.crowd.CrowdLearning;
import dev.upswell.server.crowd.TakenOut;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells what a ranker would have seen of videos that people met, had they not met them, and what they did with each.
///
/// What is taken out is in no profile, no habit and nothing that people tell together, and nothing later than the instant is known: counts of
/// videos, rates of authors and themes are as of then too. Only what was met is told of, for that somebody met one video and not another
/// tells what the platform chose to show.
///
/// @param crowd learns without what is taken out
/// @param recommendations asked for when something is looked at, because they are made of rankers themselves
/// @param tried when too little was found to learn from; null when it was not. One for the process
public record Hindsight(CrowdLearning crowd, Supplier<Recommendations> recommendations,
        AtomicReference<@Nullable Instant> tried) {

    private static final int MOST_PEOPLE = 500;
    private static final int MOST_VIDEOS = 80;
    private static final long SEED = 79;

    /// What was taken out of what somebody did.
    ///
    /// @param items as a ranker would have seen them, each at the first place
    /// @param worths of what was done with each, by video; below 0 hidden
    public record Person(UUID subject, List<Given.Item> items, Map<String, Double> worths) {

        public Person {
            items = List.copyOf(items);
            worths = Map.copyOf(worths);
        }
    }

    /// People who did more with one video that is taken out than with another, by id: 500 at most, of each 80 videos.
    ///
    /// **cost** as learning a crowd, and some 0.2 s a person
    public List<Person> people(TenantId tenant, Database database, Instant at) {
        TakenOut taken = crowd.takenOut(at);
        Map<String, Double> rates = new HashMap<>();
        try (LakeSession lake = database.lake().open(tenant)) {
            new LibraryRepository().authorRates(lake, at, rates::put);
        }
        Recommendations then = recommendations.get().then(at, taken.crowd(), rates::get);
        List<Person> people = new ArrayList<>();
        taken.people().entrySet().stream().filter(one -> differ(taken.worths(one.getValue())))
                .sorted(Comparator.comparingLong(one -> drawn(one.getValue(), ""))).limit(MOST_PEOPLE)
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> people.add(person(then, one.getKey(), one.getValue(), taken)));
        return people;
    }

    private static boolean differ(Map<String, Double> worths) {
        return worths.values().stream().distinct().count() > 1;
    }

    private static long drawn(UUID subject, String video) {
        return Dice.of(SEED, "taken-out list " + subject + " " + video, 0).nextLong();
    }

    private static Person person(Recommendations then, String handle, UUID subject, TakenOut taken) {
        Map<String, Double> worths = taken.worths(subject);
        Set<String> videos = worths.keySet().stream()
                .sorted(Comparator.comparingLong(video -> drawn(subject, video))).limit(MOST_VIDEOS)
                .collect(Collectors.toSet());
        return new Person(subject, then.seen(handle, videos, video -> TakenOut.isTaken(subject, video)), worths);
    }
}
