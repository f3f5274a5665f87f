package dev.upswell.people;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.List;

/// Makes the videos of a world in order of posting, each with dice of its own.
final class VideoMaking {

    private static final double OFF_HABIT = 0.15;
    private static final double TWO_SUBJECTS = 0.35;
    private static final double SAME_TOPIC = 0.7;
    private static final double MISLEADING = 0.1;
    private static final double IN_ENGLISH = 0.1;
    private static final double DELETED = 0.06;
    private static final double MEDIAN_SECONDS = 26;
    private static final double SECONDS_SIGMA = 0.7;
    private static final int LONGEST = 180;
    private static final int SOUNDS_A_TOPIC = 20;
    private static final int OTHER_SOUNDS = 80;
    private static final double SOUND_OF_TOPIC = 0.6;
    private static final long FIRST_SOUND = 7_100_000_000_000_000_000L;
    private static final long BETWEEN_SOUNDS = 1_000_003;

    private final PeopleSettings settings;
    private final long seed;
    private final List<Poster> posters;
    private final double[] activity;

    VideoMaking(PeopleSettings settings, long seed, List<Poster> posters) {
        this.settings = settings;
        this.seed = seed;
        this.posters = posters;
        activity = new double[posters.size()];
        double sum = 0;
        for (int i = 0; i < activity.length; i++) {
            sum += posters.get(i).activity();
            activity[i] = sum;
        }
    }

    List<WorldVideo> all() {
        List<WorldVideo> videos = new ArrayList<>(settings.videos());
        for (int i = 0; i < settings.videos(); i++) {
            videos.add(video(i));
        }
        return List.copyOf(videos);
    }

    private WorldVideo video(int number) {
        Dice dice = Dice.of(seed, "people-video", number);
        double day = settings.days() * (number + dice.unit()) / settings.videos();
        long createdAt = settings.dayBegins(0) + (long) (day * 86_400);
        Poster poster = posters.get(Popularity.place(activity, dice.unit() * activity[activity.length - 1]));
        int subject = subject(dice, poster);
        int second = dice.chance(TWO_SUBJECTS) ? second(dice, subject) : -1;
        Form form = Form.of(dice.below(Form.count()));
        Tongue tongue = dice.chance(IN_ENGLISH) ? Tongue.EN : poster.tongue();
        double quality = poster.quality() + Spread.OF_VIDEOS * dice.gaussian();
        boolean misleading = dice.chance(MISLEADING);
        int tagged = misleading ? anySubject(dice) : subject;
        Captions.Written written = new Captions(dice, tongue).write(subject, second, form, tagged);
        int seconds = (int) Math.max(5, Math.min(LONGEST, dice.logNormal(MEDIAN_SECONDS, SECONDS_SIGMA)));
        String id = Long.toString((createdAt << 32) | (dice.nextLong() & 0xFFFF_FFFFL));
        WorldVideo.Shown shown = new WorldVideo.Shown(id, createdAt, poster.handle(), sound(dice, subject),
                written.hashtags(), seconds, written.caption());
        long deletedAt = dice.chance(DELETED)
                ? createdAt + (long) dice.exponential(10 * 86_400.0) + 1
                : Long.MAX_VALUE;
        return new WorldVideo(number, shown, new WorldVideo.Made(poster.number(), subject, second, form, tongue,
                quality, misleading, deletedAt, Spread.drawn(dice, poster, quality, form)));
    }

    private static int subject(Dice dice, Poster poster) {
        if (dice.chance(OFF_HABIT)) {
            return WordLists.topicOf(poster.subjects()[0]) * WordLists.SUBJECTS_A_TOPIC
                    + dice.below(WordLists.SUBJECTS_A_TOPIC);
        }
        return poster.subjects()[dice.below(poster.subjects().length)];
    }

    private static int second(Dice dice, int subject) {
        int other = dice.chance(SAME_TOPIC)
                ? WordLists.topicOf(subject) * WordLists.SUBJECTS_A_TOPIC + dice.below(WordLists.SUBJECTS_A_TOPIC)
                : anySubject(dice);
        return other == subject ? -1 : other;
    }

    private static int anySubject(Dice dice) {
        return Popularity.topic(dice) * WordLists.SUBJECTS_A_TOPIC + dice.below(WordLists.SUBJECTS_A_TOPIC);
    }

    private static String sound(Dice dice, int subject) {
        int number = dice.chance(SOUND_OF_TOPIC)
                ? WordLists.topicOf(subject) * SOUNDS_A_TOPIC + dice.below(SOUNDS_A_TOPIC)
                : WordLists.READ.topics() * SOUNDS_A_TOPIC + dice.below(OTHER_SOUNDS);
        return Long.toString(FIRST_SOUND + number * BETWEEN_SOUNDS);
    }
}
