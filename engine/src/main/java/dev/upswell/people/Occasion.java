package dev.upswell.people;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An instant at which something is recommended to a person: what could be, what was known, and what is true.
public final class Occasion {

    private final PeopleWorld world;
    private final Person person;
    private final long at;
    private final Mood mood;
    private final Leaning leaning;
    private final List<Life.Action> log;

    Occasion(PeopleWorld world, Person person, long at, Mood mood, Leaning leaning, List<Life.Action> log) {
        this.world = world;
        this.person = person;
        this.at = at;
        this.mood = mood;
        this.leaning = leaning;
        this.log = log;
    }

    public Person person() {
        return person;
    }

    /// The epoch second.
    public long at() {
        return at;
    }

    /// What was known until then of what the person did, in order of time.
    public List<Life.Action> log() {
        return log;
    }

    /// Numbers of all videos that can be watched then, were not shown to the person before and are not its own, ascending.
    public int[] candidates() {
        return IntStream.range(0, world.videos().size()).filter(this::isCandidate).toArray();
    }

    private boolean isCandidate(int number) {
        WorldVideo video = world.videos().get(number);
        return video.isAlive(at) && !mood.hasSeen(number) && !person.owns(video);
    }

    /// The truth: how much the person would like this video now.
    double liking(int video) {
        WorldVideo one = world.videos().get(video);
        return leaning.liking(one, one.made().quality(), at) + mood.lift(one);
    }

    Mood mood() {
        return mood;
    }

    /// The truth: the expected worth of what the person would do with this video now, see {@link Behaviour.Reaction#worth()}.
    public double expected(int video) {
        return Behaviour.expected(person, liking(video));
    }

    /// The truth as grades from 0 to 4, in the order of these videos.
    public int[] grades(int[] videos) {
        double[] bounds = world.grades().likings(person);
        return IntStream.of(videos).map(video -> {
            double liking = liking(video);
            int grade = 0;
            while (grade < bounds.length && liking >= bounds[grade]) {
                grade++;
            }
            return grade;
        }).toArray();
    }

    /// The truth: the subjects of a video by weight, which add up to one.
    public Map<String, Double> subjects(int video) {
        WorldVideo.Made made = world.videos().get(video).made();
        String first = WordLists.READ.subject(made.subject());
        return made.second() < 0
                ? Map.of(first, 1.0)
                : Map.of(first, Leaning.FIRST_OF_TWO, WordLists.READ.subject(made.second()),
                        1 - Leaning.FIRST_OF_TWO);
    }

    /// The truth: the shares of subjects in the person's taste then, which add up to one.
    public Map<String, Double> taste() {
        double[] shares = person.taste().shares(at);
        return IntStream.range(0, shares.length).boxed()
                .collect(Collectors.toMap(WordLists.READ::subject, i -> shares[i]));
    }

    /// The truth: the videos that the person would like most then, the best first.
    public int[] best(int count) {
        int[] candidates = candidates();
        double[] likings = IntStream.of(candidates).mapToDouble(this::liking).toArray();
        return IntStream.range(0, candidates.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -likings[i])).limit(count)
                .mapToInt(i -> candidates[i]).toArray();
    }

    /// What the person would do with these videos, one below the other, in a life of these dice; where it does not look, or no
    /// longer, nothing was watched. What is seen in the list tires too.
    public List<Behaviour.Reaction> served(List<Integer> order, Dice dice) {
        Mood now = mood.copy();
        List<Behaviour.Reaction> reactions = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            WorldVideo video = world.videos().get(order.get(place));
            if (dice.chance(Behaviour.looksAt(place))) {
                double liking = leaning.liking(video, video.made().quality(), at) + now.lift(video);
                reactions.add(Behaviour.react(person, liking, video.shown().seconds(), dice));
                now.see(video);
            } else {
                reactions.add(new Behaviour.Reaction(false, false, false, false, false, false, false, false, 0));
            }
        }
        return reactions;
    }
}
