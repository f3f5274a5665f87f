package dev.upswell.trial.campaign;

import dev.upswell.content.EntityId;
import dev.upswell.numeric.Dice;
import dev.upswell.trial.Arm;
import dev.upswell.trial.Engagement;
import dev.upswell.trial.Made;
import dev.upswell.trial.TrialVideo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A simulated trial whose true lift is known: its videos in the order in which they turn seven days old.
///
/// Levels of creators are normal; noise is the logarithm of a gamma variable of shape 2, turned so that its tail is on the low side, as
/// log engagement of real videos has it (skewness −0.8 against −0.7, kurtosis 4.2 against 4.7 in the last 40 videos of 108 creators).
public final class Campaign {

    private static final double MEAN_OF_LOG_GAMMA = 0.4227843350984671;
    private static final double DEVIATION_OF_LOG_GAMMA = 0.8030778709740481;
    private static final double MIDDLE = Math.log(0.04);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final World world;
    private final Dice dice;
    private final List<TrialVideo> videos = new ArrayList<>();
    private final List<Double> levels = new ArrayList<>();
    private final List<Double> lifts = new ArrayList<>();

    /// How arms are spread over creators.
    public enum Layout {
        /// Each creator makes one test and one control video, and is asked again after all others.
        PAIRED,
        /// Each video is of another creator.
        APART,
        /// Each creator makes several videos of one arm only.
        CLUSTERED,
        /// Every second creator makes both arms, the others one.
        MIXED
    }

    /// What a world is like.
    ///
    /// @param lift of a video that does what the pattern says over one that does not
    /// @param within deviation of log engagement between videos of a creator
    /// @param between deviation of log engagement between creators
    /// @param uneven deviation of the logarithm of the lift between creators
    /// @param adherence share of test videos that do as asked
    /// @param anyway share of control videos that do so without being asked
    /// @param creators who take part, where the layout asks them again
    public record World(double lift, double within, double between, double uneven, double adherence, double anyway,
            Layout layout, int creators) {

        /// Noise as real creators have it, and everybody does as asked.
        public static World usual(double lift, Layout layout) {
            return new World(lift, 0.56, 0.41, 0, 1, 0, layout, 30);
        }
    }

    /// A campaign of a world; one seed gives the same one each time.
    public Campaign(World world, long seed) {
        this.world = world;
        this.dice = Dice.of(seed, "campaign", 0);
    }

    /// Its first videos.
    public List<TrialVideo> first(int count) {
        while (videos.size() < count) {
            videos.add(next(videos.size()));
        }
        return List.copyOf(videos.subList(0, count));
    }

    private TrialVideo next(int place) {
        int creator = creator(place);
        Arm arm = arm(place, creator);
        while (levels.size() <= creator) {
            levels.add(world.between * dice.gaussian());
            lifts.add(Math.log(world.lift) + world.uneven * dice.gaussian());
        }
        boolean done = dice.chance(arm == Arm.TEST ? world.adherence : world.anyway);
        double log = MIDDLE + levels.get(creator) + (done ? lifts.get(creator) : 0) + world.within * noise();
        return new TrialVideo(EntityId.video("v" + place), arm, EntityId.creator("c" + creator), START,
                new Engagement.Known(Math.min(1, Math.exp(log))), done ? Made.DONE : Made.NOT_DONE);
    }

    private int creator(int place) {
        return switch (world.layout) {
            case PAIRED, MIXED -> place / 2 % world.creators;
            case APART -> place;
            case CLUSTERED -> place % world.creators;
        };
    }

    private Arm arm(int place, int creator) {
        boolean test = switch (world.layout) {
            case PAIRED, APART -> place % 2 == 0;
            case CLUSTERED -> creator % 2 == 0;
            case MIXED -> creator % 2 == 0 ? place % 2 == 0 : creator % 4 == 1;
        };
        return test ? Arm.TEST : Arm.CONTROL;
    }

    private double noise() {
        double gamma = dice.exponential(1) + dice.exponential(1);
        return (StrictMath.log(gamma) - MEAN_OF_LOG_GAMMA) / DEVIATION_OF_LOG_GAMMA;
    }
}
