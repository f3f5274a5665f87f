package dev.upswell.simulate;

import dev.upswell.content.EntityKind;
import dev.upswell.numeric.Dice;
import dev.upswell.simulate.WorldSettings.Turns;
import java.util.Arrays;
import java.util.List;

/// The state of all hashtags and sounds at an instant, with what carries over between them.
final class Outbreaks {

    private final List<Meme> memes;
    private final Spread[] spreads;
    private final double[] provoked;
    private final Turns turns;

    private Outbreaks(List<Meme> memes, Spread[] spreads, Turns turns) {
        this.memes = memes;
        this.spreads = spreads;
        this.turns = turns;
        provoked = new double[spreads.length];
    }

    static Outbreaks of(List<Meme> memes, Turns turns) {
        return new Outbreaks(memes, memes.stream().map(Meme::spread).toArray(Spread[]::new), turns);
    }

    /// The same state, whose future holds no change that comes after this epoch second.
    Outbreaks copyAt(long now) {
        return new Outbreaks(memes, Arrays.stream(spreads).map(Spread::copy).toArray(Spread[]::new),
                turns.knownAt(now));
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
            double turn = memes.get(i).kind() == EntityKind.HASHTAG ? turns.factor(i, from) : 1;
            spreads[i].step(contagion, hours, contagion.season().at(from), turn, carried, dice[i]);
        }
    }

    List<Meme> memes() {
        return memes;
    }

    Spread spread(int index) {
        return spreads[index];
    }
}
