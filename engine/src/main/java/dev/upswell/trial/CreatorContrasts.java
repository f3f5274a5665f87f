package dev.upswell.trial;

import dev.upswell.content.EntityId;
import dev.upswell.experiment.Anytime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How log engagement goes with what was measured of videos, each compared only with videos of its own creator: what creators are like
/// falls out.
public final class CreatorContrasts {

    private static final double NOTHING = 1e-9;

    private final Map<EntityId, Sums> creators = new LinkedHashMap<>();

    /// Takes in a video.
    ///
    /// @param measured what is asked about, for example 1 for test and 0 for control videos
    /// @param level log engagement
    public void add(EntityId creator, double measured, double level) {
        creators.computeIfAbsent(creator, key -> new Sums()).add(measured, level);
    }

    /// How many creators have videos that differ in what was measured.
    public int contrasting() {
        return (int) creators.values().stream().filter(Sums::contrast).count();
    }

    /// The effect of one unit of what was measured, by least squares with a level for each creator.
    ///
    /// **absence** empty while no creator's videos differ, or nothing is left to tell the noise from
    ///
    /// @param spread as in [Anytime], of effects in log engagement over the expected deviation
    public Optional<Anytime> estimate(double spread) {
        double squares = 0;
        double products = 0;
        double levels = 0;
        int degrees = -1;
        for (Sums creator : creators.values()) {
            squares += creator.measuredSquares - creator.measured * creator.measured / creator.videos;
            products += creator.products - creator.measured * creator.levels / creator.videos;
            levels += creator.levelSquares - creator.levels * creator.levels / creator.videos;
            degrees += creator.videos - 1;
        }
        if (degrees < 1 || squares < NOTHING) {
            return Optional.empty();
        }
        double residual = levels - products * products / squares;
        return residual < NOTHING
                ? Optional.empty()
                : Optional
                        .of(new Anytime(products / squares, Math.sqrt(residual / degrees), squares, degrees, spread));
    }

    /// Sums over the videos of a creator.
    private static final class Sums {

        private int videos;
        private double measured;
        private double measuredSquares;
        private double levels;
        private double levelSquares;
        private double products;

        void add(double value, double level) {
            videos++;
            measured += value;
            measuredSquares += value * value;
            levels += level;
            levelSquares += level * level;
            products += value * level;
        }

        boolean contrast() {
            return measuredSquares - measured * measured / videos > NOTHING;
        }
    }
}
