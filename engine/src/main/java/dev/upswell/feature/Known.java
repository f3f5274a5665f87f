package dev.upswell.feature;

import dev.upswell.timeline.Counter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was known of one entity at a cut: all that a feature may be computed from.
public final class Known {

    private static final long WINDOW_SECONDS = 60L * 24 * 3600;

    private final FeatureRecipe.Subject subject;
    private final CutContext context;
    private final @Nullable Steps steps;

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
