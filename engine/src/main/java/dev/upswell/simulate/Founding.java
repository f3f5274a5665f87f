package dev.upswell.simulate;

import dev.upswell.content.EntityKind;
import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Founds a world: draws its hashtags, sounds and creators from the seed.
final class Founding {

    private static final int FARMS = 2;
    private static final List<String> SOUND_WORDS = List.of("Velvet", "Static", "Paper", "Moon", "Neon", "River",
            "Copper", "Echo", "Tin", "Cloud", "Amber", "Night", "Sugar", "Signal", "Lemon", "Harbour");
    private static final List<String> SYLLABLES = List.of("mi", "la", "ro", "ke", "zu", "ta", "no", "bel", "fa", "ris",
            "ju", "do", "ven", "ka", "lo", "sha");

    private final WorldSettings settings;
    private final Topic.Season[] seasons = new Topic.Season[Topic.values().length];
    private final Set<String> taken = new HashSet<>();

    Founding(WorldSettings settings) {
        this.settings = settings;
        for (Topic topic : Topic.values()) {
            seasons[topic.ordinal()] = new Topic.Season(topic.peakHour());
        }
    }

    Topic.Season season(Topic topic) {
        return seasons[topic.ordinal()];
    }

    /// Hashtags first, then sounds; the index in this list is what a `leader` refers to.
    List<Meme> memes() {
        List<Meme> memes = new ArrayList<>();
        for (int i = 0; i < settings.population().hashtags(); i++) {
            memes.add(hashtag(i));
        }
        for (int i = 0; i < settings.population().sounds(); i++) {
            memes.add(sound(memes.size(), i));
        }
        return List.copyOf(memes);
    }

    private Meme hashtag(int index) {
        Dice dice = Dice.of(settings.seed(), "hashtag", index);
        Topic topic = Topic.of(index);
        String name = unique(dice.pick(topic.subjects()) + dice.pick(topic.forms()));
        long views = (long) Math.max(9_000, dice.logNormal(settings.population().typicalViews(), 1.5));
        double dailyGrowth = Math.min(0.12, dice.logNormal(0.025, 0.9) * StrictMath.pow(views / 1e6, -0.15));
        double viewsPerPost = dice.logNormal(150, 0.6);
        Provider provider = index % 6 == 5 ? Provider.WEB : Provider.API;
        return new Meme(EntityKind.HASHTAG, name, "#" + name, topic,
                contagion(dice, index, topic, views * dailyGrowth / 24, viewsPerPost), provider, purge(dice), views,
                (long) (views / viewsPerPost) + 1);
    }

    private Meme sound(int memeIndex, int index) {
        Dice dice = Dice.of(settings.seed(), "sound", index);
        Topic topic = dice.pick(List.of(Topic.values()));
        String id = "7" + (1_000_000_000_000_000_000L + (dice.nextLong() >>> 2) % 900_000_000_000_000_000L);
        String title = dice.pick(SOUND_WORDS) + (index % 7 == 3 ? ", " : " ") + dice.pick(SOUND_WORDS);
        double viewsPerPost = dice.logNormal(900, 0.6);
        long posts = (long) dice.logNormal(20_000, 1.3) + 50;
        long views = (long) (posts * viewsPerPost);
        return new Meme(EntityKind.SOUND, id, title, topic,
                contagion(dice, memeIndex, topic, views * dice.logNormal(0.004, 0.8) / 24, viewsPerPost), Provider.API,
                Meme.Purge.NEVER, views, posts);
    }

    /// Of seven hashtags with a topic-mate before them three follow it; one in 25 is boosted, one in 14 dying.
    private Contagion contagion(Dice dice, int index, Topic topic, double viewsPerHour, double viewsPerPost) {
        int mate = index - Topic.values().length;
        boolean follows = mate >= 0 && dice.chance(0.4);
        boolean boosted = dice.chance(0.04);
        boolean dying = !boosted && dice.chance(0.07);
        double posts = viewsPerHour / viewsPerPost * (1 - Contagion.CALM_BRANCHING);
        double onsets = dying ? 0 : dice.logNormal(0.055, 0.6) / 24;
        return new Contagion(posts, viewsPerPost, onsets, dice.between(0.2, 0.5),
                dying ? StrictMath.log(2) / (24 * dice.between(2, 5)) : 0, boosted ? 0.2 / 24 : 0,
                follows ? mate : index, follows ? dice.between(0.1, 0.5) : 0, season(topic));
    }

    private Meme.Purge purge(Dice dice) {
        if (!dice.chance(settings.faults().purgedShare())) {
            return Meme.Purge.NEVER;
        }
        double hours = settings.days() * 24 * dice.between(0.2, 0.9);
        return new Meme.Purge(settings.start().getEpochSecond() + (long) (hours * 3600), dice.between(0.01, 0.06));
    }

    /// The last two are farms, whose videos carry bought views.
    List<Creator> creators() {
        int size = settings.population().creators();
        double[] eagerness = new double[size];
        double total = 0;
        for (int i = 0; i < size - FARMS; i++) {
            eagerness[i] = Dice.of(settings.seed(), "eagerness", i).logNormal(1, 0.8);
            total += eagerness[i];
        }
        double perHour = settings.population().videos() / (settings.days() * 24.0) / total;
        List<Creator> creators = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Dice dice = Dice.of(settings.seed(), "creator", i);
            Topic topic = Topic.of(dice.below(Topic.values().length));
            String first = dice.pick(SYLLABLES) + dice.pick(SYLLABLES) + dice.pick(SYLLABLES);
            String handle = unique(first + "." + dice.pick(topic.subjects()));
            Creator.Profile profile = new Creator.Profile(handle,
                    Character.toUpperCase(first.charAt(0)) + first.substring(1), topic,
                    Creator.Home.of(Dice.of(settings.seed(), "home", i)), i >= size - FARMS);
            creators.add(new Creator(profile, eagerness[i] * perHour, dice));
        }
        return List.copyOf(creators);
    }

    private String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }
}
