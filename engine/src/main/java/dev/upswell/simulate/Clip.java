package dev.upswell.simulate;

import dev.upswell.numeric.Dice;
import java.util.List;

/// A simulated video and the state of its counters.
///
/// Views are a Hawkes process on a push that decays as a power of age: the platform's first showing to followers and a test
/// audience, then what viewers provoke. Likes, comments, shares and saves are drawn from each step's views.
final class Clip {

    /// What a video is from the start.
    ///
    /// @param reach views per hour of the first push
    /// @param appeal how much better than usual it is, in deviations; what spreads has more of it
    /// @param contagiousness further views that a view provokes while the video is young
    /// @param rates likes, comments, shares and saves per view
    /// @param deletedAt epoch second from which it can no longer be read; `Long.MAX_VALUE` for never
    record Traits(String id, Creator creator, Meme sound, List<Meme> hashtags, long createdAt, int seconds,
            String caption,
            Provider provider, double reach, double appeal, double contagiousness, double[] rates, Meme.Purge purge,
            long deletedAt) {
    }

    private static final double PUSH_HOURS = 3;
    private static final double PUSH_POWER = 1.1;
    private static final double MEMORY_HOURS = 2;
    private static final double AGEING_HOURS = 12;

    private final Traits traits;
    private final Dice dice;
    private double excitation;
    private long views;
    private final long[] engagements = new long[4];
    private boolean purged;

    Clip(Traits traits, Dice dice) {
        this.traits = traits;
        this.dice = dice;
    }

    Traits traits() {
        return traits;
    }

    double ageHours(long now) {
        return (now - traits.createdAt()) / 3600.0;
    }

    /// Lets `hours` pass, up to the epoch second `now`; its creator earns what it gains.
    void step(double hours, double season, long now) {
        double age = Math.max(0, ageHours(now));
        double push = traits.reach() * StrictMath.pow(1 + age / PUSH_HOURS, -PUSH_POWER);
        double branching = traits.contagiousness() * StrictMath.pow(1 + age / AGEING_HOURS, -1.2);
        double rate = season * (push + branching * excitation / MEMORY_HOURS);
        long gained = dice.poisson(rate * hours);
        excitation += gained - excitation * Math.min(1, hours / MEMORY_HOURS);
        views += gained;
        long likedBefore = engagements[0];
        for (int i = 0; i < engagements.length; i++) {
            engagements[i] += Math.min(gained, dice.poisson(gained * traits.rates()[i]));
        }
        traits.creator().earn(gained, engagements[0] - likedBefore);
        if (!purged && now >= traits.purge().epochSecond()) {
            purged = true;
            views -= (long) (views * traits.purge().share());
        }
    }

    boolean isDeleted(long now) {
        return now >= traits.deletedAt();
    }

    long views() {
        return views;
    }

    long likes() {
        return engagements[0];
    }

    long comments() {
        return engagements[1];
    }

    long shares() {
        return engagements[2];
    }

    long saves() {
        return engagements[3];
    }
}
