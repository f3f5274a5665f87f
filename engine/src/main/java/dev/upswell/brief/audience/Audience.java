package dev.upswell.brief.audience;

import java.util.EnumSet;
import java.util.Set;

/// Who reads a document, and which statistics it is for.
public enum Audience {
    /// Who pays: everything that a decision rests on.
    CLIENT(EnumSet.complementOf(EnumSet.of(Statistic.STARS, Statistic.MODELS))),
    /// Who produces: that it was tested, and how much is to be won.
    FACTORY(EnumSet.of(Statistic.VIDEOS, Statistic.TESTED, Statistic.LIFT, Statistic.TRIALS)),
    /// Who promotes: what winners do, in marks that anybody reads.
    AFFILIATE(EnumSet.of(Statistic.VIDEOS, Statistic.LIFT, Statistic.TIERS, Statistic.STARS, Statistic.TRIALS)),
    /// Who looks into everything: the long report.
    ANALYST(EnumSet.complementOf(EnumSet.of(Statistic.STARS, Statistic.BENCHMARK)));

    private final Set<Statistic> statistics;

    Audience(Set<Statistic> statistics) {
        this.statistics = statistics;
    }

    /// Whether a statistic is for these readers.
    public boolean reads(Statistic statistic) {
        return statistics.contains(statistic);
    }

    /// Stops a document from showing what is not for its readers.
    void mustRead(Statistic statistic) {
        if (!reads(statistic)) {
            throw new IllegalStateException(
                    "statistic (" + statistic + ") is not for " + this + "\nMaybe leave it out of their document.");
        }
    }
}
