package dev.upswell.server.scorecard;

import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.Weighting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// The scorecard of a creator on a day, as it is kept.
///
/// @param asOf nothing that was told later counts
/// @param weighting name of the weighting by which it was scored
/// @param version of that weighting
/// @param overall null when nothing is known
public record KeptScorecard(String creator, LocalDate day, Instant asOf, String weighting, int version,
        @Nullable Double overall, double worst, double best, double coverage, KnownInputs inputs, Traits traits) {

    static KeptScorecard of(String creator, Instant asOf, Scoring scoring, KnownInputs inputs, Traits traits) {
        Scorecard card = Scorecard.of(inputs.inputs(), scoring.weighting());
        return new KeptScorecard(creator, LocalDate.ofInstant(asOf, ZoneOffset.UTC), asOf, scoring.name(),
                scoring.version(), card.overall().isPresent() ? (Double) card.overall().getAsDouble() : null,
                rounded(card.worst()), rounded(card.best()), rounded(card.coverage()), inputs, traits);
    }

    /// Sums of weights may pass 1 by their rounding.
    private static double rounded(double share) {
        return Math.clamp(share, 0, 1);
    }

    /// The same, scored anew.
    KeptScorecard by(Scoring scoring) {
        return of(creator, asOf, scoring, inputs, traits);
    }

    /// The card by a weighting, from what was known.
    public Scorecard by(Weighting other) {
        return Scorecard.of(inputs.inputs(), other);
    }
}
