package dev.upswell.people;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.List;

/// The days of one person: what it did with what the platform showed it, and the occasions at which a recommender is judged.
///
/// @param actions what is told of it, in order of time
/// @param occasions in order of time; none of those that lie before it came
/// @param shown how many videos it was shown
/// @param slips how many of its likes were slips
public record Life(Person person, List<Action> actions, List<Occasion> occasions, int shown, int slips) {

    private static final double HOUR_SECONDS = 3_600;
    private static final int FIRST_LOOKS = 4;

    public Life {
        actions = List.copyOf(actions);
        occasions = List.copyOf(occasions);
    }

    /// Something a person did that exports tell of.
    ///
    /// @param video number of the video
    /// @param at epoch second
    /// @param seconds how long it was watched, repeats included; 0 for likes and reposts
    public record Action(int video, Kind kind, long at, int seconds) {
    }

    /// What exports tell of: videos watched to the end, likes, reposts.
    public enum Kind {
        WATCHED,
        LIKED,
        REPOSTED
    }

    /// Lets a person live through a world.
    static Life lived(PeopleWorld world, Person person) {
        return new Living(world, person).all();
    }

    /// A person on its way through the days.
    private static final class Living {

        private final PeopleWorld world;
        private final PeopleSettings settings;
        private final Person person;
        private final Dice dice;
        private final Mood mood;
        private final Feed.Belief belief = new Feed.Belief();
        private final List<Action> actions = new ArrayList<>();
        private final List<Occasion> occasions = new ArrayList<>();
        private int shown;
        private int slips;

        Living(PeopleWorld world, Person person) {
            this.world = world;
            this.person = person;
            settings = world.settings();
            dice = Dice.of(world.seed(), "people-life", person.number());
            mood = new Mood(person.temper().appetite());
        }

        Life all() {
            Dice when = Dice.of(world.seed(), "people-occasion", person.number());
            int[] judgedDays = judgedDays(when);
            for (int day = person.temper().joinDay(); day < settings.days(); day++) {
                mood.sleep();
                belief.sleep();
                boolean judged = false;
                for (int judgedDay : judgedDays) {
                    judged |= judgedDay == day;
                }
                int count = dice.poisson(settings.shownADay() * person.temper().activity());
                watch(day, count, judged ? judgedAt(day, count, when) : -1);
            }
            return new Life(person, actions, occasions, shown, slips);
        }

        /// One day in each equal part of the judged days, and that of its coming for who comes within one.
        private int[] judgedDays(Dice when) {
            int[] days = new int[settings.occasions()];
            double length = (settings.days() - settings.firstJudgedDay()) / (double) days.length;
            for (int i = 0; i < days.length; i++) {
                int first = settings.firstJudgedDay() + (int) (i * length);
                int end = settings.firstJudgedDay() + (int) ((i + 1) * length);
                int day = first + when.below(end - first);
                int joined = person.temper().joinDay();
                days[i] = joined >= first && joined < end ? joined : day;
            }
            return days;
        }

        /// Before which video of the day it is judged: anywhere in it, but among the first on the day of its coming.
        private int judgedAt(int day, int count, Dice when) {
            int place = when.below(Math.max(1, count));
            boolean first = day == person.temper().joinDay() && day > 0;
            return first ? Math.min(place, when.below(FIRST_LOOKS)) : place;
        }

        private void watch(int day, int count, int judgedAt) {
            long at = settings.dayBegins(day) + (long) ((person.temper().hour() + dice.unit()) * HOUR_SECONDS);
            Leaning leaning = Leaning.truly(person, at);
            for (int i = 0; i < count || i == judgedAt; i++) {
                if (i == judgedAt) {
                    occasions.add(new Occasion(world, person, at, mood.copy(), leaning, List.copyOf(actions)));
                }
                WorldVideo video = i < count ? world.feed().next(day, person, belief, mood, dice) : null;
                if (video != null) {
                    at += watch(video, leaning, at);
                }
            }
        }

        /// Watches a video; the seconds it took.
        private long watch(WorldVideo video, Leaning leaning, long at) {
            double liking = leaning.liking(video, video.made().quality(), at) + mood.lift(video);
            Behaviour.Reaction reaction = Behaviour.react(person, liking, video.shown().seconds(), dice);
            shown++;
            slips += reaction.slip() ? 1 : 0;
            mood.see(video);
            belief.learn(video, reaction);
            long after = at + reaction.seconds();
            if (reaction.watched()) {
                actions.add(new Action(video.number(), Kind.WATCHED, at, reaction.seconds()));
            }
            if (reaction.liked()) {
                actions.add(new Action(video.number(), Kind.LIKED, after, 0));
            }
            if (reaction.reposted()) {
                actions.add(new Action(video.number(), Kind.REPOSTED, after, 0));
            }
            return reaction.seconds() + 1;
        }
    }
}
