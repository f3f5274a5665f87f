package dev.upswell.server.crowd;

import dev.upswell.numeric.Dice;
import dev.upswell.server.crowd.CrowdScores.Places;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A fifth of the videos that each person met, taken out of all that is known of all people: what was done with those, and a crowd that knows
/// nothing of it.
///
/// Which videos are taken out follows from person and video alone, so that one that was met in files and here is taken out of both.
///
/// **shape** worths by person and video; below 0 hidden, 0 nothing told beside meeting it
public final class TakenOut {

    private static final int SHARE = 5;
    private static final long SEED = 79;

    private final Map<UUID, Map<String, Double>> worths;
    private final Map<UUID, String> handles;
    private final Crowd crowd;

    private TakenOut(Map<UUID, Map<String, Double>> worths, Map<UUID, String> handles, Crowd crowd) {
        this.worths = worths;
        this.handles = handles;
        this.crowd = crowd;
    }

    /// Takes videos out of what people did until an instant.
    ///
    /// **cost** as learning a crowd
    static TakenOut of(TenantId tenant, Database database, CrowdLearner learner, List<Subject> subjects, Instant at) {
        ManyActs acts = ManyActs.of(tenant, database,
                new ManyActs.Asked(subjects, at, ManyActs.Bounds.USUAL, TakenOut::isTaken));
        Map<UUID, String> handles = subjects.stream().collect(Collectors.toMap(Subject::id, Subject::handle));
        return new TakenOut(acts.passed(), handles,
                acts.people().size() < CrowdLearning.LEAST_PEOPLE ? Crowd.NONE : crowd(acts, learner, at));
    }

    /// Whether a video is taken out of what somebody did.
    public static boolean isTaken(UUID subject, String video) {
        return Dice.of(SEED, "taken out " + subject + " " + video, 0).below(SHARE) == 0;
    }

    private static Crowd crowd(ManyActs acts, CrowdLearner learner, Instant at) {
        CrowdLearner.Learnt learnt = learner.learn(acts.told());
        Places videos = Places.of(acts.told().videos());
        int[] places = IntStream.range(0, videos.ids().size()).toArray();
        Map<UUID, Integer> numbers = new HashMap<>();
        acts.people().forEach(person -> numbers.put(person, numbers.size()));
        return (subject, asked) -> {
            Integer number = numbers.get(subject);
            return Optional.of(number == null
                    ? new CrowdScores(at, videos, new float[0], new float[0], acts.worths())
                    : new CrowdScores(at, videos, CrowdLearning.floats(learnt.late(), number, places),
                            CrowdLearning.floats(learnt.overall(), number, places), acts.worths()));
        };
    }

    /// Whose videos were taken out, by handle.
    public Map<String, UUID> people() {
        return worths.keySet().stream().filter(handles::containsKey)
                .collect(Collectors.toMap(id -> handles.getOrDefault(id, ""), Function.identity()));
    }

    /// What somebody did with the videos that were taken out, by video.
    public Map<String, Double> worths(UUID subject) {
        return worths.getOrDefault(subject, Map.of());
    }

    /// What all people together tell without them; nothing where too few did anything.
    public Crowd crowd() {
        return crowd;
    }
}
