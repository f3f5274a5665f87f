package dev.upswell.people;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The feed that the platform itself shows: what is popular within topics, a fifth of it at random.
///
/// Of the videos posted before the day, one of a topic that the person watched before is drawn by the views of the last three days,
/// in a language the person reads; the platform learns from what is watched which topics those are.
final class Feed {

    private static final double AT_RANDOM = 0.2;
    private static final double OWN_LANGUAGE = 0.8;
    private static final int TRIES = 12;
    private static final int DAYS_COUNTED = 3;
    private static final double DAY_SECONDS = 86_400;

    private final PeopleSettings settings;
    private final List<WorldVideo> videos;
    private final List<List<Pool>> days = new ArrayList<>();

    /// Videos and the running sums of their weights.
    private record Pool(int[] videos, double[] sums) {
    }

    /// What the platform knows of one person: what it watched of each topic, of late more than before.
    static final class Belief {

        private static final double KEPT_A_DAY = 0.97;
        private static final double LIKE = 3;

        private final double[] scores = new double[WordLists.READ.topics()];

        void sleep() {
            for (int i = 0; i < scores.length; i++) {
                scores[i] *= KEPT_A_DAY;
            }
        }

        void learn(WorldVideo video, Behaviour.Reaction reaction) {
            scores[WordLists.topicOf(video.made().subject())] += (reaction.watched() ? 1 : 0)
                    + (reaction.liked() ? LIKE : 0);
        }

        private int topic(Dice dice) {
            double[] sums = new double[scores.length];
            double sum = 0;
            for (int i = 0; i < sums.length; i++) {
                sum += 1 + scores[i];
                sums[i] = sum;
            }
            return Popularity.place(sums, dice.unit() * sum);
        }
    }

    Feed(PeopleSettings settings, List<WorldVideo> videos) {
        this.settings = settings;
        this.videos = videos;
        for (int day = 0; day < settings.days(); day++) {
            days.add(pools(day));
        }
    }

    private List<Pool> pools(int day) {
        int tongues = Tongue.values().length;
        int count = WordLists.READ.topics() * tongues;
        List<List<WorldVideo>> parted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parted.add(new ArrayList<>());
        }
        long begins = settings.dayBegins(day);
        for (WorldVideo video : videos.subList(0, posted(day))) {
            if (video.isAlive(begins)) {
                WorldVideo.Made made = video.made();
                parted.get(WordLists.topicOf(made.subject()) * tongues + made.tongue().ordinal()).add(video);
            }
        }
        return parted.stream().map(part -> pool(part, begins)).toList();
    }

    private static Pool pool(List<WorldVideo> part, long begins) {
        int[] numbers = new int[part.size()];
        double[] sums = new double[part.size()];
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            WorldVideo video = part.get(i);
            double age = begins - video.shown().createdAt();
            sum += 1 + video.made().spread().viewsAt(age)
                    - video.made().spread().viewsAt(age - DAYS_COUNTED * DAY_SECONDS);
            numbers[i] = video.number();
            sums[i] = sum;
        }
        return new Pool(numbers, sums);
    }

    /// How many videos were posted before this day.
    private int posted(int day) {
        int low = 0;
        int high = videos.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (videos.get(middle).shown().createdAt() < settings.dayBegins(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// What is shown next; nothing where all that was tried had been seen.
    @Nullable
    WorldVideo next(int day, Person person, Belief belief, Mood mood, Dice dice) {
        for (int i = 0; i < TRIES; i++) {
            int number = dice.chance(AT_RANDOM) ? anywhere(day, dice) : within(day, person, belief, dice);
            if (number < 0) {
                continue;
            }
            WorldVideo video = videos.get(number);
            if (!mood.hasSeen(number) && !person.owns(video) && video.isAlive(settings.dayBegins(day))) {
                return video;
            }
        }
        return null;
    }

    private int anywhere(int day, Dice dice) {
        int posted = posted(day);
        return posted == 0 ? -1 : dice.below(posted);
    }

    private int within(int day, Person person, Belief belief, Dice dice) {
        List<Tongue> others = person.others();
        Tongue tongue = others.isEmpty() || dice.chance(OWN_LANGUAGE) ? person.tongue() : dice.pick(others);
        Pool pool = days.get(day).get(belief.topic(dice) * Tongue.values().length + tongue.ordinal());
        if (pool.videos().length == 0) {
            return -1;
        }
        double[] sums = pool.sums();
        return pool.videos()[Popularity.place(sums, dice.unit() * sums[sums.length - 1])];
    }
}
