package dev.upswell.simulate;

import dev.upswell.numeric.Dice;
import dev.upswell.simulate.Contagion.Phase;

/// The state of one hashtag's or sound's marked Hawkes process, advanced step by step.
///
/// Posts arrive at `season · mood · (fade · postsPerHour + branching / memory · excitation)` per hour; each adds its mark to
/// the excitation, which decays with the memory, and sends its views through two stages of delay. So posts move first and
/// views some nine hours later. Everything the future depends on is in these fields: a copy, stepped with other dice, is
/// another future of the same present.
final class Spread {

    private static final double MOOD_HOURS = 30;
    /// Standard deviation of the mood, which is summed from uniform steps: after a few hours nobody tells them from normal.
    private static final double MOOD_SIGMA = 0.2;
    private static final double BOOST_HOURS = 5;

    private Phase phase = Phase.CALM;
    private int stage;
    private double peak;
    private double excitation;
    private double fresh;
    private double circulating;
    private double mood;
    private double fade = 1;
    private double boostHoursLeft;
    private double boostPerHour;
    private double postRate;
    private double viewRate;
    private long posts;
    private long views;

    Spread(Contagion contagion, long views, long posts) {
        this.views = views;
        this.posts = posts;
        excitation = contagion.calmExcitation();
        fresh = contagion.calmPostsPerHour() * contagion.viewsPerPost() * Contagion.DELAY_HOURS;
        circulating = fresh;
        postRate = contagion.calmPostsPerHour();
        viewRate = postRate * contagion.viewsPerPost();
    }

    private Spread(Spread other) {
        phase = other.phase;
        stage = other.stage;
        peak = other.peak;
        excitation = other.excitation;
        fresh = other.fresh;
        circulating = other.circulating;
        mood = other.mood;
        fade = other.fade;
        boostHoursLeft = other.boostHoursLeft;
        boostPerHour = other.boostPerHour;
        postRate = other.postRate;
        viewRate = other.viewRate;
        posts = other.posts;
        views = other.views;
    }

    Spread copy() {
        return new Spread(this);
    }

    /// Lets `hours` pass.
    ///
    /// @param turn how many times as often as usual its videos are shown
    /// @param carried posts per hour that the leader's posters add
    void step(Contagion contagion, double hours, double season, double turn, double carried, Dice dice) {
        passPhase(contagion, hours, dice);
        passBoost(contagion, hours, dice);
        mood += -mood * hours / MOOD_HOURS + MOOD_SIGMA * Math.sqrt(24 * hours / MOOD_HOURS) * (dice.unit() - 0.5);
        double busy = season * Math.max(0.2, 1 + mood);
        postRate = busy * (fade * contagion.postsPerHour() + provokedPerHour(contagion)) + carried;
        int arrived = dice.poisson(postRate * hours);
        double weight = Marks.sum(arrived, dice);
        excitation += weight - excitation * hours / Contagion.MEMORY_HOURS;
        posts += arrived;
        flow(weight * contagion.viewsPerPost(), hours, season, turn, dice);
        fade -= fade * contagion.fadePerHour() * hours;
    }

    /// Posts per hour that earlier posts provoke, at mean season.
    double provokedPerHour(Contagion contagion) {
        double crowding = 1 + excitation / (Contagion.SATURATION * contagion.calmExcitation());
        return branching() / crowding * excitation / Contagion.MEMORY_HOURS;
    }

    private void flow(double sent, double hours, double season, double turn, Dice dice) {
        double share = hours * season / Contagion.DELAY_HOURS;
        double seen = circulating * share;
        double shown = fresh * share;
        circulating += shown - seen;
        fresh += sent - shown;
        double boosted = boostHoursLeft > 0 ? boostPerHour * hours : 0;
        viewRate = (seen * turn + boosted) / hours;
        views += dice.whole(seen * turn + boosted);
    }

    private void passPhase(Contagion contagion, double hours, Dice dice) {
        if (phase == Phase.CALM) {
            if (dice.chance(contagion.onsetsPerHour() * hours)) {
                rise(contagion, dice, dice.between(1.6, 2.2));
            }
        } else if (dice.chance(hours / phase.stageHours()) && ++stage == phase.stages()) {
            stage = 0;
            leave(contagion, dice);
        }
    }

    private void leave(Contagion contagion, Dice dice) {
        if (phase == Phase.RISING) {
            phase = Phase.HOT;
        } else if (phase == Phase.HOT) {
            phase = Phase.COOLING;
        } else if (dice.chance(contagion.reignition())) {
            rise(contagion, dice, dice.between(1.5, 2));
        } else {
            phase = Phase.CALM;
        }
    }

    private void rise(Contagion contagion, Dice dice, double branchingAtPeak) {
        phase = Phase.RISING;
        stage = 0;
        peak = branchingAtPeak;
        excitation += contagion.calmExcitation() * dice.between(0.3, 1) + dice.between(1, 3);
    }

    private void passBoost(Contagion contagion, double hours, Dice dice) {
        if (boostHoursLeft > 0) {
            boostHoursLeft -= hours;
        } else if (contagion.boostsPerHour() > 0 && dice.chance(contagion.boostsPerHour() * hours)) {
            boostHoursLeft = BOOST_HOURS;
            boostPerHour = views * dice.between(0.03, 0.12);
        }
    }

    /// Posts that one post provokes now, before the audience is used up.
    double branching() {
        return switch (phase) {
            case CALM -> Contagion.CALM_BRANCHING;
            case RISING -> Contagion.CALM_BRANCHING + (peak - Contagion.CALM_BRANCHING) * (stage + 1) / 4;
            case HOT -> peak;
            case COOLING -> Contagion.SPENT_BRANCHING;
        };
    }

    /// Moderation removes this share of the views.
    void purge(double share) {
        views -= (long) (views * share);
    }

    Phase phase() {
        return phase;
    }

    boolean boosted() {
        return boostHoursLeft > 0;
    }

    double postRate() {
        return postRate;
    }

    double viewRate() {
        return viewRate;
    }

    long posts() {
        return posts;
    }

    long views() {
        return views;
    }
}
