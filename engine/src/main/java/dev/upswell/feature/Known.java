package dev.upswell.feature;

import dev.upswell.timeline.Counter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was known of one entity at a cut: all that a feature may be computed from.
///
/// For one thread, because it keeps what was worked out.
public final class Known {

    /// As many days back daily levels are asked for.
    static final int DAYS = 30;

    private static final long DAY = 24 * 3600;
    private static final long WINDOW_SECONDS = 60 * DAY;

    private final FeatureRecipe.Subject subject;
    private final CutContext context;
    private final @Nullable Steps steps;
    private final List<Derived> derived = new ArrayList<>();
    private double @Nullable [] daily;

    private Known(FeatureRecipe.Subject subject, CutContext context) {
        this.subject = subject;
        this.context = context;
        steps = Steps.of(subject.readings(), WINDOW_SECONDS);
    }

    /// **errors** `IllegalArgumentException` where something of the entity was taken as of another instant.
    static Known of(FeatureRecipe.Subject subject, CutContext context) {
        require(Instant.ofEpochSecond(subject.readings().cutSecond()), context.cut());
        require(subject.companions().cut(), context.cut());
        return new Known(subject, context);
    }

    private static void require(Instant taken, Instant cut) {
        if (taken.getEpochSecond() != cut.getEpochSecond()) {
            throw new IllegalArgumentException("cut of the readings (" + taken + ") must be the cut of the row (" + cut
                    + ")\nMaybe the readings were taken as of another instant.");
        }
    }

    /// The cut and what was known of all entities together.
    public CutContext context() {
        return context;
    }

    /// The counter to be foretold.
    public PastReadings readings() {
        return subject.readings();
    }

    /// Which counter that is.
    public Counter target() {
        return subject.companions().target();
    }

    /// Any counter of the entity, the target included; empty where the source gives none, or none until the cut.
    public Optional<PastReadings> counter(Counter counter) {
        return counter == target() ? Optional.of(readings()) : subject.companions().readings(counter);
    }

    /// What several blocks rest on and one counter tells: worked out by the first that asks, and kept for the others.
    ///
    /// **absence** null where the counter is not given, or tells nothing of it
    ///
    /// @param kind stands for what is derived: the same must always be derived in the same way
    public <T> @Nullable T derived(Counter counter, Class<T> kind, Derivation<T> how) {
        for (Derived each : derived) {
            if (each.counter == counter && each.kind == kind) {
                return kind.cast(each.value);
            }
        }
        PastReadings readings = counter(counter).orElse(null);
        T value = readings == null ? null : how.of(readings);
        derived.add(new Derived(counter, kind, value));
        return value;
    }

    /// How something is worked out of the readings of one counter; null where they tell nothing of it.
    @FunctionalInterface
    public interface Derivation<T> {
        @Nullable
        T of(PastReadings readings);
    }

    private record Derived(Counter counter, Class<?> kind, @Nullable Object value) {
    }

    /// The videos that carry the entity; empty where none had been read by the cut.
    public Optional<PastCarriers> carriers() {
        return subject.companions().carriers();
    }

    /// What came of the entity's earlier cuts.
    public PastOutcomes outcomes() {
        return subject.outcomes();
    }

    /// The steps of the target in the last 60 days; null when they hold no reading.
    @Nullable
    Steps steps() {
        return steps;
    }

    /// The natural logarithm of the target's level so many whole days before the cut, at most [#DAYS]; NaN when there is none.
    double logLevelDaysAgo(int days) {
        double[] known = daily;
        if (known == null) {
            known = new double[DAYS + 1];
            for (int day = 0; day <= DAYS; day++) {
                known[day] = readings().logLevelAt(readings().cutSecond() - day * DAY);
            }
            daily = known;
        }
        return known[days];
    }

    /// The growth that a surge must pass, as the recent bars have it: a surge lies above zero too, so it never falls below
    /// that even while nearly everything shrinks; NaN before any bar is known.
    public double barToPass() {
        return Math.max(0, recentBar());
    }

    /// The recent bar as a value of a vector: NaN before any is known.
    public double recentBar() {
        Double bar = context.recentBar();
        return bar == null ? Double.NaN : bar;
    }

    /// When the entity was made, which only the ids of videos tell; empty when unknown.
    public Optional<Instant> createdAt() {
        return subject.companions().createdAt();
    }
}
