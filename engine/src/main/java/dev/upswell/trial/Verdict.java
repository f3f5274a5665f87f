package dev.upswell.trial;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a trial says of its pattern. It may be asked for at any time and any number of times.
public sealed interface Verdict {

    /// A lift above it is worth asking for.
    double WORTHWHILE = 1.25;
    /// A lift below it is not.
    double NEGLIGIBLE = 1.10;
    /// Videos of each arm without which nothing is said.
    int LEAST = 5;

    /// The pattern held: the estimated lift is above 1.25, the interval excludes 1, and the lift is above 1.10 with an error of 5 % over
    /// all looks.
    record Validated(Lift lift) implements Verdict {
    }

    /// The pattern brings too little: the interval lies wholly below 1.10.
    record Rejected(Lift lift) implements Verdict {
    }

    /// Neither can be said yet.
    ///
    /// @param lift so far; null while no videos can be compared
    /// @param further how many more videos will tell
    record NotEnoughEvidence(@Nullable Lift lift, Further further) implements Verdict {
    }

    /// What a comparison tells.
    ///
    /// @param comparison empty while there is none
    static Verdict of(Optional<Comparison> comparison, Expectation expected) {
        if (comparison.isEmpty()) {
            return new NotEnoughEvidence(null, Further.of(null, expected));
        }
        Comparison known = comparison.get();
        if (known.validates()) {
            return new Validated(known.lift());
        }
        return known.rejects()
                ? new Rejected(known.lift())
                : new NotEnoughEvidence(known.lift(), Further.of(known, expected));
    }

    /// The word for it in requests and tables.
    default String word() {
        return switch (this) {
            case Validated _ -> "validated";
            case Rejected _ -> "rejected";
            case NotEnoughEvidence _ -> "not_enough_evidence";
        };
    }

    /// The lift it rests on; empty while there is none.
    default Optional<Lift> lifted() {
        return switch (this) {
            case Validated(Lift lift) -> Optional.of(lift);
            case Rejected(Lift lift) -> Optional.of(lift);
            case NotEnoughEvidence none -> Optional.ofNullable(none.lift());
        };
    }
}
