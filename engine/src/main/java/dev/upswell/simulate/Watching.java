package dev.upswell.simulate;

import dev.upswell.content.Viewing;
import dev.upswell.numeric.Dice;
import org.jspecify.annotations.Nullable;

/// How people watch a simulated video, and where they go from it: the shares that are its own, from which its owner is told figures.
///
/// What spreads is watched longer: all shares rise with the video's appeal, which rises with its first push, its contagiousness
/// and its creator's quality, and each has noise of its own. It is drawn from dice of its own and moves nothing else of a world.
///
/// **range** a completion of about 0.1 to 0.7 by length, near 0.45 at 15 s as people say of themselves
///
/// **source** the middle from Zannettou et al., "Analyzing User Engagement with TikTok's Short Format Video Recommendations
/// using Data Donations", CHI 2024 (attention of about 45 %); the spread is this world's own
///
/// @param completion share of views that see it to its end
/// @param averageSeconds mean time watched of a view, the area below the curve of those who still watch
/// @param rewatch views beyond the first of a person, by all views
/// @param profile visits of the profile by views
/// @param link clicks by views; `null` where the creator shows no link
/// @param follows followers gained by views
record Watching(double completion, double at3s, double at5s, double averageSeconds, double rewatch, double profile,
        @Nullable Double link, double follows) {

    /// Of so few views the platform tells its owner no shares.
    static final long FEWEST_VIEWS = 50;

    private static final double LINKED = 0.4;
    private static final double HIGHEST = 0.97;
    /// Of the first thousand views more are followers, who stay longer.
    private static final double EARLY_LIFT = 0.08;
    private static final double EARLY_VIEWS = 1_000;

    /// How this video is watched.
    static Watching of(long seed, Clip.Traits video) {
        Dice dice = Dice.of(seed, "watching " + video.id(), 0);
        Creator creator = video.creator();
        double appeal = video.appeal();
        double at3s = share(0.8 + 0.40 * appeal + 0.35 * dice.gaussian());
        double at5s = at3s * share(1.6 + 0.25 * appeal + 0.3 * dice.gaussian());
        double wished = share(-0.1 - 0.8 * StrictMath.log(video.seconds() / 15.0) + 0.55 * appeal
                + 0.4 * dice.gaussian());
        double completion = Math.min(wished, at5s * HIGHEST);
        double rewatch = share(-2.6 + 0.3 * appeal + 1.2 * completion + 0.3 * dice.gaussian());
        double profile = dice.logNormal(0.006, 0.5) * StrictMath.exp(0.2 * appeal);
        double clicks = dice.logNormal(0.0015, 0.7) * StrictMath.exp(0.2 * appeal);
        double follows = Creator.FOLLOWERS_PER_VIEW * dice.between(0.4, 0.9);
        boolean linked = Dice.of(seed, "link " + creator.handle(), 0).chance(LINKED);
        return new Watching(completion, at3s, at5s, area(video.seconds(), at3s, at5s, completion), rewatch, profile,
                linked ? clicks : null, creator.isFarm() ? 0 : follows);
    }

    private static double share(double logit) {
        return HIGHEST / (1 + StrictMath.exp(-logit));
    }

    /// The mean time watched: between the known points those who still watch become fewer at one rate.
    private static double area(int seconds, double at3s, double at5s, double completion) {
        return piece(1, at3s, 3) + piece(at3s, at5s, 2) + piece(at5s, completion, Math.max(0, seconds - 5));
    }

    private static double piece(double from, double to, double seconds) {
        return from - to < 1e-9 ? from * seconds : seconds * (from - to) / StrictMath.log(from / to);
    }

    /// What its owner is told after so many views; of few nothing.
    Viewing told(long views) {
        if (views < FEWEST_VIEWS) {
            return Viewing.NONE;
        }
        double lift = 1 + EARLY_LIFT * EARLY_VIEWS / (EARLY_VIEWS + views);
        double end = Math.min(HIGHEST, completion * lift);
        double three = Math.min(HIGHEST, at3s * lift);
        double five = Math.min(three, at5s * lift);
        return new Viewing(rounded(Math.min(end, five)), rounded(averageSeconds * lift), rounded(rewatch),
                rounded(three), rounded(five), (long) (views * profile), link == null ? null : (long) (views * link),
                (long) (views * follows));
    }

    private static double rounded(double share) {
        return Math.rint(share * 10_000) / 10_000;
    }
}
