package dev.upswell.simulate;

import dev.upswell.content.EntityKind;
import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Where creators make their videos: which hashtags, sound, length and caption, and how well it will do.
///
/// Creators choose what is hot among the subjects of their topic, so that the videos of the panel adopt a hashtag when its
/// outbreak rises, hours before its views do.
final class Studio {

    /// The five duration buckets of the trade, in seconds, upper ends included.
    private static final int[] BUCKET_ENDS = {15, 30, 60, 90, 120};
    private static final double[] BUCKET_SHARES = {0.22, 0.30, 0.26, 0.14, 0.08};
    private static final double[] MEDIAN_RATES = {0.054, 0.0006, 0.003, 0.0025};
    private static final double[] RATE_SIGMAS = {0.6, 0.9, 1.2, 0.8};
    private static final double FARM_RATE = 0.06;
    private static final double[] NO_FARM = {1, 1, 1, 1};
    private static final List<String> OPENINGS = List.of("How I", "POV: you", "Nobody told me I could", "3 ways to",
            "Day 12:", "Wait for it…", "Honest review:", "\"One more try\" and", "Ranking how we", "Part 2:");
    private static final int TASTINGS = 6;
    private static final double PUSH_SIGMA = 1.1;
    private static final double CONTAGIOUSNESS = 0.45;
    private static final double CONTAGION_SIGMA = 0.4;
    private static final double BOUGHT = -2.5;

    /// What a video has from its first showing.
    ///
    /// @param reach views per hour of it
    /// @param appeal how much better than usual the video is for it, in deviations
    private record Push(double reach, double appeal) {
    }

    private final WorldSettings settings;
    private final Outbreaks outbreaks;
    private final Map<Topic, List<Integer>> tagsByTopic = new EnumMap<>(Topic.class);
    private final List<Integer> sounds = new ArrayList<>();

    Studio(WorldSettings settings, Outbreaks outbreaks) {
        this.settings = settings;
        this.outbreaks = outbreaks;
        for (int i = 0; i < outbreaks.memes().size(); i++) {
            Meme meme = outbreaks.memes().get(i);
            (meme.kind() == EntityKind.SOUND
                    ? sounds
                    : tagsByTopic.computeIfAbsent(meme.topic(), t -> new ArrayList<>()))
                    .add(i);
        }
    }

    /// A video that this creator posts at this epoch second.
    Clip video(Creator creator, long createdAt) {
        Dice dice = creator.dice();
        List<Integer> choice = tagsByTopic.getOrDefault(creator.topic(), List.of());
        List<Meme> tags = new ArrayList<>();
        for (int wanted = choice.isEmpty() ? 0 : 1 + dice.below(4); wanted > 0; wanted--) {
            Meme tag = outbreaks.memes().get(hottest(choice, dice));
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }
        double luck = dice.logNormal(1, PUSH_SIGMA);
        double reach = StrictMath.pow(creator.followers(), 0.75) * 0.5 * creator.quality() * luck;
        double appeal = 0.55 * StrictMath.log(luck) / PUSH_SIGMA + 0.3 * StrictMath.log(creator.quality()) / 0.5;
        return clip(creator, tags, createdAt, new Push(reach, appeal), NO_FARM);
    }

    /// A video that a farm posts to dress a bought campaign for this hashtag.
    Clip bought(Creator farm, Meme hashtag, long createdAt) {
        double reach = farm.dice().logNormal(4_000, 0.5);
        return clip(farm, List.of(hashtag), createdAt, new Push(reach, BOUGHT),
                new double[]{FARM_RATE, FARM_RATE, FARM_RATE, FARM_RATE});
    }

    private Clip clip(Creator creator, List<Meme> tags, long createdAt, Push push, double[] rateFactors) {
        Dice dice = creator.dice();
        int bucket = bucket(dice);
        int shortest = bucket == 0 ? 5 : BUCKET_ENDS[bucket - 1] + 1;
        double[] rates = new double[MEDIAN_RATES.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = Math.min(0.5, dice.logNormal(MEDIAN_RATES[i], RATE_SIGMAS[i]) * rateFactors[i]);
        }
        double contagiousness = Math.min(1.35, dice.logNormal(CONTAGIOUSNESS, CONTAGION_SIGMA));
        String id = Long.toString((createdAt << 32) | (dice.nextLong() >>> 32));
        Clip.Traits traits = new Clip.Traits(id, creator, outbreaks.memes().get(hottest(sounds, dice)),
                List.copyOf(tags),
                createdAt, shortest + dice.below(BUCKET_ENDS[bucket] - shortest + 1), caption(creator, tags, dice),
                dice.chance(0.5) ? Provider.FEED : Provider.API, push.reach(),
                push.appeal() + 0.6 * StrictMath.log(contagiousness / CONTAGIOUSNESS) / CONTAGION_SIGMA, contagiousness,
                rates,
                purge(createdAt, dice), deletion(createdAt, dice));
        return new Clip(traits, Dice.of(settings.seed(), id, 0));
    }

    /// The busiest of a few at random: the hot is met often, the quiet now and then.
    private int hottest(List<Integer> choice, Dice dice) {
        int best = dice.pick(choice);
        for (int i = 1; i < TASTINGS; i++) {
            int other = dice.pick(choice);
            if (heat(other) * dice.unit() > heat(best) * dice.unit()) {
                best = other;
            }
        }
        return best;
    }

    private double heat(int index) {
        return outbreaks.spread(index).postRate();
    }

    private static int bucket(Dice dice) {
        double point = dice.unit();
        for (int i = 0; i < BUCKET_SHARES.length - 1; i++) {
            point -= BUCKET_SHARES[i];
            if (point < 0) {
                return i;
            }
        }
        return BUCKET_SHARES.length - 1;
    }

    private static String caption(Creator creator, List<Meme> tags, Dice dice) {
        StringBuilder text = new StringBuilder(dice.pick(OPENINGS)).append(' ')
                .append(dice.pick(creator.topic().forms()))
                .append(" the ").append(dice.pick(creator.topic().subjects()));
        tags.forEach(tag -> text.append(' ').append(tag.name()));
        return text.toString();
    }

    private Meme.Purge purge(long createdAt, Dice dice) {
        boolean falls = dice.chance(settings.faults().purgedShare());
        long after = (long) (3600 * dice.between(10, 90));
        return falls ? new Meme.Purge(createdAt + after, dice.between(0.02, 0.2)) : Meme.Purge.NEVER;
    }

    private long deletion(long createdAt, Dice dice) {
        boolean vanishes = dice.chance(settings.faults().deletedShare());
        long after = (long) (3600 * dice.between(2, 90));
        return vanishes ? createdAt + after : Long.MAX_VALUE;
    }
}
