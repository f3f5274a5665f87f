package dev.upswell.benchmarks.retrieval;

import dev.upswell.numeric.Dice;
import dev.upswell.server.recommend.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a person wants who likes three themes: means of five liked videos of two of them, the mean of the last ten of all three, and 200
/// of their words. Left out are 2,000 videos that were shown, three quarters of them of these themes, and the person's own account.
final class MadePerson {

    private static final int SEEN = 2_000;
    private static final int EACH = 100;

    private MadePerson() {
    }

    /// @param byTheme numbers of videos of each theme
    static Wanted wanted(MadeVideos videos, int[][] byTheme, int count, long seed, int person) {
        Dice dice = Dice.of(seed, "person", person);
        int[] themes = {videos.themeOf(dice), videos.themeOf(dice), videos.themeOf(dice)};
        List<float[]> vectors = new ArrayList<>();
        vectors.add(mean(videos, byTheme, dice, 5, themes[0]));
        vectors.add(mean(videos, byTheme, dice, 5, themes[1]));
        vectors.add(mean(videos, byTheme, dice, 10, themes));
        Map<String, Float> terms = new HashMap<>();
        while (terms.size() < 200) {
            int theme = themes[dice.below(3)];
            terms.put(dice.chance(0.9)
                    ? MadeVideos.word(theme, MadeVideos.skewed(dice, 300))
                    : "common" + MadeVideos.skewed(dice, 20_000), (float) dice.between(0.05, 1));
        }
        Set<String> seen = new HashSet<>();
        while (seen.size() < SEEN) {
            seen.add(MadeVideos.id(dice.chance(0.75) ? one(byTheme, dice, themes[dice.below(3)]) : dice.below(count)));
        }
        return new Wanted(vectors, terms, EACH, seen, Set.of(videos.creator(one(byTheme, dice, themes[0]))),
                MadeVideos.NOW);
    }

    private static int one(int[][] byTheme, Dice dice, int theme) {
        return byTheme[theme][dice.below(byTheme[theme].length)];
    }

    private static float[] mean(MadeVideos videos, int[][] byTheme, Dice dice, int liked, int... themes) {
        float[] mean = new float[MadeVideos.DIMENSIONS];
        for (int i = 0; i < liked; i++) {
            MadeVideos.add(mean, videos.vector(one(byTheme, dice, themes[i % themes.length])), 1.0 / liked);
        }
        return mean;
    }
}
