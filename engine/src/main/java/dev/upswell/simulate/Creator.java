package dev.upswell.simulate;

import dev.upswell.numeric.Dice;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A simulated creator and the state of its counters.
///
/// Followers have a Pareto tail; the rhythm is a favourite hour; quality multiplies the reach of all its videos. A *farm* is
/// an account that posts for bought view campaigns: many views, hardly a like.
final class Creator {

    /// How many followers a creator earns by a view.
    static final double FOLLOWERS_PER_VIEW = 0.002;
    private static final double RHYTHM = 0.8;

    private final Profile profile;
    private final Provider provider;
    private final double postsPerHour;
    private final int favouriteHour;
    private final double quality;
    private final double followersPerHour;
    private final Dice dice;
    private double followers;
    private long likes;
    private long posts;

    /// What a creator is from the start.
    ///
    /// @param farm whether it posts for bought view campaigns only
    record Profile(String handle, String name, Topic topic, Home home, boolean farm) {
    }

    /// Where a creator lives and what it speaks, which changes nothing of what its videos do.
    ///
    /// @param language ISO 639-1 code: mostly the region's own, now and then English
    record Home(Region region, String language) {

        private static final double ABROAD = 0.15;

        static Home of(Dice dice) {
            Region region = dice.pick(Region.BY_WEIGHT);
            return new Home(region, dice.chance(ABROAD) ? "en" : region.language);
        }
    }

    Creator(Profile profile, double postsPerHour, Dice dice) {
        this.profile = profile;
        boolean farm = profile.farm();
        this.postsPerHour = postsPerHour;
        this.dice = dice;
        provider = dice.chance(0.5) ? Provider.WEB : Provider.API;
        favouriteHour = dice.below(24);
        quality = dice.logNormal(1, 0.5);
        followers = farm ? dice.between(200, 3_000) : Math.min(4e7, 1_500 * StrictMath.pow(1 - dice.unit(), -1 / 0.75));
        followersPerHour = followers * dice.logNormal(2e-5, 1.2);
        posts = 20 + (long) dice.logNormal(150, 0.9);
        likes = (long) (followers * dice.logNormal(12, 0.8));
    }

    /// How many videos it posts in the coming `hours`.
    int postsIn(double hours, int hourOfDay) {
        if (isFarm()) {
            return 0;
        }
        double rhythm = 1 + RHYTHM * StrictMath.cos(2 * Math.PI * (hourOfDay - favouriteHour) / 24);
        return dice.poisson(postsPerHour * rhythm * hours);
    }

    void posted() {
        posts++;
    }

    /// What its videos earned in a step.
    void earn(long viewsGained, long likesGained) {
        likes += likesGained;
        followers += isFarm() ? 0 : viewsGained * FOLLOWERS_PER_VIEW;
    }

    void pass(double hours) {
        followers += followersPerHour * hours;
    }

    String handle() {
        return profile.handle();
    }

    String name() {
        return profile.name();
    }

    Topic topic() {
        return profile.topic();
    }

    Home home() {
        return profile.home();
    }

    Provider provider() {
        return provider;
    }

    boolean isFarm() {
        return profile.farm();
    }

    Tier tier() {
        return Tier.of(followers());
    }

    double quality() {
        return quality;
    }

    Dice dice() {
        return dice;
    }

    long followers() {
        return (long) followers;
    }

    long likes() {
        return likes;
    }

    long posts() {
        return posts;
    }

    /// The regions of the panel, by ISO 3166 code, some of them larger than others.
    enum Region {
        US("en", 5),
        BR("pt", 3),
        VN("vi", 3),
        MX("es", 2),
        GB("en", 2),
        DE("de", 2),
        FR("fr", 2),
        JP("ja", 1);

        private static final List<Region> BY_WEIGHT = Arrays.stream(values())
                .flatMap(region -> Collections.nCopies(region.weight, region).stream()).toList();

        private final String language;
        private final int weight;

        Region(String language, int weight) {
            this.language = language;
            this.weight = weight;
        }
    }

    /// Creators by followers, as the trade names them.
    enum Tier {
        NANO(10_000),
        MICRO(100_000),
        MACRO(1_000_000),
        CELEBRITY(Long.MAX_VALUE);

        private final long below;

        Tier(long below) {
            this.below = below;
        }

        static Tier of(long followers) {
            for (Tier tier : values()) {
                if (followers < tier.below) {
                    return tier;
                }
            }
            return CELEBRITY;
        }
    }
}
