package dev.upswell.benchmarks.retrieval;

import dev.upswell.numeric.Dice;
import dev.upswell.server.recommend.index.IndexedVideo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Videos made up of themes, each told by its number alone, so that nobody has to keep them.
///
/// A theme is a direction with eight more that its videos spread along, and 300 words of its own; sizes of themes fall off as 1 / rank.
/// A caption has some words of its theme and some that all use. Two videos of a theme have a cosine of about 0.5, two of different
/// themes about 0: closer together than captions are, which makes the nearest harder to tell apart.
final class MadeVideos {

    static final int DIMENSIONS = 128;
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final int THEMES = 300;
    private static final int DIRECTIONS = 8;
    private static final int WORDS_OF_A_THEME = 300;
    private static final int COMMON_WORDS = 20_000;
    private static final double ALONG = Math.sqrt(0.6 / DIRECTIONS);
    private static final double ASIDE = Math.sqrt(0.4 / DIMENSIONS);

    private final long seed;
    private final float[][][] directions = new float[THEMES][DIRECTIONS + 1][];
    private final double[] upTo = new double[THEMES];

    MadeVideos(long seed) {
        this.seed = seed;
        double sum = 0;
        for (int theme = 0; theme < THEMES; theme++) {
            Dice dice = Dice.of(seed, "theme", theme);
            for (int i = 0; i <= DIRECTIONS; i++) {
                directions[theme][i] = gaussians(dice, Math.sqrt(1.0 / DIMENSIONS));
            }
            sum += 1.0 / (theme + 10);
            upTo[theme] = sum;
        }
        for (int theme = 0; theme < THEMES; theme++) {
            upTo[theme] /= sum;
        }
    }

    private static float[] gaussians(Dice dice, double deviation) {
        float[] values = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            values[i] = (float) (deviation * dice.gaussian());
        }
        return values;
    }

    static String id(int number) {
        return Long.toString(7_000_000_000_000_000_000L + number * 97L);
    }

    int theme(int number) {
        return themeOf(Dice.of(seed, "theme of", number));
    }

    int themeOf(Dice dice) {
        double point = dice.unit();
        int theme = 0;
        while (theme < THEMES - 1 && point >= upTo[theme]) {
            theme++;
        }
        return theme;
    }

    float[] vector(int number) {
        float[][] of = directions[theme(number)];
        Dice dice = Dice.of(seed, "vector", number);
        float[] vector = gaussians(dice, ASIDE);
        add(vector, of[0], 1);
        for (int i = 1; i <= DIRECTIONS; i++) {
            add(vector, of[i], ALONG * dice.gaussian());
        }
        return vector;
    }

    static void add(float[] to, float[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += (float) (times * what[i]);
        }
    }

    String creator(int number) {
        return "creator" + (int) (Dice.of(seed, "creator", number).unit() * 50_000);
    }

    /// One in twenty has expired.
    @Nullable
    Instant expiresAt(int number) {
        Dice dice = Dice.of(seed, "expiry", number);
        return dice.chance(0.05) ? NOW.minus(Duration.ofDays(1)) : null;
    }

    IndexedVideo video(int number) {
        Dice dice = Dice.of(seed, "text", number);
        int theme = theme(number);
        int length = 8 + dice.below(13);
        List<String> terms = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            terms.add(dice.chance(0.45)
                    ? word(theme, skewed(dice, WORDS_OF_A_THEME))
                    : "common" + skewed(dice, COMMON_WORDS));
        }
        return new IndexedVideo(id(number), creator(number), terms, NOW.minus(Duration.ofHours(dice.below(2000))),
                (long) dice.logNormal(2_000, 2), expiresAt(number), vector(number));
    }

    static String word(int theme, int rank) {
        return "t" + theme + "w" + rank;
    }

    /// Small numbers more often, about as words in texts.
    static int skewed(Dice dice, int bound) {
        return (int) (Math.pow(bound + 1, dice.unit()) - 1);
    }
}
