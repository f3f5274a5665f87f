package dev.upswell.grounding;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing that is known, with an id by which sentences cite it.
///
/// @param id letters and digits, such as f3
/// @param entity what it is about, as people write it (#hashtag, @handle, the name of a sound, the id of a video); null when it is
///     about everything that is watched
/// @param measure what was measured, as words or a metric's name, such as views_gained
/// @param value null exactly when the unit is [Unit#NAME]
/// @param unit in what the value is counted
/// @param at when it held, UTC; null when it holds at any time
/// @param of what it is a part of, compared with or measured over, such as `24 h` or another entity; of [Unit#NAME] the name
public record Fact(String id, @Nullable String entity, String measure, @Nullable Double value, Unit unit,
        @Nullable Instant at, @Nullable String of) {

    public Fact {
        if (!id.matches("[A-Za-z][A-Za-z0-9_.-]*")) {
            throw new IllegalArgumentException(
                    "id (" + id + ") must be letters and digits\nMaybe number facts as f1, f2, f3.");
        }
        if ((value == null) != (unit == Unit.NAME)) {
            throw new IllegalArgumentException(
                    "value (" + value + ") must be there unless the unit is a name\nMaybe use named.");
        }
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "value (" + value + ") must be finite\nMaybe leave the fact out when it is not known.");
        }
        if (unit == Unit.NAME) {
            Objects.requireNonNull(of, "the name");
        }
    }

    /// A name that is known, such as that of a top creator.
    public static Fact named(String id, @Nullable String entity, String measure, String name, @Nullable Instant at) {
        return new Fact(id, entity, measure, null, Unit.NAME, at, name);
    }

    /// The value of a fact that is no name.
    ///
    /// **errors** `IllegalStateException` when it is one.
    double number() {
        if (value == null) {
            throw new IllegalStateException("fact (" + id + ") must have a value\nMaybe ask isNumber.");
        }
        return value;
    }

    boolean isNumber() {
        return value != null;
    }

    /// Whether it tells by itself whether something rose or fell: a change, or what was gained.
    boolean isChange() {
        return unit == Unit.CHANGE || unit == Unit.EFFECT
                || Text.words(measure).stream().anyMatch(Words.CHANGES::contains);
    }

    /// Whether its measure speaks of something that is counted.
    boolean namesThing() {
        return Text.words(measure).stream().anyMatch(word -> Unit.named(word).isPresent());
    }

    /// Whether it tells how long something takes to lose half.
    boolean isHalfLife() {
        return unit.isSpan() && Text.words(measure).containsAll(Set.of("half", "life"));
    }

    /// Whether a rate of engagement is above one, which no counter can bring about.
    boolean isImpossible() {
        return value != null && value > 1 && unit == Unit.SHARE && measure.contains("engagement");
    }
}
