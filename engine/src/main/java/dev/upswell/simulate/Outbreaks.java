package dev.upswell.simulate;

import java.util.Arrays;
import java.util.List;

/// The state of all hashtags and sounds at an instant, with what carries over between them.
final class Outbreaks {

    private final List<Meme> memes;
    private final Spread[] spreads;
    private final double[] provoked;

    private Outbreaks(List<Meme> memes, Spread[] spreads) {
        this.memes = memes;
        this.spreads = spreads;
        provoked = new double[spreads.length];
    }

    static Outbreaks of(List<Meme> memes) {
        return new Outbreaks(memes, memes.stream().map(Meme::spread).toArray(Spread[]::new));
    }

    Outbreaks copy() {
        return new Outbreaks(memes, Arrays.stream(spreads).map(Spread::copy).toArray(Spread[]::new));
    }

    /// Lets `hours` pass from this epoch second; thing `i` throws `dice[i]`.
    void step(long from, double hours, Dice[] dice) {
        for (int i = 0; i < spreads.length; i++) {
            Contagion contagion = memes.get(i).contagion();
            double calm = contagion.calmPostsPerHour();
            provoked[i] = Math.max(0, spreads[i].provokedPerHour(contagion) / calm - Contagion.CALM_BRANCHING);
        }
        for (int i = 0; i < spreads.length; i++) {
            Contagion contagion = memes.get(i).contagion();
            double carried = contagion.leader() == i
                    ? 0
                    : contagion.pull() * provoked[contagion.leader()] * contagion.calmPostsPerHour();
            spreads[i].step(contagion, hours, contagion.season().at(from), carried, dice[i]);
        }
    }

    List<Meme> memes() {
        return memes;
    }

    Spread spread(int index) {
        return spreads[index];
    }
}
