package dev.upswell.simulate;

/// A simulated creator and the state of its counters.
///
/// Followers have a Pareto tail; the rhythm is a favourite hour; quality multiplies the reach of all its videos. A *farm* is
/// an account that posts for bought view campaigns: many views, hardly a like.
final class Creator {

    private static final double FOLLOWERS_PER_VIEW = 0.002;
    private static final double RHYTHM = 0.8;

    private final String handle;
    private final String name;
    private final Topic topic;
    private final Provider provider;
    private final boolean farm;
    private final double postsPerHour;
    private final int favouriteHour;
    private final double quality;
    private final double followersPerHour;
    private final Dice dice;
    private double followers;
    private long likes;
    private long posts;

    Creator(String handle, String name, Topic topic, boolean farm, double postsPerHour, Dice dice) {
        this.handle = handle;
        this.name = name;
        this.topic = topic;
        this.farm = farm;
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
        if (farm) {
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
        followers += farm ? 0 : viewsGained * FOLLOWERS_PER_VIEW;
    }

    void pass(double hours) {
        followers += followersPerHour * hours;
    }

    String handle() {
        return handle;
    }

    String name() {
        return name;
    }

    Topic topic() {
        return topic;
    }

    Provider provider() {
        return provider;
    }

    boolean isFarm() {
        return farm;
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
