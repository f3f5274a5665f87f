package dev.upswell.scorecard;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a scorecard of a creator is made from.
public enum Input {
    /// Orders over visits to products.
    CONVERSION_RATE(Kind.SHARE, 0),
    /// Of the period that is scored.
    TOTAL_REVENUE(Kind.MONEY, 0),
    AVG_ORDER_VALUE(Kind.MONEY, 0),
    TARGET_REVENUE(Kind.TARGET, 10_000),
    TARGET_AOV(Kind.TARGET, 50),
    /// Orders over begun visits of the shop.
    FUNNEL_COMPLETION_RATE(Kind.SHARE, 0),
    CART_ABANDONMENT_RATE(Kind.SHARE, 1),
    CHECKOUT_SUCCESS_RATE(Kind.SHARE, 0),
    LISTING_QUALITY(Kind.SHARE, 0),
    PRODUCT_VELOCITY(Kind.SHARE, 0),
    INTEGRATION_SEAMLESSNESS(Kind.SHARE, 0),
    /// Likes over views, or any other common base of the three ratios: their sum divides them.
    LIKES_RATIO(Kind.SHARE, 0),
    COMMENTS_RATIO(Kind.SHARE, 0),
    SHARES_RATIO(Kind.SHARE, 0),
    RETENTION_RATE(Kind.SHARE, 0),
    /// Seconds.
    AVG_WATCH_TIME(Kind.AMOUNT, 0),
    /// Seconds.
    VIDEO_DURATION(Kind.TARGET, 30),
    ENGAGEMENT_GROWTH_RATE(Kind.GROWTH, 0),
    FOLLOWER_GROWTH_RATE(Kind.GROWTH, 0),
    VIEWS_GROWTH_RATE(Kind.GROWTH, 0),
    HASHTAG_PERFORMANCE(Kind.SHARE, 0),
    SEARCH_VISIBILITY(Kind.SHARE, 0),
    RECOMMENDATION_RATE(Kind.SHARE, 0),
    VIRAL_POTENTIAL(Kind.SHARE, 0),
    VIDEO_QUALITY(Kind.SHARE, 0),
    CONTENT_FRESHNESS(Kind.SHARE, 0),
    POSTING_CONSISTENCY(Kind.SHARE, 0),
    CONTENT_DIVERSITY(Kind.SHARE, 0),
    TARGET_DEMOGRAPHIC_MATCH(Kind.SHARE, 0),
    AUDIENCE_ENGAGEMENT_QUALITY(Kind.SHARE, 0),
    FOLLOWER_QUALITY_SCORE(Kind.SHARE, 0),
    AUDIENCE_RETENTION(Kind.SHARE, 0),
    BRAND_ALIGNMENT(Kind.SHARE, 0),
    TRUST_SCORE(Kind.SHARE, 0),
    AUTHENTICITY_SCORE(Kind.SHARE, 0),
    BRAND_CONSISTENCY(Kind.SHARE, 0),
    TREND_ALIGNMENT(Kind.SHARE, 0),
    TIMING_SCORE(Kind.SHARE, 0),
    TREND_RELEVANCE(Kind.SHARE, 0),
    IMAGE_QUALITY(Kind.SHARE, 0),
    LIGHTING_SCORE(Kind.SHARE, 0),
    COMPOSITION_SCORE(Kind.SHARE, 0),
    COLOR_BALANCE(Kind.SHARE, 0),
    TOTAL_REACH(Kind.AMOUNT, 0),
    UNIQUE_VIEWERS(Kind.AMOUNT, 0),
    IMPRESSION_RATE(Kind.SHARE, 0),
    VISIBILITY_SCORE(Kind.SHARE, 0),
    TARGET_REACH(Kind.TARGET, 10_000),
    COST_PER_ACQUISITION(Kind.MONEY, 100),
    COST_PER_ENGAGEMENT(Kind.MONEY, 1),
    COST_PER_VIEW(Kind.MONEY, 0.1),
    /// Gain over cost: 0 when the cost just came back, −1 when nothing did.
    ROI_SCORE(Kind.GROWTH, 0),
    TARGET_CPA(Kind.TARGET, 50),
    TARGET_CPE(Kind.TARGET, 0.5),
    TARGET_CPV(Kind.TARGET, 0.05);

    private static final Map<String, Input> BY_NAME = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(Input::field, Function.identity()));

    private final String field;
    private final Kind kind;
    private final double seed;

    Input(Kind kind, double seed) {
        this.field = name().toLowerCase(Locale.ROOT);
        this.kind = kind;
        this.seed = seed;
    }

    /// What values an input may have.
    public enum Kind {
        /// A fraction.
        SHARE("from 0 to 1") {
            @Override
            boolean holds(double value) {
                return value >= 0 && value <= 1;
            }
        },
        /// In one currency throughout a request.
        MONEY("at least 0") {
            @Override
            boolean holds(double value) {
                return value >= 0;
            }
        },
        /// A count or a time.
        AMOUNT("at least 0") {
            @Override
            boolean holds(double value) {
                return value >= 0;
            }
        },
        /// A relative change.
        GROWTH("at least -1, which is losing all") {
            @Override
            boolean holds(double value) {
                return value >= -1;
            }
        },
        /// What something is measured against; never missing, for a usual one stands in.
        TARGET("above 0") {
            @Override
            boolean holds(double value) {
                return value > 0;
            }
        };

        private final String rule;

        Kind(String rule) {
            this.rule = rule;
        }

        abstract boolean holds(double value);

        /// In words that follow "must be".
        public String rule() {
            return rule;
        }
    }

    /// The name in files and requests.
    public String field() {
        return field;
    }

    /// What values it may have.
    public Kind kind() {
        return kind;
    }

    /// What the arithmetic of the origin puts in its place where it is missing; of a [Kind#TARGET] what is usual.
    double seed() {
        return seed;
    }

    /// The input of this name.
    public static Optional<Input> find(String field) {
        return Optional.ofNullable(BY_NAME.get(field));
    }

    /// The bit of it in sets of inputs.
    long bit() {
        return 1L << ordinal();
    }

    /// What is wrong with a value of it; null when nothing is.
    public @Nullable Violation check(double value) {
        return Double.isFinite(value) && kind.holds(value) ? null : new Violation(field, value, kind.rule());
    }
}
