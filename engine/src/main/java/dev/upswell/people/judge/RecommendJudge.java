package dev.upswell.people.judge;

import dev.upswell.people.Life;
import dev.upswell.people.Occasion;
import dev.upswell.people.PeopleWorld;
import dev.upswell.ranking.Coverage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// Lets recommenders order the candidates of the same occasions and measures their lists against the truth.
///
/// Occasions at which no candidate has a grade say nothing of orders; they count for the other measures. Strangers, of whom fewer
/// than three things are known, are judged apart.
public final class RecommendJudge {

    private static final int STRANGER_BELOW = 3;

    private final PeopleWorld world;
    private final LongSupplier nanos;
    private final List<List<Life.Action>> logs;
    private final int[] met;

    /// What was found of all recommenders, in their order, about people known and about strangers.
    public record Judged(List<Verdict> known, List<Verdict> strangers) {
        public Judged {
            known = List.copyOf(known);
            strangers = List.copyOf(strangers);
        }
    }

    /// A judge in this world.
    ///
    /// @param nanos a clock of processor time [ns]
    ///
    /// **cost** lets all people live once
    public RecommendJudge(PeopleWorld world, LongSupplier nanos) {
        this.world = world;
        this.nanos = nanos;
        logs = IntStream.range(0, world.people().size()).mapToObj(person -> world.life(person).actions()).toList();
        met = new int[world.videos().size()];
        long begins = world.settings().judgedFrom().getEpochSecond();
        for (List<Life.Action> log : logs) {
            log.stream().filter(action -> action.kind() == Life.Kind.WATCHED && action.at() < begins)
                    .forEach(action -> met[action.video()]++);
        }
    }

    /// Judges these by every `every`-th person.
    ///
    /// **errors** `IllegalStateException` when a list holds a video twice or one that is no candidate
    public Judged judge(List<Recommender> recommenders, int every) {
        var beginning = new Known(world, logs, world.followers(), world.settings().judgedFrom().getEpochSecond());
        recommenders.forEach(recommender -> recommender.learn(beginning));
        List<Tally> known = recommenders.stream().map(recommender -> new Tally(recommender, logs.size())).toList();
        List<Tally> strangers = recommenders.stream().map(recommender -> new Tally(recommender, logs.size())).toList();
        BitSet catalogue = new BitSet();
        BitSet strangersCatalogue = new BitSet();
        for (int person = 0; person < logs.size(); person += every) {
            for (Occasion occasion : world.life(person).occasions()) {
                boolean stranger = occasion.log().size() + own(occasion) < STRANGER_BELOW;
                judge(occasion, beginning.at(occasion.at()), stranger ? strangers : known,
                        stranger ? strangersCatalogue : catalogue);
            }
        }
        return new Judged(known.stream().map(tally -> tally.verdict(catalogue.cardinality())).toList(),
                strangers.stream().map(tally -> tally.verdict(strangersCatalogue.cardinality())).toList());
    }

    /// How many videos the person posted by then, which are known of it too.
    private long own(Occasion occasion) {
        String handle = occasion.person().handle();
        return world.videos().stream().takeWhile(video -> video.shown().createdAt() < occasion.at())
                .filter(video -> video.shown().creator().equals(handle)).limit(STRANGER_BELOW).count();
    }

    private void judge(Occasion occasion, Known known, List<Tally> tallies, BitSet catalogue) {
        int[] candidates = occasion.candidates();
        IntStream.of(candidates).forEach(catalogue::set);
        var truth = new Measure.Truth(occasion, known, candidates, occasion.grades(candidates), met, logs.size());
        var asked = new Asked(occasion, candidates, known);
        for (Tally tally : tallies) {
            tally.add(truth, asked);
        }
    }

    /// What is gathered of one recommender.
    private final class Tally {

        private final Recommender recommender;
        private final Map<Measure, ByPerson> measures = new EnumMap<>(Measure.class);
        private final List<List<Integer>> tops = new ArrayList<>();
        private final List<Long> took = new ArrayList<>();

        Tally(Recommender recommender, int people) {
            this.recommender = recommender;
            for (Measure measure : Measure.values()) {
                measures.put(measure, new ByPerson(people));
            }
        }

        void add(Measure.Truth truth, Asked asked) {
            long before = nanos.getAsLong();
            List<Integer> shown = recommender.order(asked);
            took.add(nanos.getAsLong() - before);
            check(shown, truth.candidates());
            tops.add(List.copyOf(shown.subList(0, Math.min(Measure.TOP, shown.size()))));
            measures.forEach((measure, values) -> measure.of(truth, shown)
                    .ifPresent(value -> values.add(asked.person(), value)));
        }

        private void check(List<Integer> shown, int[] candidates) {
            Set<Integer> met = new HashSet<>();
            for (int video : shown) {
                if (!met.add(video) || Arrays.binarySearch(candidates, video) < 0) {
                    throw new IllegalStateException("video " + video + " in a list of " + recommender.name()
                            + " must be a candidate and stand there once\nMaybe it was seen or is not posted yet.");
                }
            }
        }

        Verdict verdict(int catalogue) {
            List<Long> ordered = took.stream().sorted().toList();
            return new Verdict(recommender.name(), tops.size(), measures, Coverage.of(tops, Math.max(1, catalogue)),
                    ordered.isEmpty() ? 0 : ordered.get(ordered.size() / 2) / 1_000);
        }
    }
}
