package dev.upswell.scorecard;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// What holds a creator back often enough that there is a playbook for it: a measure, and from where on it is a bottleneck.
public enum Gap {
    /// Few visits to products end in orders.
    CONVERSION_RATE(Kpi.SALES_PERFORMANCE, Part.between(1, Input.CONVERSION_RATE, 0, 0.1),
            values -> values.get(Input.CONVERSION_RATE), Bounds.below(0.05, 0.02), 0.20),
    /// Many carts are left behind.
    CART_ABANDONMENT_RATE(Kpi.SHOP_CONVERSION, Part.lack(1, Input.CART_ABANDONMENT_RATE),
            values -> values.get(Input.CART_ABANDONMENT_RATE), Bounds.above(0.6, 0.7), 0.18),
    /// Few who begin to buy come to the end.
    FUNNEL_COMPLETION_RATE(Kpi.SHOP_CONVERSION, Part.of(1, Input.FUNNEL_COMPLETION_RATE),
            values -> values.get(Input.FUNNEL_COMPLETION_RATE), Bounds.below(0.3, 0.2), 0.15),
    /// The shop is hardly woven into the posts.
    TIKTOK_SHOP_INTEGRATION(Kpi.TIKTOK_SHOP, Part.of(1, Input.INTEGRATION_SEAMLESSNESS),
            values -> values.get(Input.INTEGRATION_SEAMLESSNESS), Bounds.below(0.5, 0.3), 0.16),
    /// Videos are made poorly.
    VIDEO_QUALITY(Kpi.CONTENT_STRATEGY, Part.of(1, Input.VIDEO_QUALITY), values -> values.get(Input.VIDEO_QUALITY),
            Bounds.below(0.4, 0.2), 0.15),
    /// Likes, comments and shares are far from seven to two to one.
    INTERACTION_BALANCE(Kpi.ENGAGEMENT, Part.balance(1), Part.balance(1)::of, Bounds.below(0.5, 0.3), 0.12);

    /// A conversion rate that is a score of 1.
    private static final double WHOLE_CONVERSION = 0.1;

    private final Kpi kpi;
    private final Part part;
    private final ToDoubleFunction<CreatorInputs> measure;
    private final Bounds bounds;
    private final double gain;

    Gap(Kpi kpi, Part part, ToDoubleFunction<CreatorInputs> measure, Bounds bounds, double gain) {
        this.kpi = kpi;
        this.part = part;
        this.measure = measure;
        this.bounds = bounds;
        this.gain = gain;
    }

    /// How bad a bottleneck is.
    public enum Severity {
        /// Beyond the first bound.
        MEDIUM(1),
        /// Beyond the second.
        HIGH(2);

        private final double factor;

        Severity(double factor) {
            this.factor = factor;
        }

        double factor() {
            return factor;
        }
    }

    /// From where on a measure is a bottleneck.
    ///
    /// @param sign 1 where low is bad, −1 where high is
    private record Bounds(double medium, double high, int sign) {

        static Bounds below(double medium, double high) {
            return new Bounds(medium, high, 1);
        }

        static Bounds above(double medium, double high) {
            return new Bounds(medium, high, -1);
        }

        boolean isBeyond(double bound, double value) {
            return sign * (value - bound) < 0;
        }
    }

    /// The name in files and requests.
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The indicator that it holds down.
    public Kpi kpi() {
        return kpi;
    }

    /// What has to be known to see it.
    public Set<Input> inputs() {
        return Set.copyOf(part.inputs());
    }

    /// The measure itself; empty while it is not known.
    public OptionalDouble measure(CreatorInputs inputs) {
        return inputs.knows(part.needed()) ? OptionalDouble.of(measure.applyAsDouble(inputs)) : OptionalDouble.empty();
    }

    /// The measure as a score in [0, 1]; to be asked only where it is known.
    double score(CreatorInputs inputs) {
        return part.of(inputs);
    }

    /// The score that a value of the measure is [0..1].
    public double scoreOf(double value) {
        return switch (this) {
            case CONVERSION_RATE -> Math.clamp(value / WHOLE_CONVERSION, 0, 1);
            case CART_ABANDONMENT_RATE -> 1 - value;
            case FUNNEL_COMPLETION_RATE, TIKTOK_SHOP_INTEGRATION, VIDEO_QUALITY, INTERACTION_BALANCE -> value;
        };
    }

    /// Whether a value of the measure is a bottleneck, and how bad a one; empty when it is none.
    Optional<Severity> severity(double value) {
        if (bounds.isBeyond(bounds.high(), value)) {
            return Optional.of(Severity.HIGH);
        }
        return bounds.isBeyond(bounds.medium(), value)
                ? Optional.of(Severity.MEDIUM)
                : Optional.empty();
    }

    /// How much the score of a measure that stands at 0 is expected to rise by its playbook, before any outcome is known. Written down by
    /// the origin, not measured.
    public double gain() {
        return gain;
    }
}
