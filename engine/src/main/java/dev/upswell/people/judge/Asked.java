package dev.upswell.people.judge;

import dev.upswell.people.Life;
import dev.upswell.people.Occasion;
import java.util.List;

/// What a recommender is asked: which of these videos for this person now.
public final class Asked {

    private final Occasion occasion;
    private final int[] candidates;
    private final Known known;

    Asked(Occasion occasion, int[] candidates, Known known) {
        this.occasion = occasion;
        this.candidates = candidates;
        this.known = known;
    }

    /// The number of the person.
    public int person() {
        return occasion.person().number();
    }

    /// Numbers of the videos that may be shown, ascending.
    public int[] candidates() {
        return candidates.clone();
    }

    /// What may be known now.
    public Known known() {
        return known;
    }

    /// What the person did until now, in order of time.
    public List<Life.Action> log() {
        return occasion.log();
    }

    /// The truth, for the oracle alone.
    Occasion occasion() {
        return occasion;
    }
}
